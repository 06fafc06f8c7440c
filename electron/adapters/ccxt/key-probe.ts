// Asks a venue about a key: whether it is taken, whose it is, what it may do, from where, and until when. Only what a venue
// tells is shown; where it has no call for that, the balances show at least that the key is taken.

import type { KeyCheck } from '../../../shared/accounts.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { HttpOutcome } from '../http-request.ts'
import type { Venue } from './client.ts'
import { keyAnswer } from './key-words.ts'
import type { Transport } from './transport.ts'

const DEADLINE_MS = 10_000

type Told = Pick<KeyCheck, 'permissions' | 'ipBound' | 'expiresAt'> & { account?: string | null }

interface Question {
  /** The name of ccxt's own method for the venue's call. */
  method: string
  input?: Record<string, string>
  /** `null` where the answer does not have what the venue documents. */
  read(body: unknown): Told | null
}

const flags = (body: unknown, names: Record<string, string>) =>
  Object.entries(names)
    .filter(([name]) => member(body, name) === true)
    .map(([, right]) => right)

const textsOf = (list: unknown): string[] | null => (Array.isArray(list) ? list.map(String) : null)

/** A date, or a number of so many milliseconds each since 1970; `null` for none, which some tell as 0 or as the first day of 1970. */
function dateOf(value: unknown, unitMs: number): string | null {
  const text = textOf(value)
  if (text === null) return null
  const at = /^\d+$/.test(text) ? Number(text) * unitMs : Date.parse(text)
  return Number.isNaN(at) || at <= 0 || at > 8.64e15 ? null : new Date(at).toISOString()
}

/** What an account is called by its exchange. */
const idOf = (value: unknown): string | null => {
  const id = textOf(value)?.replaceAll(' ', '') ?? null
  return id === null || id === '0' || !/^[\x21-\x7e]{1,64}$/.test(id) ? null : id
}

const BINANCE_ACCOUNT: Question = {
  method: 'privateGetAccount',
  input: { omitZeroBalances: 'true' },
  read: (body) =>
    Array.isArray(member(body, 'balances')) ? { ...NOTHING_TOLD, account: idOf(member(body, 'uid')) } : null,
}

// https://developers.binance.com/docs/wallet/account/api-key-permission, read 2026-11-29: all of these but the end of the right
// to trade, which only older clients of theirs know.
const BINANCE_RIGHTS: Question = {
  method: 'sapiGetAccountApiRestrictions',
  read: (body) =>
    typeof member(body, 'enableWithdrawals') !== 'boolean'
      ? null
      : {
          permissions: flags(body, {
            enableReading: 'read',
            enableSpotAndMarginTrading: 'spot trading',
            enableMargin: 'margin',
            enableFutures: 'futures',
            enableVanillaOptions: 'options',
            enablePortfolioMarginTrading: 'portfolio margin',
            enableFixApiTrade: 'FIX trading',
            enableInternalTransfer: 'internal transfer',
            permitsUniversalTransfer: 'universal transfer',
            enableWithdrawals: 'withdraw',
          }),
          ipBound: member(body, 'ipRestrict') === true,
          expiresAt: dateOf(member(body, 'tradingAuthorityExpirationTime'), 1),
        },
}

// Trade between persons and payments send money away as a withdrawal does, so their group stays with the right. A key that may
// only read can do neither, though all of them are listed for it.
// https://bybit-exchange.github.io/docs/v5/user/apikey-info, read 2026-11-29
const BYBIT: Question = {
  method: 'privateGetV5UserQueryApi',
  read: (body) => {
    const result = member(body, 'result')
    const rights = member(result, 'permissions')
    if (typeof rights !== 'object' || rights === null) return null
    const ips = textsOf(member(result, 'ips'))
    const isReadOnly = textOf(member(result, 'readOnly')) === '1'
    const named = (group: string, right: string) =>
      !isReadOnly && /^Fiat\w*(?:P2P|Pay)$/.test(group) ? `${group}: ${right}` : right
    return {
      permissions: [
        isReadOnly ? 'read only' : 'read and write',
        ...Object.entries(rights).flatMap(([group, list]) => (textsOf(list) ?? []).map((right) => named(group, right))),
      ],
      ipBound: ips === null ? null : ips.length > 0 && !ips.includes('*'),
      expiresAt: dateOf(member(result, 'expiredAt'), 1),
      account: idOf(member(result, 'userID')),
    }
  },
}

// https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration, read 2026-11-29 in copies that others
// keep, since the page itself was out of reach: `perm` names read_only, trade and withdraw, `ip` is empty where none is bound.
const OKX: Question = {
  method: 'privateGetAccountConfig',
  read: (body) => {
    const config = member(body, 'data', 0)
    const rights = textOf(member(config, 'perm'))
    if (rights === null) return null
    return {
      permissions: rights.split(',').filter((right) => right !== ''),
      ipBound: textOf(member(config, 'ip')) !== null,
      expiresAt: null,
      account: idOf(member(config, 'uid')),
    }
  },
}

