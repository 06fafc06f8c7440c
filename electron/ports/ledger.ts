// What the ledger keeps: movements in the order of time, which of them count as holdings of the trader's own places, and what share
// of the portfolio each coin or narrative should have.

import type { Decimal } from '../../shared/decimal.ts'
import type { LedgerFilter, Movement } from '../../shared/ledger/ledger.ts'
import type { OwnFill } from '../../shared/ledger/same-trade.ts'
import type { Targets } from '../../shared/ledger/targets.ts'
import type { TransferKey } from '../../shared/ledger/transfers.ts'
import type { Environment } from '../../shared/order.ts'
import type { Page } from '../../shared/page.ts'

/** Where a movement stands: by its time, and of one moment by the order in which they were written down. */
export interface LedgerPosition {
  at: string
  place: number
}

export interface PlacedMovement extends LedgerPosition {
  movement: Movement
}

/** What the trader has said of a withdrawal and a deposit: that they are one transfer, or that they are not. */
export interface TransferRow extends TransferKey {
  isOne: boolean
}

export interface SourceRow {
  entryId: string
  environment: Environment
  place: number
  /** What it changes of the holdings of each coin. */
  sums: ReadonlyMap<string, Decimal>
}

/** The movements. Every method that writes has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface LedgerStore {
  /** Several writes as one: all of them are kept, or none. */
  atomically<T>(work: () => T): T
  find(entryId: string): Movement | null
  /** Newest first. @throws AppError `NOT_FOUND` for a place that is no movement's */
  page(filter: LedgerFilter): Page<Movement>
  /**
   * The next ones after a position in the order of time; from the beginning after `null`. A confirmed transfer is one movement,
   * where the earlier one of its two entries stands.
   */
  after(environment: Environment, position: LedgerPosition | null, limit: number): PlacedMovement[]
  /** What own orders traded at these accounts between two times, both within; each account's oldest first. */
  fills(accountIds: readonly string[], from: string, until: string): OwnFill[]
  /** Another number after each trade that was booked. */
  fillsBooked(): number
  /** Adds one; answers `false` where one of this id is there, and leaves that as it is. */
  add(movement: Movement): boolean
  /** Puts this one in the place of the one with its id. */
  replace(movement: Movement): void
  remove(entryId: string): void
  /** Hides what a source has, and what it gets by `stage`, until it ends. Holdings count none of it. */
  hide(source: string): void
  /** Writes a movement of a hidden source; answers what it changes of holdings, `null` where one of this id is there. */
  stage(movement: Movement): ReadonlyMap<string, Decimal> | null
  /** Takes a movement of a hidden source away; answers what it had changed of holdings, `null` where it is none of it. */
  unstage(entryId: string, source: string): ReadonlyMap<string, Decimal> | null
  /** All of a hidden source is seen from now on, and holdings change by `sums`. */
  show(source: string, environment: Environment, sums: ReadonlyMap<string, Decimal>, at: string): void
  /** Holdings change by these sums. */
  count(environment: Environment, sums: ReadonlyMap<string, Decimal>, at: string): void
  /** The sources that are hidden. */
  hidden(): string[]
  /** Takes away up to so many rows of a hidden source; `false` once none is left, and nothing of it is remembered. */
  drop(source: string, limit: number): boolean
  /** Movements of one source after a place, in the order in which they were written, each with what it changes of holdings. */
  ofSource(source: string, after: number, limit: number): SourceRow[]
  /** Leaves a movement to another import that has it too; `false` where none has. */
  handOver(entryId: string): boolean
  /** A movement that another import brought is one of this source too: it outlives the other one. */
  share(entryId: string, source: string): void
  /** Removes what one source alone has, and leaves to another one what that has too; answers how many are gone. */
  removeSource(source: string): number
  /** The sources that begin with this, newest first. */
  sources(prefix: string): string[]
  /** How many movements one source has, those that it shares among them. */
  counted(source: string): number
  /** Withdrawals and deposits in the order in which they were written; `next` goes on. */
  passages(environment: Environment, after: number, limit: number): Page<Movement>
  transfers(): readonly TransferRow[]
  saveTransfer(key: TransferKey, isOne: boolean): void
  removeTransfer(key: TransferKey): void
  /** Another number after each change but an addition at the end of time: what was reckoned before it no longer holds. */
  rewritten(): number
}

/** What a portfolio was worth on a day, as it was seen last. */
export interface KeptValue {
  environment: Environment
  day: string
  at: string
  value: Decimal
  unpriced: string[]
}

export interface ValueDayStore {
  /** In the place of that day's, if there is one. @throws AppError `STORAGE_FAILED` */
  saveValue(value: KeptValue): void
  /** From a day on, the oldest first. */
  values(environment: Environment, from: string): KeptValue[]
}

/** The targets. A write has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface TargetStore {
  /** `null` where none were ever saved. */
  targets(environment: Environment): Targets | null
  saveTargets(targets: Targets): void
}
