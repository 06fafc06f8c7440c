// Asks a venue about a key: whether it is taken, what it may do, from where, and until when. Only what a venue tells is
// shown; where it has no call for that, the balances show at least that the key is taken.

import type { KeyCheck } from '../../../shared/accounts.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { matches } from '../../../shared/venues/record.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { Venue } from './client.ts'
import type { Transport } from './transport.ts'

const DEADLINE_MS = 10_000

type Told = Pick<KeyCheck, 'permissions' | 'ipBound' | 'expiresAt'>

interface Question {
  /** The name of ccxt's own method for the venue's call. */
  method: string
  read(body: unknown): Told
}

const flags = (body: unknown, names: Record<string, string>) =>
  Object.entries(names)
    .filter(([name]) => member(body, name) === true)
    .map(([, right]) => right)

/** Milliseconds since 1970, or a date; `null` for none. */
function dateOf(value: unknown): string | null {
  const text = textOf(value)
  const at = text === null || text === '0' ? Number.NaN : /^\d+$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

const QUESTIONS: Readonly<Record<string, Question>> = {
  binance: {
    method: 'sapiGetAccountApiRestrictions',
    read: (body) => ({
      permissions: flags(body, {
        enableReading: 'read',
        enableSpotAndMarginTrading: 'spot trading',
        enableFutures: 'futures',
        enableInternalTransfer: 'internal transfer',
        permitsUniversalTransfer: 'universal transfer',
        enableWithdrawals: 'withdraw',
      }),
      ipBound: member(body, 'ipRestrict') === true,
      expiresAt: dateOf(member(body, 'tradingAuthorityExpirationTime')),
    }),
  },
  bybit: {
    method: 'privateGetV5UserQueryApi',
    read: (body) => {
      const result = member(body, 'result')
      const groups = Object.values((member(result, 'permissions') as object | undefined) ?? {})
      const ips = member(result, 'ips')
      const rights = groups.flatMap((group) => (Array.isArray(group) ? group.map(String) : []))
      return {
        permissions: [textOf(member(result, 'readOnly')) === '1' ? 'read only' : 'read and write', ...rights],
        ipBound: Array.isArray(ips) ? ips.length > 0 && !ips.includes('*') : null,
        expiresAt: dateOf(member(result, 'expiredAt')),
      }
    },
  },
  okx: {
    method: 'privateGetAccountConfig',
    read: (body) => {
      const config = member(body, 'data', 0)
      return {
        permissions: (textOf(member(config, 'perm')) ?? '').split(',').filter((right) => right !== ''),
        ipBound: textOf(member(config, 'ip')) !== null,
        expiresAt: null,
      }
    },
  },
  coinbase: {
    method: 'v3PrivateGetBrokerageKeyPermissions',
    read: (body) => ({
      // What it calls a transfer reaches other portfolios and addresses.
      permissions: flags(body, { can_view: 'read', can_trade: 'trade', can_transfer: 'transfer out' }),
      ipBound: null,
      expiresAt: null,
    }),
  },
  kraken: {
    method: 'privatePostGetApiKeyInfo',
    read: (body) => {
      const rights = member(body, 'result', 'permissions')
      const ips = member(body, 'result', 'ip_allowlist')
      return {
        permissions: Array.isArray(rights) ? rights.map(String) : null,
        ipBound: Array.isArray(ips) ? ips.length > 0 : null,
        expiresAt: dateOf(member(body, 'result', 'valid_until')),
      }
    },
  },
}

const NOTHING_TOLD: Told = { permissions: null, ipBound: null, expiresAt: null }

/** Asks. Never rejects: what goes wrong is part of the answer. */
export async function probeKey(
  exchange: Venue,
  transport: Transport,
  place: { venue: string; environment: string },
  at: string,
): Promise<KeyCheck> {
  const question = QUESTIONS[place.venue]
  const ask = question === undefined ? undefined : member(exchange, question.method)
  // Binance's test environment has none of the calls about accounts.
  const isTold = typeof ask === 'function' && !(place.venue === 'binance' && place.environment === 'test')
  const { result, outcomes } = await transport.watch(
    { deadlineMs: DEADLINE_MS },
    async (): Promise<unknown> => (isTold ? ask.call(exchange, {}) : exchange.fetchBalance()),
  )
  if (!result.ok) return refusalOf(place.venue, outcomes.at(-1), at)
  const told = isTold && question !== undefined ? question.read(result.value) : NOTHING_TOLD
  const detail =
    told.permissions === null
      ? 'The exchange takes the key. It does not tell what the key may do: check that on its own page.'
      : 'The exchange takes the key and tells what it may do.'
  return { state: 'accepted', ...told, detail, at }
}

function refusalOf(
  venue: string,
  outcome: { phase: string; status?: number; body?: string } | undefined,
  at: string,
): KeyCheck {
  const unreachable: KeyCheck = {
    state: 'unreachable',
    ...NOTHING_TOLD,
    detail: 'The exchange could not be asked about the key.',
    at,
  }
  if (outcome?.phase !== 'answered') return unreachable
  const { status = 0, body = '' } = outcome
  const record = recordOf(venue)
  const { code, message } = record.read(status, parsed(body))
  if (matches(record.clockRefusals, code, message)) {
    return { ...unreachable, detail: 'The clock of this machine differs too much from that of the exchange.' }
  }
  const isRefused = matches(record.keyRefusals, code, message) || (status === 401 && record.refusals.length === 0)
  const words = code === null ? `status ${status}` : code
  return isRefused || status === 401
    ? { ...unreachable, state: 'refused', detail: `The exchange does not take the key (${words}).` }
    : { ...unreachable, detail: `The exchange gave no answer about the key (${words}).` }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
