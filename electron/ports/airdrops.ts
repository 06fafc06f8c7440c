// What is kept of the trader's work on airdrops beyond progress, note and deadline, and the calendar's file.

import type {
  AirdropClaim,
  Difficulty,
  Friction,
  ProjectStatus,
  TaskPeriod,
  TaskRecord,
  TypedDeadline,
} from '../../shared/airdrops/airdrops.ts'
import type { Decimal } from '../../shared/decimal.ts'

/** What the trader noted of an airdrop as a whole. */
export interface AirdropOutlook {
  project: ProjectStatus | null
  expected: Decimal | null
}

export interface TaskRow {
  taskId: string
  coinId: string
  title: string
  period: TaskPeriod
  deadline: TypedDeadline | null
  wallet: string | null
  friction: Friction[]
  difficulty: Difficulty | null
  remindMinutes: number | null
  snoozedUntil: string | null
  createdAt: string
  updatedAt: string
}

/** Each write is durable on return, or part of the caller's transaction. */
export interface AirdropStore {
  /** Every coin with an outlook. */
  outlooks(): ReadonlyMap<string, AirdropOutlook>
  saveOutlook(coinId: string, outlook: AirdropOutlook): void
  /** In the order in which they were made. */
  tasks(): readonly TaskRow[]
  task(taskId: string): TaskRow | null
  saveTask(task: TaskRow): void
  /** With its records. */
  removeTask(taskId: string): void
  /** By task, newest first. */
  records(): ReadonlyMap<string, readonly TaskRecord[]>
  saveRecord(taskId: string, record: TaskRecord): void
  removeRecord(taskId: string, period: string): void
  /** Newest first. */
  claims(): readonly AirdropClaim[]
  claim(claimId: string): AirdropClaim | null
  addClaim(claim: AirdropClaim): void
  /** Takes the coin off the board: progress, note, deadline and outlook. Tasks and claims are left. */
  removeWork(coinId: string): void
  /** Another number after each write to one of these tables, or to a coin. */
  changed(): number
}

/** The one file that calendar programs read again and again. It is there while the trader wants it. */
export interface CalendarFile {
  path: string
  isOn(): boolean
  /** Whole or not at all. @throws AppError `FILE_NOT_USABLE` */
  write(text: string): void
  remove(): void
}
