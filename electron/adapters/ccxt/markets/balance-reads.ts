// Asks an exchange for an account's balances: every page of the list that orders draw on, and beside it what lies in its
// funding wallet and in earn, which counts but cannot be spent from there.

import { add, compare, type Decimal } from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Clock, VenueBalance } from '../../../ports/system.ts'
import type { VenueReply } from '../../../ports/vault.ts'
import type { HttpOutcome } from '../../http-request.ts'
import type { Venue } from '../client.ts'
import { failedRead } from '../key-words.ts'
import type { CallRules, Transport } from '../transport.ts'
import { notePermissions } from './account-permissions.ts'
import { balancesOf, signedOf } from './balances.ts'

/** Money moves between wallets by hand, so what lies elsewhere is asked for less often than what orders change, milliseconds. */
const ELSEWHERE_FOR_MS = 60_000
/** An exchange that names a next page for ever must not hold up every order. */
const MOST_PAGES = 40
const PAGE = 250

type Call = () => Promise<unknown>
/** A place beside the one that orders draw on, and where its rows and their amounts stand. */
interface Place {
  ask: (exchange: Venue) => Promise<unknown>
  rows: (string | number)[]
  asset: string
  amounts: string[]
}

/** By ccxt 4.5.84. Of their pages only that of Binance's funding wallet was found and read, on 2026-11-29. A key without the right, or a test environment, does not tell them. */
const ELSEWHERE: Readonly<Record<string, readonly Place[]>> = {
  // https://developers.binance.com/docs/wallet/asset/funding-wallet
  binance: [
    {
      ask: call('sapiPostAssetGetFundingAsset'),
      rows: [],
      asset: 'asset',
      amounts: ['free', 'locked', 'freeze', 'withdrawing'],
    },
    // https://developers.binance.com/docs/simple_earn/locked/account/Get-Locked-Product-Position
    {
      ask: call('sapiGetSimpleEarnLockedPosition', { size: 100 }),
      rows: ['rows'],
      asset: 'asset',
      amounts: ['amount'],
    },
  ],
  // https://www.okx.com/docs-v5/en/#funding-account-rest-api-get-balance
  okx: [
    { ask: call('privateGetAssetBalances'), rows: ['data'], asset: 'ccy', amounts: ['bal'] },
    // https://www.okx.com/docs-v5/en/#financial-product-savings-get-saving-balance
    { ask: call('privateGetFinanceSavingsBalance'), rows: ['data'], asset: 'ccy', amounts: ['amt'] },
  ],
  // https://bybit-exchange.github.io/docs/v5/asset/balance/all-balance
  bybit: [
    {
      ask: call('privateGetV5AssetTransferQueryAccountCoinsBalance', { accountType: 'FUND' }),
      rows: ['result', 'balance'],
      asset: 'coin',
      amounts: ['walletBalance'],
    },
    // https://bybit-exchange.github.io/docs/v5/earn/position
    ...['FlexibleSaving', 'OnChain'].map((category) => ({
      ask: call('privateGetV5EarnPosition', { category }),
      rows: ['result', 'list'],
      asset: 'coin',
      amounts: ['amount'],
    })),
  ],
}

function call(method: string, params: Record<string, unknown> = {}): Place['ask'] {
  return (exchange) => {
    const ask: unknown = Reflect.get(exchange, method)
    return typeof ask === 'function' ? ask.call(exchange, params) : Promise.reject(new Error('Not in the library.'))
  }
}

/** What lay elsewhere when it was asked for last, and when that was; one for each client. */
const elsewhere = new WeakMap<Venue, { at: number; places: VenueBalance[][] }>()

/** The balances of the account, each asset once. */
export async function readBalances(
  exchange: Venue,
  transport: Transport,
  rules: CallRules,
  clock: Clock,
): Promise<VenueReply> {
  const ask = (work: Call) => transport.watch(rules, work)
  let last: HttpOutcome | undefined
  const answers = await spendable(exchange, async (work) => {
    const watched = await ask(work)
    last = watched.outcomes.at(-1)
    return watched
  })
  const spot = answers === null ? null : balancesOf(exchange, answers)
  if (spot === null) return failedRead(exchange.id, 'your balances', last)
  const beside = await readElsewhere(exchange, ask, clock)
  return { kind: 'balances', balances: together([...spot, ...beside]) }
}

type Ask = (work: Call) => ReturnType<Transport['watch']>

/** The answers that hold what orders can draw on, all pages; `null` where one was not to be had. */
async function spendable(exchange: Venue, ask: Ask): Promise<unknown[] | null> {
  if (exchange.id !== 'coinbase') {
    const { result } = await ask(() => exchange.fetchBalance())
    if (!result.ok) return null
    notePermissions(exchange, member(result.value, 'info'))
    return [exchange.id in RAW ? member(result.value, 'info') : result.value]
  }
  const pages: unknown[] = []
  let cursor = ''
  for (let at = 0; at < MOST_PAGES; at += 1) {
    const query = { limit: PAGE, ...(cursor !== '' && { cursor }) }
    const { result } = await ask(() => call('v3PrivateGetBrokerageAccounts', query)(exchange))
    if (!result.ok) return null
    pages.push(result.value)
    const next = textOf(member(result.value, 'cursor')) ?? ''
    if (member(result.value, 'has_next') !== true || next === '' || next === cursor) return pages
    cursor = next
  }
  // A list that does not end was not read: its rest may hold what the limits are about.
  return null
}

/** Exchanges whose own answer is read; of the others the library's sheet is. */
const RAW = { binance: true, kraken: true, okx: true, bybit: true }

async function readElsewhere(exchange: Venue, ask: Ask, clock: Clock): Promise<VenueBalance[]> {
  const places = ELSEWHERE[exchange.id] ?? []
  const before = elsewhere.get(exchange)
  const now = clock.monotonic()
  if (before !== undefined && now - before.at < ELSEWHERE_FOR_MS) return before.places.flat()
  const told = await Promise.all(
    places.map(async (place, at) => {
      const { result } = await ask(() => place.ask(exchange))
      const rows = result.ok ? member({ answer: result.value }, 'answer', ...place.rows) : null
      // One that is silent for once still holds what it held.
      if (!Array.isArray(rows)) return before?.places[at] ?? []
      return rows.flatMap((row) => heldIn(exchange, place, row))
    }),
  )
  elsewhere.set(exchange, { at: now, places: told })
  return told.flat()
}

function heldIn(exchange: Venue, { asset, amounts }: Place, row: unknown): VenueBalance[] {
  const id = textOf(member(row, asset))
  const total = amounts
    .map((name) => signedOf(exchange, member(row, name)))
    .reduce<Decimal>((all, amount) => add(all, amount ?? '0'), '0')
  if (id === null || compare(total, '0') === 0) return []
  return [{ asset: exchange.safeCurrencyCode(id) ?? id, total, free: '0' }]
}

function together(rows: readonly VenueBalance[]): VenueBalance[] {
  const byAsset = new Map<string, VenueBalance>()
  for (const { asset, total, free } of rows) {
    const before = byAsset.get(asset) ?? { asset, total: '0', free: '0' }
    byAsset.set(asset, { asset, total: add(before.total, total), free: add(before.free, free) })
  }
  return [...byAsset.values()]
}
