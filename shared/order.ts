// An order's life in words that the whole app shares. Which status may follow which is decided in order-states.ts.

import type { Decimal } from './decimal.ts'
import type { ListingMatch, ListingQuestion } from './markets/listing.ts'
import type { MarketStage, Takes } from './markets/market-stages.ts'
import type { Breach } from './portfolio.ts'
import type { Reason } from './reasons/reason.ts'
import type { ErrorCode } from './result.ts'

export type Environment = 'practice' | 'test' | 'live'
export type Side = 'buy' | 'sell'
/**
 * A stop-limit order waits at the exchange without a place in its book until the market trades at the stop price or
 * beyond it, a buy's above and a sale's below the present price; then it is a limit order.
 */
export type OrderType = 'market' | 'limit' | 'stop-limit'
export type TimeInForce = 'gtc' | 'ioc' | 'post-only'

export const ORDER_STATUSES = [
  'recorded',
  'submitting',
  'open',
  'partially-filled',
  'filled',
  'canceled',
  'rejected',
  'expired',
  'not-sent',
  'abandoned',
  'unknown',
  'not-placed',
  'stuck',
  'conflict',
] as const

export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** How one sending of an order ended. `null` while it is under way or when the process died before it was known. */
export type AttemptOutcome = 'accepted' | 'refused' | 'unknown' | 'not-sent'

export type AttemptSent = 'nothing' | 'part' | 'whole'

export interface Attempt {
  number: number
  startedAt: string
  outcome: AttemptOutcome | null
  /** How much of the request had left; `null` where nobody can say. */
  sent: AttemptSent | null
  detail: Reason | null
  /** What the exchange answered, its code and its own words; `null` where it accepted, or said nothing that could be read. */
  words: string | null
  /** On the venue's clock, milliseconds since 1970: it refuses this sending when it arrives later. */
  validUntil: number | null
}

/** How far the search for an order has come whose fate is not known. */
export interface OrderSearch {
  rounds: number
  /** Complete rounds that found nothing and count for a proof; two are needed. */
  silent: number
  lookedAt: string
  /** Why the last round settles nothing; `null` when it was complete. */
  detail: Reason | null
}

export interface Size {
  unit: 'base' | 'quote'
  value: Decimal
}

/** A fee in one asset. An amount below zero, `-0.05`, is a rebate: it was paid to the trader. */
export interface Fee {
  asset: string
  amount: string
}

export interface Order {
  intentId: string
  accountId: string
  environment: Environment
  coinId: string
  market: string
  side: Side
  type: OrderType
  timeInForce: TimeInForce
  /** The size as the trader gave it. */
  size: Size
  /** Amount of the coin, as sent. */
  amount: Decimal
  /** Limit price as sent; `null` for a market order. */
  price: Decimal | null
  /** At which a stop-limit order becomes a limit order; `null` for every other type. */
  stopPrice: Decimal | null
  status: OrderStatus
  /** Why the status is what it is; `null` where the status says it all. */
  reason: Reason | null
  venueClientId: string
  venueOrderId: string | null
  filled: Decimal
  averagePrice: Decimal | null
  /** The fee, where all of it is in one asset; else `null`. */
  fee: Fee | null
  /** What was paid in each asset, as far as the venue has told it. */
  fees: Fee[]
  cancelRequested: boolean
  /** When the trader decided about it, because nobody could tell: it keeps its market from no order any more. */
  decidedAt: string | null
  /** SHA-256 of what was confirmed; a repeat with another hash is refused. */
  payloadHash: string
  attempts: Attempt[]
  search: OrderSearch | null
  createdAt: string
  updatedAt: string
}

/** A venue's trading rules of one market; amounts in the coin, notional in the quote currency, fees as fractions. */
export interface MarketRules {
  tick: Decimal
  step: Decimal
  minAmount: Decimal
  maxAmount: Decimal
  minNotional: Decimal
  takerFee: Decimal
  makerFee: Decimal
  /** `account`: the exchange's own word for this account; else a guess, by the rate of a new account. */
  feeSource?: 'account' | 'guess' | undefined
  /** The largest market order, in the coin; absent where the venue names none of its own. */
  marketMaxAmount?: Decimal | undefined
  /** The largest worth of a limit order, in the quote currency; absent where the venue names none. */
  maxNotional?: Decimal | undefined
  /** Whether the least worth holds for a market order too; absent where the venue does not say, and it does. */
  applyMinToMarket?: boolean | undefined
  /** Whether the largest worth does; absent where the venue does not say, and it does not. */
  applyMaxToMarket?: boolean | undefined
  /** Between which multiples of a price a limit price of each side must lie; absent where the venue names none. */
  priceBands?: PriceBands | undefined
}

/** A bound that is not there is `null`. */
export interface PriceBand {
  low: Decimal | null
  high: Decimal | null
}

export interface PriceBands {
  buy: PriceBand
  sell: PriceBand
  /** Which price they are multiples of: the last one, or one that only the venue knows. */
  of: 'last' | 'average' | 'index'
}

/** Between which prices a limit order of each side is taken, by the exchange's own word. */
export interface PriceLimits {
  buy: PriceBand
  sell: PriceBand
  /** As `Quote.asOfMs`. */
  asOfMs: number | null
}

/** The best prices of a market. */
export interface Quote {
  bid: Decimal
  ask: Decimal
  last: Decimal
  /** When they were so by the exchange's own word; where it dates none, when they were received. For people: ages come of `asOfMs`. */
  at: string
  /** When they were received, by this machine's clock as it was then. */
  receivedAt: string
  /**
   * As of when, on the app's monotonic clock (`app.status.monotonicMs`), milliseconds. `null` where nobody can say: then they
   * are neither fresh nor newer than any others.
   */
  asOfMs: number | null
}

