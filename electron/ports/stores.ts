// What the services keep: the order journal, the trader's own work, and the last words of a venue.

import type { CoinKind } from '../../shared/assets.ts'
import type { AuditDetail, AuditEventName } from '../../shared/audit.ts'
import type { AirdropProgress, CoinTicker } from '../../shared/coin.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { Movement } from '../../shared/ledger/ledger.ts'
import type { CoinContract } from '../../shared/markets/contracts.ts'
import type {
  Attempt,
  AttemptOutcome,
  AttemptSent,
  Environment,
  Order,
  OrderFilter,
  OrderStatus,
  Side,
} from '../../shared/order.ts'
import type { Page } from '../../shared/page.ts'
import type { Rules } from '../../shared/portfolio.ts'
import type { Reason } from '../../shared/reasons/reason.ts'
import type { CoinFact } from '../../shared/research/coin-facts.ts'
import type { CriterionMark } from '../../shared/research/criteria.ts'
import type { BackupReport } from '../../shared/vault.ts'
import type { OverrideUse } from './overrides.ts'
import type { CriterionStore, FactStore } from './research.ts'
import type { VenueBalance } from './system.ts'
import type { KeptQuote, MarketListing, VenueOrder } from './venue.ts'

export interface DraftRow {
  intentId: string
  window: string
  accountId: string
  coinId: string
  side: Side
  market: string
  createdAt: string
}

/** A row of the profile that holds what Prelist never writes, by the name of its key and of its first bad column. */
export interface BadRow {
  table: string
  row: string
  column: string
}

/** The part of an order that changes after it was recorded. */
export interface OrderChange {
  status: OrderStatus
  reason?: Reason | null
  venueOrder?: VenueOrder
  /** The venue's id, where that is all it told. */
  orderId?: string
}

/** How one sending ended. */
export interface AttemptEnd {
  outcome: AttemptOutcome
  sent: AttemptSent | null
  detail: Reason | null
  /** The exchange's own words, where it said any. */
  words: string | null
}

/** What the look-ups for an order have shown so far; times are the venue's, milliseconds since 1970. */
export interface SearchMemory {
  rounds: number
  /** Complete rounds without a trace of it after the venue would have refused it. */
  silent: number
  lastSilentAt: number | null
}

export type NewOrder = Omit<
  Order,
  | 'status'
  | 'reason'
  | 'venueOrderId'
  | 'filled'
  | 'averagePrice'
  | 'fee'
  | 'fees'
  | 'cancelRequested'
  | 'decidedAt'
  | 'attempts'
  | 'search'
  | 'updatedAt'
>

/** What of an order traded, as far as its cost goes. */
export interface Traded extends Pick<Order, 'accountId' | 'market' | 'side' | 'filled' | 'averagePrice' | 'fees'> {
  /** Its single trades, read only where the venue told no average price. */
  fills: { price: Decimal; amount: Decimal }[]
}

/** The order journal. Every method that writes has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface OrderJournal {
  putDraft(draft: DraftRow): void
  findDraft(intentId: string): DraftRow | null
  findDraftFor(slot: Pick<DraftRow, 'window' | 'accountId' | 'coinId' | 'side'>): DraftRow | null
  dropDraft(intentId: string): void
  saveOverride(intentId: string, reason: string, at: string, until: string): void
  findOverride(intentId: string): { reason: string; at: string; until: string } | null
  /** `uses`: the overrides that it goes out under. */
  recordIntent(order: NewOrder, uses?: readonly OverrideUse[]): void
  /**
   * `forbidden` is asked in the transaction that writes the attempt: `null` is answered, and nothing written, where it names
   * a reason. What `also` writes is kept with the attempt, or not at all.
   */
  startAttempt(
    intentId: string,
    at: string,
    validUntil: number | null,
    forbidden?: () => Reason | null,
    also?: () => void,
  ): Attempt | null
  finishAttempt(intentId: string, number: number, end: AttemptEnd, at: string, change: OrderChange): void
  change(intentId: string, at: string, change: OrderChange): void
  requestCancel(intentId: string, at: string): void
  /** The trader's own judgement, with his reason; `change` where it makes the order another one. */
  decide(intentId: string, at: string, reason: string, change: OrderChange): void
  searchOf(intentId: string): SearchMemory
  saveSearch(intentId: string, memory: SearchMemory, detail: Reason | null, at: string): void
  /** True when the venue's id belongs to an order of this account in the journal. */
  knowsVenueOrder(accountId: string, orderId: string): boolean
  findByKey(accountId: string, venueClientId: string): Order | null
  get(intentId: string): Order | null
  /** @throws AppError `NOT_FOUND` for a `before` that is no place in the list */
  page(filter: Omit<OrderFilter, 'text'> & { limit: number }): Page<Order>
  /**
   * The newest orders with this text among the newest `span` that the filter asks for, at most `limit`, each with its place (`null`
   * for one that cannot be read), and the place of the last that was gone through, `null` where it was the last of all.
   * @throws AppError as `page`
   */
  search(
    filter: OrderFilter & { limit: number; text: string },
    span: number,
  ): { found: { place: number; order: Order | null }[]; scannedTo: number | null }
  /** Whether an order was ever written down for this account. */
  hasAny(accountId: string): boolean
  /** `since`: of those that were written down then or later. */
  withStatus(statuses: readonly OrderStatus[], since?: string): Order[]
  /** How much the trades of this order tell that are written down. */
  booked(intentId: string): Decimal
  /** Another number after each change of what traded. */
  tradedChanged(): number
  /** The coins of an environment of which anything traded, however many orders that took. */
  tradedCoins(environment: Environment): ReadonlySet<string>
  /** The orders of one coin that traded, in the order in which they were written down. */
  tradedOf(environment: Environment, coinId: string): Traded[]
  halts(): { all: boolean; accounts: string[] }
  setHalt(accountId: string | null, halted: boolean): void
}

