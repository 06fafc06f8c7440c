// Holdings, shares and the trader's own limits. A share is a fraction of 1; `null` means unknown.

import type { AssetKind, CoinKind } from './assets.ts'
import type { Decimal } from './decimal.ts'
import type { Environment, OrderStatus, Side } from './order.ts'
import type { UnreadState } from './unread.ts'

export const RULE_NAMES = ['project', 'early-stage', 'reserve', 'place', 'narrative', 'own'] as const
export type RuleName = (typeof RULE_NAMES)[number]

/** `block` stops an order that would break the limit; `warn` only shows it. */
export type RuleLevel = 'block' | 'warn'

export interface ShareRule {
  /** A fraction of the portfolio. */
  limit: Decimal
  level: RuleLevel
}

/** What a rule of the trader's own holds for together: coins by name, all with a tag of his, or all of a kind. */
export type RuleScope = { coinIds: string[] } | { tag: string } | { kind: CoinKind }

export interface OwnRule extends ShareRule {
  ruleId: string
  name: string
  scope: RuleScope
}

/** A field that is missing, or `null`, is a rule that the trader does not have. */
export interface Rules {
  project: ShareRule
  /** The published text can be read as one limit for each early project or for all of them together. */
  earlyStage: { limit: Decimal; level: RuleLevel; basis: 'each' | 'together' }
  /** Money and stablecoins are at least this share, with what open buys take off them. */
  reserve?: ShareRule | null | undefined
  /** One exchange account holds at most this share. Own wallets have no limit. */
  place?: ShareRule | null | undefined
  /** The projects of one narrative are at most this share. One of several narratives counts in full in each. */
  narrative?: ShareRule | null | undefined
  own?: OwnRule[] | undefined
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
  /** The coin that breaks it; `null` when several together do. */
  coinId: string | null
  /** The account, the narrative or the own rule that it is about, and its name; missing for the rules of coins. */
  subject?: string | undefined
  name?: string | undefined
}

/** A part of what a limit counts: a coin, an asset that is none, or what open buys take (a negative value). */
export interface LimitPart {
  coinId: string | null
  asset: string | null
  /** In USDT; `null` where nobody knows. */
  value: Decimal | null
}

/** A limit of several coins as it stands, with its arithmetic: the parts come to the value, and value / total is the share. */
export interface LimitState extends ShareRule {
  rule: RuleName
  /** The account, the narrative or the own rule; `null` where there is one for all. */
  subject: string | null
  name: string | null
  /** The largest first, at most 20; `partCount` is how many there are. */
  parts: LimitPart[]
  partCount: number
  /** Of all parts; `null` where one has none. */
  value: Decimal | null
  total: Decimal | null
  share: Decimal | null
  /** `limit` of the total: at most this much, or at least for the reserve. */
  allowed: Decimal | null
  broken: boolean
}

/** How much of the portfolio is of one kind. */
export interface KindShare {
  kind: CoinKind | 'other'
  value: Decimal
  share: Decimal | null
}

/** How long an override of one order holds where the trader has not said: a price that is older is another decision. */
const OVERRIDE_MS = 60 * 60_000

/** When it ends that was given at this time. */
export const overrideEnd = (at: string): string => new Date(Date.parse(at) + OVERRIDE_MS).toISOString()

/** A limit set aside: for one order, or for a time. It is asked for, has a reason, and ends. */
export interface RuleOverride {
  overrideId: string
  /** `null` for an order that was never placed, and whose ticket is gone. */
  environment: Environment | null
  at: string
  until: string
  reason: string
  /** The order that it is for; `null` for one that holds for every order in its time. */
  intentId: string | null
  /** `null`: every limit, of the one order. */
  rule: RuleName | null
  /** The coin, account, narrative or own rule; `null` for all that the rule holds for. */
  subject: string | null
  /** When the trader ended it before its time. */
  endedAt: string | null
  /** What became of it: it waits for its order or holds, an order went out under it, or it ended without one. */
  state: 'open' | 'used' | 'expired' | 'ended'
  /** The orders that went out under it, with what each broke; at most 20, the newest first. */
  orders: { intentId: string; market: string; side: Side; status: OrderStatus; filled: Decimal; breaches: Breach[] }[]
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
  /** The limits of several coins together, each as it stands. */
  limits: LimitState[]
  kinds: KindShare[]
}
