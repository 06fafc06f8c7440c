// The value of a portfolio day by day: as it was seen where the app saw it, and before that by movements and the prices of each day,
// if the movements explain all that is held now. What they do not explain was there at an unknown time, so that all before it is a gap.

import { add, compare, type Decimal, isZero, multiply } from '../../../shared/decimal.ts'
import { amountChanges } from '../../../shared/ledger/amounts.ts'
import { DOLLARS } from '../../../shared/ledger/results.ts'
import type { ValueDay, ValueGap, ValueHistory, ValueRange } from '../../../shared/ledger/value-history.ts'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { createSerialQueue } from '../../../shared/serial-queue.ts'
import type { History, HistoryRange } from '../../../shared/sources/quotes.ts'
import type { LedgerStore, PlacedMovement, ValueDayStore } from '../../ports/ledger.ts'
import type { Turn } from '../common/turns.ts'
import { assetKey } from './asset-book.ts'

export interface ValueHistoryParts {
  ledger: Pick<LedgerStore, 'after' | 'rewritten'>
  values: ValueDayStore
  portfolio: (environment: Environment) => Promise<Portfolio>
  /** Of a source that is switched on; what is kept of one that is not. */
  history: (input: { coinId: string; range: HistoryRange }) => Promise<History>
  now: () => string
  turn: Turn
}

const DAY_MS = 24 * 60 * 60_000
const DAYS: Readonly<Record<ValueRange, number>> = { '30d': 30, '1y': 365, max: 3_650 }
/** Movements that are read at once. */
const SLICE = 50
/** A price history is a request to a source: of more coins than this the past is not reckoned. */
const MOST_COINS = 40

const dayOf = (at: string) => at.slice(0, 10)
const dayBefore = (day: string, days: number) => dayOf(new Date(Date.parse(day) - days * DAY_MS).toISOString())
const AS_DOLLAR: ReadonlySet<string> = new Set(DOLLARS)

/** Builds it. */
export function createValueHistory(
  parts: ValueHistoryParts,
): (input: { environment: Environment; range: ValueRange }) => Promise<ValueHistory> {
  const queue = createSerialQueue()
  return ({ environment, range }) =>
    queue.run(environment, async () => {
      const portfolio = await parts.portfolio(environment)
      const today = dayOf(parts.now())
      const from = dayBefore(today, DAYS[range] - 1)
      const kept = new Map(parts.values.values(environment, from).map((each) => [each.day, each]))
      const firstKept = [...kept.keys()].toSorted()[0] ?? today
      const { days: held, gap } = await heldBy(parts, environment, portfolio, from)
      const reckoned = gap === null ? await valuedBy(parts, held, firstKept) : new Map<string, ValueDay>()
      const first = [...kept.keys(), ...reckoned.keys()].toSorted()[0]
      const days: ValueDay[] = []
      for (let day = first ?? today; first !== undefined && day <= today; day = dayBefore(day, -1)) {
        const seen = kept.get(day)
        if (seen !== undefined) days.push({ day, value: seen.value, from: 'kept', missing: seen.unpriced })
        // Between two days that were seen nobody looked: what was there then is not what the ledger says alone.
        else days.push(reckoned.get(day) ?? { day, value: null, from: null, missing: [] })
      }
      return { environment, range, currency: 'USDT', days, gap }
    })
}

const MOST_ATTEMPTS = 5

/** As `walked`, of one ledger: what is changed while it is read makes it begin anew. */
async function heldBy(...of: Parameters<typeof walked>): ReturnType<typeof walked> {
  const [{ ledger }] = of
  for (let attempt = 1; ; attempt++) {
    const began = ledger.rewritten()
    const found = await walked(...of)
    if (ledger.rewritten() === began || attempt === MOST_ATTEMPTS) return found
  }
}