/** The book of a market near its best prices, each level a price and an amount, at the moment `at`. */
export interface Depth {
  at: string
  /** As `Quote.asOfMs`; absent until it has come in. */
  asOfMs?: number | null | undefined
  bids: [Decimal, Decimal][]
  asks: [Decimal, Decimal][]
}

/** What an order would meet in the book that is known. */
export interface FillEstimate {
  /** On average over what would trade at once. */
  price: Decimal
  /** How much worse that is than the best price, as a fraction. */
  slippage: Decimal
  /** False where the book that is known does not hold enough for all of it. */
  isWhole: boolean
  at: string
  /** As `Quote.asOfMs`. */
  asOfMs: number | null
}

/** A market of an account with its last known price. */
export interface Market {
  market: string
  coinId: string
  base: string
  quote: string
  stage: MarketStage
  /** When trading begins, as the exchange tells it; `null` where it does not, or where it has begun. */
  opensAt: string | null
  /** When trading ends for good, as the exchange tells it. */
  closesAt: string | null
  /** When the stage was first seen after another one, by this machine's clock; `null` where no other was seen. */
  stageSince?: string | null | undefined
  /** What the exchange takes in this one market, where it names less than in others. */
  takes?: Takes | undefined
  rules: MarketRules
  price: Quote | null
  /** How it is known that this market trades this coin; absent where nothing was asked, as in what is kept. */
  match?: ListingMatch | undefined
}

export interface Draft {
  intentId: string
  accountId: string
  environment: Environment
  coinId: string
  side: Side
  market: string
  stage: MarketStage
  opensAt: string | null
  closesAt: string | null
  /** As `Market.stageSince`. */
  stageSince: string | null
  rules: MarketRules
  /** What has to be answered first by `listings.confirm`; `null` where it is known that the market trades this coin. */
  question: ListingQuestion | null
  /** The last known price; `null` when none was ever seen. */
  quote: Quote | null
  /** What of the market's two assets was free on the account when it was told last; `null` where it was not. */
  free: { base: Decimal | null; quote: Decimal | null }
  /** Which sides the market takes of this account now. */
  sides: readonly Side[]
  /** What the exchange of the account takes of this side in the market's stage; nothing else is worth offering. */
  orderTypes: readonly OrderType[]
  /** For limit orders. */
  timesInForce: readonly TimeInForce[]
  /** The order that this key already made and whose answer is not definite yet; the button stays disarmed. */
  order: Order | null
}

export interface OrderInput {
  intentId: string
  type: OrderType
  size: Size
  price?: Decimal | undefined
  /** For a stop-limit order, and for no other. */
  stopPrice?: Decimal | undefined
  timeInForce?: TimeInForce | undefined
  /** The price that the trader saw when he confirmed a market order; no term of the order itself. */
  seen?: Decimal | undefined
  /** The account and the mode that stood on the button; refused with `MODE_CHANGED` where the ticket has others. */
  accountId?: string | undefined
  environment?: Environment | undefined
  /** The trader was asked about a price far from the market's, and means it; no term of the order either. */
  acceptFarPrice?: boolean | undefined
}

/** What a button that orders says of where its order goes. */
export type Destination = Pick<Order, 'accountId' | 'environment'>

/** An order that stands open at an exchange and that no order of the ledger accounts for. */
export interface ForeignOrder
  extends Pick<Order, 'accountId' | 'market' | 'side' | 'type' | 'amount' | 'price' | 'stopPrice' | 'filled'> {
  venueOrderId: string
  /** Its client id; empty where it has none. */
  key: string
  /** Its client id has the form of Prelist's: another installation may have placed it, or this one before a restore. */
  hasOwnKey: boolean
}

/** What speaks against an order: the code under which a submit would be refused, and why. */
export interface Refusal {
  code: ErrorCode
  reason: Reason
}

/** What an order would cost and do; everything that the trader sees before the click. */
export interface Preview {
  price: Quote | null
  /** Amount of the coin after cutting to the market's step; `null` while the price is unknown. */
  amount: Decimal | null
  /**
   * Value before fees, in the market's quote currency as are fee and total: what would trade at once by the book, the rest
   * at the limit price.
   */
  value: Decimal | null
  fee: Decimal | null
  /** What leaves (buy) or reaches (sell) the cash balance. */
  total: Decimal | null
  /** What the exchange sets aside for it: a buy's worth at its limit with the fee, a sale's amount of the coin. */
  reserved: { asset: string; amount: Decimal } | null
  /** What of the market's two assets is free on the account; `null` where that is not known. */
  free: { base: Decimal | null; quote: Decimal | null }
  shareBefore: Decimal | null
  shareAfter: Decimal | null
  unpriced: string[]
  /** Coins that no price is known of and that count what they cost. */
  atCost: string[]
  breaches: Breach[]
  /** The largest further buy, in the quote currency, that breaks no rule and that the cash covers. */
  largestAllowed: Decimal | null
  /** `null` where nothing would trade at once, or the venue tells no book. */
  estimate: FillEstimate | null
  /** Why a submit would be refused now; empty when it would go out. */
  problems: Refusal[]
  /** What may go wrong, and refuses nothing here. */
  warnings: Reason[]
}

/** Which orders are asked for, the newest first; all that is given must hold. `text`: a part of a market, of an id, or of
 * what an exchange or the trader said of it. */
export interface OrderFilter {
  accountId?: string | undefined
  environment?: Environment | undefined
  coinId?: string | undefined
  status?: OrderStatus | OrderStatus[] | undefined
  text?: string | undefined
  /** `next` of the page before. */
  before?: number | undefined
  limit?: number | undefined
}