/** A step of an order's way, for the audit log. */
export type OrderStep =
  | { kind: 'order'; event: AuditEventName<'order'>; subject: string | null; detail: AuditDetail }
  | { kind: 'rule'; event: 'rule-overridden'; subject: string; detail: AuditDetail }

export interface HoldingRow {
  environment: Environment
  coinId: string
  amount: Decimal
}

export interface CustomCoin {
  id: string
  name: string
  ticker: string | null
  what: string
  narratives: string[]
}

/** Everything that the trader keeps of one coin. */
export interface CoinRow {
  coinId: string
  own: CustomCoin | null
  /** Sorts the trader's own coins as `ownCoins` lists them; empty for the others. */
  place: string
  mark: CoinAnnotations | null
  work: AirdropWork | null
  facts: readonly CoinFact[]
  criteria: readonly CriterionMark[]
}

export interface CoinAnnotations {
  watched: boolean | null
  tags: string[]
  early: boolean | null
  kind: CoinKind | null
  /** Further tickers of the coin, by the trader's word. */
  tickers: CoinTicker[]
  /** Where its token lies, by the trader's word. */
  contracts: CoinContract[]
  note: { text: string; updatedAt: string } | null
}

/** What the trader said of a market; `accountId: null` for every account at that exchange. */
export interface MatchAnswer {
  venue: string
  accountId: string | null
  market: string
  /** The asset that the market trades, under the exchange's name. */
  base: string
  coinId: string
  same: boolean
  at: string
}

export interface MatchStore {
  /** The oldest first; the same array as long as none was written. */
  matchAnswers(): readonly MatchAnswer[]
  saveMatchAnswer(answer: MatchAnswer): void
}

export interface AirdropWork {
  progress: AirdropProgress
  note: string
  deadline: string | null
  updatedAt: string
}

export interface TraderStore extends FactStore, CriterionStore {
  /** Several writes as one: all of them are kept, or none. */
  atomically<T>(work: () => T): T
  /** Another number after each change of a coin: one of the trader's own, a mark, or work on an airdrop. */
  coinsChanged(): number
  ownCoins(): CustomCoin[]
  /** What is kept of these coins; of one that is not the trader's own, `own` is `null`. */
  coinRows(coinIds: readonly string[]): CoinRow[]
  /** The ids of coins that go by one of these tickers, by the trader's own entry or mark. */
  coinsOfTickers(tickers: readonly string[]): string[]
  /** Every ticker that the trader has entered. */
  tickers(): string[]
  saveOwnCoin(coin: CustomCoin, at: string): void
  removeOwnCoin(coinId: string): void
  marks(): Map<string, CoinAnnotations>
  saveMark(coinId: string, mark: CoinAnnotations): void
  airdropWork(): Map<string, AirdropWork>
  saveAirdropWork(coinId: string, work: AirdropWork): void
  holdings(environment: Environment): readonly HoldingRow[]
  saveHolding(row: HoldingRow, at: string): void
  /** As `LedgerStore.add`, as a part of what is being written. */
  addMovement(movement: Movement): boolean
  /** The airdrops of the ledger that came to the trader's own places; the same array while the ledger is not written to. */
  ownAirdrops(): readonly Movement[]
  removeHolding(environment: Environment, coinId: string, at: string): void
  coinIsUsed(coinId: string): boolean
  rules(): Rules | null
  saveRules(rules: Rules): void
}

export interface VenueCache {
  balances(accountId: string): { at: string; balances: VenueBalance[] } | null
  saveBalances(accountId: string, at: string, balances: VenueBalance[]): void
  markets(accountId: string): { listing: MarketListing; price: KeptQuote | null }[]
  /** The prices that were told beside those of the listed markets. */
  rates(accountId: string): { market: string; quote: KeptQuote }[]
  saveMarkets(accountId: string, listings: MarketListing[], quotes: { market: string; quote: KeptQuote }[]): void
}

