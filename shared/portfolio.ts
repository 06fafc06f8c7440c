// Holdings, shares and the trader's own limits. A share is a fraction of 1; `null` means unknown.

import type { AssetKind, CoinKind } from './assets.ts'
import type { Decimal } from './decimal.ts'
import type { Environment } from './order.ts'
import type { UnreadState } from './unread.ts'

export type RuleName = 'project' | 'early-stage'

/** `block` stops an order that would break the limit; `warn` only shows it. */
export type RuleLevel = 'block' | 'warn'

export interface Rules {
  project: { limit: Decimal; level: RuleLevel }
  /** The published text can be read as one limit for each early project or for all of them together. */
  earlyStage: { limit: Decimal; level: RuleLevel; basis: 'each' | 'together' }
}

export const DEFAULT_RULES: Rules = {
  project: { limit: '0.05', level: 'block' },
  // What counts as early is a guess by public evidence: it is shown, and stops no order unasked.
  earlyStage: { limit: '0.01', level: 'warn', basis: 'each' },
}

export interface Breach {
  rule: RuleName
  limit: Decimal
  share: Decimal
  level: RuleLevel
  /** The coin that breaks it; `null` when all early-stage coins together do. */
  coinId: string | null
}

/**
 * What a value goes by: the last price of a market; where there is none the price that the trader noted himself, which no limit
 * counts; else what the own orders paid. `null` without a value.
 */
export type ValuedAt = 'price' | 'own-price' | 'cost' | null

export interface Holding {
  coinId: string
  name: string
  amount: Decimal
  /** Unit price in USDT and its time, which of the trader's own price may be a day; `null` where none is known. */
  price: Decimal | null
  priceAt: string | null
  /** As `Quote.asOfMs`. */
  priceAsOfMs: number | null
  /** The account whose exchange tells the price. */
  priceFrom: string | null
  value: Decimal | null
  valuedAt: ValuedAt
  share: Decimal | null
  /** The limit that applies to this coin, as a fraction; `null` where it is no project. */
  limit: Decimal | null
  kind: CoinKind
  /** `ticker`: an exchange holds something under its ticker that nobody has said is this coin; the limits count it. */
  match: 'certain' | 'ticker'
  early: boolean
  /** Where the amount comes from: the venue's balance, the trader's own entry, or both. */
  parts: HoldingPart[]
}

/** `accountId` is `null` for the trader's own entry; `value` is by the price of the whole, and `null` without one. */
export interface HoldingPart {
  source: 'venue' | 'manual'
  accountId: string | null
  amount: Decimal
  value: Decimal | null
}

/** What an account holds that is neither a coin of the list nor USDT: the total counts it, and no limit holds for it. */
export interface OtherAsset {
  asset: string
  /** What it is where that is known, staked and wrapped spellings too; `null` for anything else. */
  kind: AssetKind | null
  /** Negative where it is owed. */
  amount: Decimal
  /** Unit price in USDT by the venue's own market, and its time; `null` where it has none. */
  price: Decimal | null
  priceAt: string | null
  /** As `Quote.asOfMs`. */
  priceAsOfMs: number | null
  /**
   * `null` counts nothing in the total: too small a total makes the limits stricter, never looser. A debt without a value
   * makes the total unknown.
   */
  value: Decimal | null
}

export interface Portfolio {
  environment: Environment
  /** When the balances were read, of the account whose were read longest ago; `null` where those of one never were. */
  asOf: string | null
  /** The same as `Quote.asOfMs`. */
  asOfMs: number | null
  /** The same of each account; `unread` where its balances never were: how its exchange answers it. */
  accounts: {
    accountId: string
    asOf: string | null
    asOfMs: number | null
    /** USDT there; `null` where its balances never were read. */
    cash: Decimal | null
    unread?: UnreadState | undefined
  }[]
  /** Cash, every valued holding and every other asset with a price, in USDT; `null` when nothing is known yet. */
  total: Decimal | null
  /** What the limits go by: the total without what the trader's own prices value. */
  limitTotal: Decimal | null
  unpriced: string[]
  cash: { asset: string; amount: Decimal }[]
  holdings: Holding[]
  assets: OtherAsset[]
  breaches: Breach[]
}
