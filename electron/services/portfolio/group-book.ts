// What the limits of groups are reckoned from: everything that is held, by what it is and where it lies, with open buys in full.

import type { Coin } from '../../../shared/coin.ts'
import { add, type Decimal, subtract } from '../../../shared/decimal.ts'
import type { LimitPart } from '../../../shared/portfolio.ts'
import { CASH, isDust } from '../markets/rates.ts'
import { type Counted, type GroupBook, isCash } from './group-limits.ts'
import type { Valuation } from './valuation.ts'

/** What the rest of an open buy takes at most, in USDT; `null` where nobody can tell. */
export interface PendingBuy {
  coinId: string
  value: Decimal | null
  /** With its fee; `0` where it is paid with what is no money. */
  spent: Decimal | null
}

/** Of a valuation; the same one for the same. */
const books = new WeakMap<Valuation, GroupBook>()

/** The book without anything that is under way. `nameOf` is what the trader calls an account. */
export function groupBookOf(valuation: Valuation, nameOf: (accountId: string) => string): GroupBook {
  const known = books.get(valuation)
  if (known !== undefined) return known
  const { held, assets, cash, places, book } = valuation
  const nothing = { narratives: [], tags: [] }
  const created: GroupBook = {
    total: book.total,
    spendsUnknown: false,
    counted: [
      ...held.map(({ coinId, kind, narratives, tags, exposure, inTotal }): Counted => {
        // A limit takes no debt off; of money that is owed nothing can be paid.
        const value = isCash({ kind }) ? inTotal : exposure
        return { coinId, asset: null, kind, narratives, tags, value, inTotal }
      }),
      ...assets
        .filter(({ amount, value }) => value !== null || !isDust(amount))
        .map(({ asset, kind, value }): Counted => {
          return { ...nothing, coinId: null, asset, kind: kind ?? 'other', value, inTotal: value }
        }),
      { ...nothing, coinId: null, asset: CASH, kind: 'stablecoin', value: cash, inTotal: cash },
    ],
    places: places.map(({ accountId, cash: there, assets: other }) => ({
      ...{ accountId, name: nameOf(accountId) },
      parts: [
        { coinId: null, asset: CASH, value: there },
        ...held.flatMap(({ coinId, parts, value: whole }) =>
          parts
            .filter((part) => part.accountId === accountId)
            // At cost only the whole of it has a value.
            .map(({ value }): LimitPart => {
              return { coinId, asset: null, value: value ?? (parts.length === 1 ? whole : null) }
            }),
        ),
        ...other
          .filter(({ amount, value }) => value !== null || !isDust(amount))
          .map(({ asset, value }): LimitPart => ({ coinId: null, asset, value })),
      ],
    })),
  }
  books.set(valuation, created)
  return created
}

/** The book with open buys in full. `coinsOf` answers with those of the list; of one that is gone nothing is known but its value. */
export function withPending(
  book: GroupBook,
  pending: readonly PendingBuy[],
  coinsOf: (coinIds: Iterable<string>) => Coin[],
): GroupBook {
  if (pending.length === 0) return book
  const counted = new Map(book.counted.map((each, at) => [each.coinId ?? `asset ${at}`, each]))
  const coins = new Map(coinsOf(pending.map(({ coinId }) => coinId)).map((coin) => [coin.id, coin]))
  let [spent, spendsUnknown]: [Decimal, boolean] = ['0', false]
  for (const buy of pending) {
    const { kind = 'project', narratives = [], tags = [] } = coins.get(buy.coinId) ?? {}
    const before = counted.get(buy.coinId) ?? {
      ...{ coinId: buy.coinId, asset: null, kind, narratives, tags, value: '0', inTotal: null },
    }
    const value = before.value === null || buy.value === null ? null : add(before.value, buy.value)
    counted.set(buy.coinId, { ...before, value })
    if (buy.spent === null) spendsUnknown = true
    else spent = add(spent, buy.spent)
  }
  const taken: Counted = {
    ...{ coinId: null, asset: null, kind: 'stablecoin', narratives: [], tags: [], inTotal: null },
    value: subtract('0', spent),
  }
  return { ...book, spendsUnknown, counted: [...counted.values(), taken] }
}