/** What is remembered of a gateway that publishes keys. */
export interface GatewayPin {
  /** Its identity: an Ed25519 public key, base64url. */
  identity: string
  /** Counts the gateway's lists of keys; an older list than this one is refused. */
  serial: number
}

/** The pin of each account's gateway. A write has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface GatewayPins {
  find(accountId: string): GatewayPin | null
  save(accountId: string, pin: GatewayPin, at: string): void
}

/** An entry of the audit log as it is stored. `detail` is canonical JSON, `at` an ISO timestamp. */
export interface AuditRow {
  seq: number
  at: string
  kind: string
  event: string
  subject: string | null
  detail: string
  previous: Uint8Array
  hash: Uint8Array
}

export interface AuditFilter {
  kind?: string | undefined
  subject?: string | undefined
  search?: string | undefined
  /** Only entries with a lower number. */
  before?: number | undefined
  limit: number
}

/** A signed statement of the log's end at entry `seq`, and the public half of the key that signed it. */
export interface CheckpointRow {
  seq: number
  signer: Uint8Array
  note: string
}

export interface AuditStore {
  last(): AuditRow | null
  insert(row: AuditRow): void
  /** Entries with a higher number, oldest first. */
  after(seq: number, limit: number): AuditRow[]
  /** Newest first. */
  find(filter: AuditFilter): AuditRow[]
  /** As `find`, in the newest `span` entries alone; `scannedTo` is the `before` of those behind them, `null` behind the last. */
  findNear(filter: AuditFilter, span: number): { rows: AuditRow[]; scannedTo: number | null }
  has(subject: string, event: string): boolean
  checkpoints(): CheckpointRow[]
  lastCheckpoint(): CheckpointRow | null
  saveCheckpoint(row: CheckpointRow): void
}

/** Reads the whole file of the profile beside whatever else goes on. */
export interface WholeFile {
  /**
   * Looks at every page. Where damage is found nothing more is written to the profile; `overtaken` says that so much was written
   * meanwhile that the look is worth nothing.
   * @throws where it cannot be looked at now, as on a full disk
   */
  check(): Promise<'sound' | 'damaged' | 'overtaken'>
  /**
   * Writes a compact copy of the profile into the empty file at `to`, and answers with the rows of each of `tables` in it. The copy
   * is as the profile was while `still` ran; `begun` is told about how many bytes it will have.
   * @throws AppError `PROFILE_DAMAGED`, or `STORAGE_FAILED`, also where too much was written meanwhile
   */
  copy(
    to: string,
    tables: readonly string[],
    still: <T>(work: () => Promise<T>) => Promise<T>,
    begun: (bytes: number) => void,
  ): Promise<Readonly<Record<string, number>>>
  /** Gives up a look that is under way, which rejects; a copy goes on to its end. */
  stop(): void
}

/** A copy of the profile that is made while everything else goes on. */
export interface Snapshots {
  /**
   * As `WholeFile.copy`; answers with what is in it.
   * @throws AppError `STORAGE_FAILED`, `PROFILE_DAMAGED`
   */
  write(
    to: string,
    still: <T>(work: () => Promise<T>) => Promise<T>,
    begun: (bytes: number) => void,
  ): Promise<BackupReport['counts']>
}

/** Copies of the whole profile database, one file each. */
export interface ProfileCopies {
  counts(): BackupReport['counts']
  /** Writes a compact copy into the empty file at `path`; it is on the disk once the caller has synced it. */
  write(path: string): void
  /**
   * Checks a copy that came from outside, brings it to the newest schema, and tells what is in it.
   * @throws AppError `BACKUP_INVALID`, `PROFILE_TOO_NEW`
   */
  prepare(copy: string): BackupReport['counts']
  /** The limits that its rows would put in the place of those that are here; `null` where they are the same. */
  limitsChanged(copy: string): BackupReport['limitsChanged']
  /** Orders that are not settled here and that the copy does not know: they would be forgotten. */
  forgotten(copy: string): number
  /**
   * Puts the rows of a prepared copy in the place of those that are here, in one transaction with `also`. `logGoesOn`
   * tells whether the audit log that is here was kept, because the copy's is its beginning; `doubted` are the orders that the
   * copy has written down and no attempt at: what left after the copy was made it cannot know, so they are unknown.
   */
  replace(copy: string, sameVault: boolean, also: (how: { logGoesOn: boolean; doubted: string[] }) => void): void
}

/** What is to be done at a time. */
export interface ScheduledTask {
  kind: string
  /** What it is about, in the words of its kind. */
  subject: string
  /** Milliseconds since 1970. */
  dueAt: number
}

export interface ScheduleStore {
  /** Durable on return; one of the same kind and subject gives way. @throws AppError `STORAGE_FAILED` */
  put(task: ScheduledTask): void
  /** Removes this very task; one that was put in its place since stays. */
  remove(task: ScheduledTask): void
  find(kind: string, subject: string): ScheduledTask | null
  /** Every task of these kinds, the one that is due first first. */
  all(kinds: readonly string[]): ScheduledTask[]
}
