// What is kept of the trader's own research, how what he changed is put back, and what the public suffix list knows of a host.

import type { CoinFact } from '../../shared/research/coin-facts.ts'
import type { Criterion, CriterionMark, CriterionVerdict } from '../../shared/research/criteria.ts'
import type { UndoStep } from '../../shared/undo/undo.ts'

/** What the trader found out about coins. */
export interface FactStore {
  /** By coin, in the order in which they were entered; the same map while none is written. */
  facts(): ReadonlyMap<string, readonly CoinFact[]>
  fact(factId: string): CoinFact | null
  /** One of the same id gives way. */
  saveFact(fact: CoinFact): void
  removeFact(factId: string): void
}

/** The trader's criteria. */
export interface CriterionStore {
  /** The trader's own, in the order in which they were made; the same array while none is written. */
  criteria(): readonly Criterion[]
  /** By coin. */
  criterionMarks(): ReadonlyMap<string, readonly CriterionMark[]>
  saveCriterion(criterionId: string, name: string): void
  /** With everything that was marked with it. */
  removeCriterion(criterionId: string): void
  /** `null` takes the mark away. */
  saveCriterionMark(coinId: string, criterionId: string, verdict: CriterionVerdict | null, at: string): void
}

/** Rows of a table by the value of one of its columns. */
export interface RowScope {
  table: string
  column: string
  value: string
}

/** A row as it is stored, by its key; `null` where there is none. */
export interface RowChange {
  table: string
  key: string
  before: Record<string, string | number | null> | null
  after: Record<string, string | number | null> | null
}

export interface UndoStore {
  /** The rows of these scopes, by table and key. */
  rows(scopes: readonly RowScope[]): ReadonlyMap<string, NonNullable<RowChange['before']>>
  /** The changes between two of those. */
  changes(before: ReturnType<UndoStore['rows']>, after: ReturnType<UndoStore['rows']>): RowChange[]
  /** Newest first. */
  steps(): UndoStep[]
  /** Keeps a step, and forgets those that are too many or from before `since`. */
  add(step: Omit<UndoStep, 'stepId'>, changes: readonly RowChange[], since: string): UndoStep
  /** Puts the newest step's rows further: what it changed from stays. @throws AppError as a write */
  extend(stepId: number, changes: readonly RowChange[], at: string): void
  changesOf(stepId: number): RowChange[] | null
  forget(stepId: number): void
  /** Puts every row back as it was before, in one transaction; answers `false`, and changes nothing, where one is another by now. */
  putBack(changes: readonly RowChange[]): boolean
}

/** Which part of a host somebody registered. */
export interface HostParts {
  /** In ASCII; `null` for a host that nobody can register, such as a bare suffix or an IP address. */
  domain: string | null
  /** What stands in front of the domain, in ASCII; empty where nothing does. */
  subdomain: string
  /** The domain without its suffix. */
  label: string
  suffix: string
  /** The suffix is of a company that gives names below it to anybody, such as pages.dev. */
  isHosted: boolean
  isIp: boolean
  /** The whole host as it would be read: in Unicode where it is not plain ASCII. */
  shown: string
}

/** Takes a host in ASCII apart. */
export type HostReader = (host: string) => HostParts
