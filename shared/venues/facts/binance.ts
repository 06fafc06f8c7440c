// What the page knows of Binance, spot. The sources of what it promises stand in its record.

import { DAY_MS, LOOK_UP_LAG_MS, STOP_SILENCE_MS } from '../record.ts'
import { field, type VenueFacts } from './sheet.ts'

export const BINANCE_FACTS: VenueFacts = {
  keyPage: 'https://www.binance.com/en/my/settings/api-management',
  // HMAC keys are two texts. Of Ed25519 and RSA keys, which the trader makes himself, the secret is the private key's file.
  credentials: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'Secret Key', 'text', 'pem')],
    kinds: ['ed25519', 'rsa'],
    rights: ['Enable Reading', 'Enable Spot & Margin Trading'],
    never: ['Enable Withdrawals'],
  },
  promises: {
    // "Orders with the same newClientOrderID can be accepted only when the previous one is filled": a market order that
    // filled at once has freed its key, so sending it again would buy twice.
    keyRule: 'unique-while-open',
    // `recvWindow` is checked on receipt and again before the matching engine, which itself may take ten seconds.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS, stopSilenceMs: STOP_SILENCE_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: 90 * DAY_MS },
    testing: 'own-host',
    reportsPermissions: true,
    reportsAccount: true,
    // STOP_LOSS_LIMIT: in the same lists, under the same key, with type and stop price also after it has triggered.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // It documents the status and nothing of what is taken then.
  // It bears 6,000 of weight a minute, at most 80 a request.
  publicData: { base: 'https://api.binance.com', perMinute: 30 },
  auction: [],
  // Launchpool and HODLer airdrops, and the status PENDING_TRADING of its contracts; read 2026-11-30, its enums of 2026-07-21.
  beforeListing: ['pre-market-perpetual', 'launchpool'],
}
