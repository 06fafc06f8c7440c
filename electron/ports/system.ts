// What the services need of the outside world, and nothing about how it is done. Adapters implement these.

import type { GatewayIdentity } from '../../shared/accounts.ts'
import type { Settings } from '../../shared/app.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { Depth, Order, Side } from '../../shared/order.ts'
import type { Reason } from '../../shared/reasons/reason.ts'
import type { LookupSource, VenueRecord } from '../../shared/venues/record.ts'
import type { MarketListing, ToldPriceLimits, VenueOrder, VenueQuote } from './venue.ts'

/** Time. Every deadline, poll and age goes through it, so that tests can turn it by hand. */
export interface Clock {
  /** Wall clock, milliseconds since 1970. */
  now(): number
  /** Milliseconds that never run backwards; for deadlines. */
  monotonic(): number
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Mints a random id (a UUID); injected, so that a test can repeat a run. */
export type NewId = () => string

/** Where the one wrapping key lives. A locked or unreachable store throws; it never answers null. */
export interface SecretStore {
  get(account: string): Promise<string | null>
  set(account: string, secret: string): Promise<void>
  delete(account: string): Promise<boolean>
}

/** Preferences only. What it returns is `unknown`, because a person may have edited the file. */
export interface SettingsStore {
  get(): unknown
  set(value: Settings): void
}

/** Structured lines about what happened; secrets and unknown objects are redacted before anything is written. */
export interface Logger {
  info(event: string, fields?: Record<string, unknown>): void
  warn(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
}

/** Points of an order's way that a test may stop the process at; see the kill table in the tests. */
export type TracePoint =
  | 'submit-received'
  | 'intent-recorded'
  | 'attempt-writing'
  | 'attempt-recorded'
  | 'answer-received'
  | 'outcome-writing'
  | 'outcome-recorded'

export type Trace = (point: TracePoint, intentId: string) => void

/** What a venue answered, before anybody judges it. */
export type Answer =
  | { phase: 'not-sent'; detail: Reason }
  /** `sent`: how much of the request had left; `null` where nobody can say. */
  | { phase: 'lost'; sent: 'part' | 'whole' | null; detail: Reason }
  | {
      phase: 'answered'
      status: number
      code: string | null
      message: string
      order: VenueOrder | null
      /** The venue's own id, where it tells no more of the order than that. */
      orderId: string | null
      buried: boolean
      /** The answer's own shape says that nothing was placed. */
      isRefusal?: true
    }

/** What one place answered that an order was looked for in. */
export type LookupResult =
  | {
      leg: LookupSource
      state: 'answered'
      /** Orders of this market, ours and others. */
      orders: VenueOrder[]
      /** Ids of orders that trades tell of and that this place does not list. */
      unmatched: string[]
    }
  | { leg: LookupSource; state: 'failed'; detail: Reason }

/** One look at every place that a venue offers. */
export interface LookupPass {
  legs: LookupResult[]
  /** The venue's clock, milliseconds since 1970; `null` where it was not told. */
  venueNow: number | null
  /** The answer to the sending itself, where it came after its deadline. */
  late: Answer | null
  /** The venue lists the order's market no more, so that what it does not tell proves nothing. */
  unlisted?: true | undefined
}

/** Which order is looked for. */
export interface OrderQuery {
  order: OutgoingOrder
  /** The venue's id, once it is known. */
  orderId: string | null
  /** When it was sent for the first time, on the venue's clock as far as that is known, milliseconds since 1970. */
  since: number
}

/** How orders are looked up. */
export interface LookUp {
  /** Nobody waits for it, so that it leaves room for what a trader asks and for his orders. */
  isBackground?: boolean | undefined
}

/** An order exactly as it goes out. */
export interface OutgoingOrder {
  key: string
  market: string
  side: Side
  type: Order['type']
  timeInForce: Order['timeInForce']
  amount: Decimal
  price: Decimal | null
  stopPrice: Decimal | null
  /** On the venue's clock, milliseconds since 1970: later it must refuse this order. `null` where it has no such limit. */
  validUntil: number | null
}

/**
 * Until when the first byte of an order may leave, told to another process: none of its clocks is trusted alone, since the
 * wall clock jumps, and the other one stands still while the machine sleeps.
 */
export interface SendLimit {
  /** Wall clock when this was told, milliseconds since 1970. */
  at: number
  /** Wall clock after which nothing leaves. */
  until: number
  /** The same on a clock that never runs backwards, milliseconds from when this is heard. */
  withinMs: number
}

/** Asked again right before the first byte of an order. */
export interface SendPermit {
  limit: SendLimit
  /** Why nothing must leave any more; `null` while it may. */
  problem(): Reason | null
}

/** What a venue is asked to tell by itself. */
export type Subscription = { kind: 'orders' } | { kind: 'book'; market: string }

/** What a stream tells. Of orders it is no more than evidence: what is true of one, a look-up says. */
export type StreamEvent =
  /** It stands: from now on it tells of everything. */
  | { kind: 'up' }
  /** It is over, and tells nothing more. */
  | { kind: 'down' }
  | { kind: 'order'; order: VenueOrder }
  /** Something happened to an order, and it was not told readably, or too much happened at once. */
  | { kind: 'stir' }
  | { kind: 'depth'; market: string; depth: Depth }

export type OnStreamEvent = (news: StreamEvent) => void

export interface VenueBalance {
  asset: string
  total: Decimal
  free: Decimal
}

/** What is known of the gateway of an account. */
export interface KnownGateway {
  view(): GatewayIdentity
  /** The trader takes the refused identity for the right one. @throws AppError `NOT_FOUND` when none of it was offered */
  confirm(fingerprint: string): void
}

/** One account at one venue. Order calls never throw: their outcome is a value. Reads throw `VENUE_UNREACHABLE`. */
export interface Exchange {
  /** What this venue promises. */
  readonly record: VenueRecord
  /** Whatever `permit` forbids before the first byte ends as `not-sent`. */
  place(order: OutgoingOrder, permit: SendPermit): Promise<Answer>
  /**
   * Takes the key for the order of this client id and notes its use, inside the transaction that writes the attempt; answers with
   * what places that order. Not there where no key is noted. @throws AppError `STORAGE_FAILED`
   */
  keyFor?: (key: string) => Exchange['place']
  find(question: OrderQuery, how?: LookUp): Promise<LookupPass>
  /** Answers with the order of that key, or buries the key so that a late arrival is refused. Few venues can. */
  voidKey: ((key: string) => Promise<Answer>) | null
  cancel(question: OrderQuery): Promise<Answer>
  /** What to add to this machine's clock for the venue's, milliseconds; measured anew where that is `maxAgeMs` old, else a minute. */
  clockOffset(maxAgeMs?: number): Promise<number>
  markets(): Promise<MarketListing[]>
  /**
   * Of its markets but those that `isTold` is true of, and beside them what `assets` and the currencies of the markets are
   * worth in USDT: the price of ASSET/USDT, or of USDT/ASSET where only that exists. An asset with neither is left out.
   */
  prices(assets: readonly string[], isTold?: (market: string) => boolean): Promise<VenueQuote[]>
  balances(): Promise<VenueBalance[]>
  /** Every order that stands open, ours and others, in one market or in all; `null` where the venue lists none. */
  openOrders: ((market?: string | null, how?: LookUp) => Promise<VenueOrder[]>) | null
  /**
   * The same for orders that were seen to stand, all at once; `null` for one that has to be looked for by itself. Not there where
   * each is.
   */
  findKnown?: (questions: OrderQuery[], how?: LookUp) => Promise<(LookupResult[] | null)[]>
  /** Milliseconds until so many requests may go out in the background; not there where they always may. */
  lookUpWait?: (requests: number) => Promise<number>
  /** The book of a market; `null` where the venue tells none. */
  depth: ((market: string) => Promise<Depth>) | null
  /** Between which prices limit orders are taken now; not there, or `null`, where the venue tells no such limits. */
  priceLimits?: (market: string) => Promise<ToldPriceLimits | null>
  /**
   * Opens a stream, and answers with what ends it. The last that it tells is `down`. Not there where the venue tells nothing
   * by itself. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE`
   */
  watch?: (subscription: Subscription, tell: OnStreamEvent) => Promise<() => void>
  close(): Promise<void>
}

/** Has the trader choose a file. `null` when he decides against it. */
export interface FileChooser {
  /** The absolute path of a file to be written; `name` is a proposal that ends in `ending`. */
  save(name: string, ending: string): Promise<string | null>
  /** The absolute path of a file that is there. @throws AppError `NOT_FOUND` */
  open(ending: string): Promise<string | null>
}

/** Remembers which files of the trader's are being written, until they are whole or cleared. */
export interface UnfinishedFiles {
  /** Notes the file at `path` durably, then does the work that writes it; a part that the work leaves is cleared. */
  /** With a `mark`, a line of the file, the named file itself is cleared too where `settle` was told that it counts for nothing. */
  during<T>(path: string, work: () => Promise<T>, mark?: string): Promise<T>
  /** From now on files with a mark are judged; those that an earlier process left are judged at once. Never throws. */
  settle(isKept: (mark: string) => boolean): void
}

/** Files inside the profile that a backup or a restore needs while it runs, and the copies that a restore puts aside. */
export interface BackupFolder {
  /** A path that nothing has yet, for somebody else to write. @throws AppError `STORAGE_FAILED` */
  newFile(name: string): string
  /** A new empty file for its owner alone. @throws AppError `STORAGE_FAILED` */
  emptyFile(name: string): string
  /** Deletes all of them, as far as it can; the rest goes at the next start. Never rejects. */
  sweep(): Promise<void>
  /** Has `write` fill a file and keeps it, on the disk, beside other profiles that were put aside; answers with the folder. */
  keepCopy(now: string, write: (path: string) => void): string
  dropCopy(folder: string): void
  /** @throws AppError `FILE_NOT_USABLE`, `FILE_EXISTS` for a path at which no backup may be written */
  assertNew(path: string): void
  /** Bytes of a file that is being written, also before it has its name; 0 where there is none. Never throws. */
  written(path: string): number
  /** In bytes. @throws AppError `FILE_NOT_USABLE` when there is no such file */
  sizeOf(path: string): number
}