/** What was held of each asset at the end of each day on which anything changed; why not, where movements do not explain it. */
async function walked(
  { ledger, turn }: ValueHistoryParts,
  environment: Environment,
  portfolio: Portfolio,
  from: string,
): Promise<{ days: Map<string, Map<string, Decimal>>; gap: ValueGap | null }> {
  const amounts = new Map<string, Decimal>()
  const days = new Map<string, Map<string, Decimal>>()
  let day = ''
  // Days before the range are one: only what is left of them counts.
  const end = () => (day === '' ? null : days.set(day < from ? from : day, new Map(amounts)))
  const count = ({ movement, at }: PlacedMovement) => {
    if (dayOf(at) !== day) end()
    day = dayOf(at)
    for (const { change, ...named } of amountChanges(movement)) {
      const key = assetKey(named)
      amounts.set(key, add(amounts.get(key) ?? '0', change))
    }
  }
  for (let rows = ledger.after(environment, null, SLICE); rows.length > 0; ) {
    for (const row of rows) {
      count(row)
      await turn()
    }
    rows = ledger.after(environment, rows.at(-1) ?? null, SLICE)
  }
  end()
  if (portfolio.total === null) return { days, gap: 'unknown-now' }
  return { days, gap: isExplained(amounts, portfolio) ? null : 'movements-missing' }
}

/** Whether the movements come to what is held now, asset by asset, to the last digit. */
function isExplained(amounts: ReadonlyMap<string, Decimal>, { holdings, assets, cash }: Portfolio): boolean {
  const now = new Map<string, Decimal>([
    ...holdings.map(({ coinId, amount }) => [coinId, amount] as const),
    ...[...assets, ...cash].map(({ asset, amount }) => [`asset:${asset}`, amount] as const),
  ])
  const keys = new Set([...now.keys(), ...amounts.keys()])
  return [...keys].every((key) => compare(now.get(key) ?? '0', amounts.get(key) ?? '0') === 0)
}

/** The value of each day up to, and without, the first that was seen. */
async function valuedBy(
  { history }: ValueHistoryParts,
  held: ReadonlyMap<string, ReadonlyMap<string, Decimal>>,
  until: string,
): Promise<Map<string, ValueDay>> {
  const changed = [...held.keys()].toSorted()
  const [first] = changed
  const valued = new Map<string, ValueDay>()
  if (first === undefined || first >= until) return valued
  const keys = new Set(changed.flatMap((day) => [...(held.get(day)?.keys() ?? [])]))
  const coins = [...keys].filter((key) => !key.startsWith('asset:'))
  const prices = new Map<string, ReadonlyMap<string, Decimal>>()
  for (const coinId of coins.slice(0, MOST_COINS)) prices.set(coinId, await pricesOf(history, coinId, first, until))
  let amounts: ReadonlyMap<string, Decimal> = new Map()
  for (let day = first; day < until; day = dayBefore(day, -1)) {
    amounts = held.get(day) ?? amounts
    valued.set(day, dayWith(day, amounts, prices))
  }
  return valued
}

function dayWith(
  day: string,
  amounts: ReadonlyMap<string, Decimal>,
  prices: ReadonlyMap<string, ReadonlyMap<string, Decimal>>,
): ValueDay {
  const missing: string[] = []
  let value: Decimal = '0'
  for (const [key, amount] of amounts) {
    if (isZero(amount)) continue
    const isDollar = key.startsWith('asset:') && AS_DOLLAR.has(key.slice('asset:'.length))
    const price = isDollar ? '1' : (prices.get(key)?.get(day) ?? null)
    // More went than came: the ledger does not know that day.
    if (price === null || (compare(amount, '0') < 0 && !isDollar)) missing.push(key.replace(/^asset:/, ''))
    else value = add(value, multiply(amount, price))
  }
  return missing.length > 0 ? { day, value: null, from: null, missing } : { day, value, from: 'reckoned', missing }
}

/** The last price of each day, in dollars; none of a history in another currency. */
async function pricesOf(
  history: ValueHistoryParts['history'],
  coinId: string,
  from: string,
  until: string,
): Promise<ReadonlyMap<string, Decimal>> {
  const span = (Date.parse(until) - Date.parse(from)) / DAY_MS
  const range = span < DAYS['30d'] ? '30d' : span < DAYS['1y'] ? '1y' : 'max'
  // A coin that is gone has none.
  const found = await history({ coinId, range }).catch(() => null)
  if (found === null || found.currency === null || !AS_DOLLAR.has(found.currency)) return new Map()
  return new Map(found.candles.map(({ at, close }) => [dayOf(at), close]))
}