// A key belongs to one portfolio, which has balances of its own. The call is in
// https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/data-api/get-api-key-permissions, read 2026-11-29; of
// its fields only clients of others could be read.
const COINBASE: Question = {
  method: 'v3PrivateGetBrokerageKeyPermissions',
  read: (body) =>
    typeof member(body, 'can_transfer') !== 'boolean'
      ? null
      : {
          // "Send and receive funds, on and off platform": its page on scopes and permissions, read 2026-11-29.
          permissions: flags(body, { can_view: 'read', can_trade: 'trade', can_transfer: 'transfer out' }),
          ipBound: null,
          expiresAt: null,
          account: idOf(member(body, 'portfolio_uuid')),
        },
}

// Times are in seconds, as texts; 0 is none. The account's public number is told like that of a bank account.
// https://docs.kraken.com/api-reference/account-data/get-api-key-info, read 2026-11-29
const KRAKEN: Question = {
  method: 'privatePostGetApiKeyInfo',
  read: (body) => {
    const result = member(body, 'result')
    const permissions = textsOf(member(result, 'permissions'))
    if (permissions === null) return null
    const ips = textsOf(member(result, 'ipAllowlist'))
    return {
      permissions,
      ipBound: ips === null ? null : ips.length > 0,
      expiresAt: dateOf(member(result, 'validUntil'), 1_000),
      account: idOf(member(result, 'iban')),
    }
  },
}

const QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  binance: [BINANCE_ACCOUNT, BINANCE_RIGHTS],
  bybit: [BYBIT],
  okx: [OKX],
  coinbase: [COINBASE],
  kraken: [KRAKEN],
}

const NOTHING_TOLD = { permissions: null, ipBound: null, expiresAt: null, account: null }

/** Asks. Never rejects: what goes wrong is part of the answer. */
export async function probeKey(
  exchange: Venue,
  transport: Transport,
  place: { venue: string; environment: string },
  at: string,
): Promise<KeyCheck> {
  const rules = { deadlineMs: DEADLINE_MS }
  let told: Told = NOTHING_TOLD
  let isTaken = false
  for (const { method, input = {}, read } of questionsFor(place)) {
    const ask = member(exchange, method)
    if (typeof ask !== 'function') continue
    const { result, outcomes } = await transport.watch(rules, async (): Promise<unknown> => ask.call(exchange, input))
    const last = outcomes.at(-1)
    if (!result.ok && hasNoSuchCall(place.venue, last)) continue
    if (!result.ok) return refusalOf(place.venue, last, at)
    isTaken = true
    const found = read(result.value)
    if (found === null) return silent('The exchange answered in a way that Prelist does not know.', at)
    told = { ...found, account: found.account ?? told.account ?? null }
  }
  if (!isTaken) {
    const { result, outcomes } = await transport.watch(rules, () => exchange.fetchBalance())
    if (!result.ok) return refusalOf(place.venue, outcomes.at(-1), at)
  }
  const detail =
    told.permissions === null
      ? 'The exchange takes the key. It does not tell what the key may do: check that on its own page.'
      : 'The exchange takes the key and tells what it may do.'
  return { state: 'accepted', ...told, detail, at }
}

// Binance's test environment has none of the calls about keys: its page names a host for /api alone.
// https://github.com/binance/binance-spot-api-docs/blob/master/testnet/general-info.md, read 2026-11-29
function questionsFor({ venue, environment }: { venue: string; environment: string }): readonly Question[] {
  if (venue === 'binance' && environment === 'test') return [BINANCE_ACCOUNT]
  return Object.hasOwn(QUESTIONS, venue) ? (QUESTIONS[venue] ?? []) : []
}

/** In words of the exchange's own for a call that it does not have. */
const UNKNOWN_CALL: Readonly<Record<string, RegExp>> = {
  kraken: /^EGeneral:Unknown method/i,
  // The question has no parameters that could be wrong.
  bybit: /^10001$/,
}

/**
 * Whether the exchange is there and has no such call: then it cannot tell what a key may do, which is not the same as that it
 * did not answer.
 */
function hasNoSuchCall(venue: string, outcome: HttpOutcome | undefined): boolean {
  if (outcome?.phase !== 'answered') return false
  if (outcome.status === 404) return true
  const code = keyAnswer(venue, outcome)?.code
  return typeof code === 'string' && Object.hasOwn(UNKNOWN_CALL, venue) && (UNKNOWN_CALL[venue]?.test(code) ?? false)
}

const silent = (detail: string, at: string): KeyCheck => ({ state: 'unreachable', ...NOTHING_TOLD, detail, at })

function refusalOf(venue: string, outcome: HttpOutcome | undefined, at: string): KeyCheck {
  const answer = keyAnswer(venue, outcome)
  if (answer === null) return silent('The exchange could not be asked about the key.', at)
  const { kind, words } = answer
  if (kind === 'clock') return silent('The clock of this machine differs too much from that of the exchange.', at)
  if (kind === 'other') return silent(`The exchange gave no answer about the key: ${words}`, at)
  return { ...silent(`The exchange does not take the key: ${words}`, at), state: 'refused', words }
}
