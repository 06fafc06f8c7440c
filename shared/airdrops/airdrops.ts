// An airdrop as the trader works on it: the board's rows, tasks that come back, what each cost, what is there to show for it.

import type { AirdropNow, AirdropProgress, PublishedAirdrop } from '../coin.ts'
import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'

/** How far the project itself says that it is. `unknown` is never assumed to be any of the others. */
export const PROJECT_STATUSES = [
  'unknown',
  'rumored',
  'confirmed',
  'snapshot-taken',
  'claim-open',
  'distributed',
  'canceled',
] as const

/** What the trader read of the project, on which day and where. */
export interface ProjectStatus {
  status: (typeof PROJECT_STATUSES)[number]
  /** YYYY-MM-DD */
  asOf: string
  source: string
}

export const TASK_PERIODS = ['once', 'day', 'week', 'month'] as const
/** How often a task is to be done. All but `once` begin anew at 00:00 UTC: each day, each Monday, each first of a month. */
export type TaskPeriod = (typeof TASK_PERIODS)[number]

export const FRICTIONS = ['kyc', 'phone', 'social', 'cost'] as const
export type Friction = (typeof FRICTIONS)[number]

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** A day and, where it is known, an hour on the clocks of a place. */
export interface TypedDeadline {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM; `null` means until the day is over there. */
  time: string | null
  /** A name of the IANA time zone database. */
  timeZone: string
}

export interface TaskDeadline extends TypedDeadline {
  /** The moment at which it is too late, ISO 8601 UTC. */
  at: string
}

export interface AssetAmount {
  asset: string
  amount: Decimal
}

/** What doing a task once took; `null` means that nobody noted it. */
export interface TaskCost {
  fees: AssetAmount[]
  money: AssetAmount | null
  minutes: number | null
}

export interface TaskEvidence {
  link: string | null
  transaction: string | null
  /** Where the picture lies on this computer. Prelist keeps the path and never opens the file. */
  picture: string | null
  /** YYYY-MM-DD */
  date: string | null
}

/** That a task was done in one of its periods, `once` among them. */
export interface TaskRecord extends TaskCost {
  /** The period's first day, YYYY-MM-DD; `once` for a task that is done once. */
  period: string
  doneAt: string
  evidence: TaskEvidence
  note: string
}

/** `missed`: too late, and never done. `ended`: it came back until its deadline, which has passed. */
export type TaskState = 'open' | 'done' | 'missed' | 'ended'

export interface AirdropTask {
  taskId: string
  coinId: string
  coinName: string
  title: string
  period: TaskPeriod
  deadline: TaskDeadline | null
  /** What the trader calls the wallet. Never a key and never a recovery phrase. */
  wallet: string | null
  friction: Friction[]
  difficulty: Difficulty | null
  /** So long before it is due the trader is reminded; `null` for not at all. */
  remindMinutes: number | null
  snoozedUntil: string | null
  state: TaskState
  /** By when it is to be done next: the period's end or the deadline, whichever comes first. */
  dueAt: string | null
  /** When it opens again after it was done; `null` where it does not. */
  resetsAt: string | null
  /** Newest first. */
  records: TaskRecord[]
  createdAt: string
  updatedAt: string
}

/** Coins that arrived. Booked as a holding once, whatever is asked how often. */
export interface AirdropClaim {
  claimId: string
  coinId: string
  environment: Environment
  amount: Decimal
  /** USDT a unit on the day of arrival, the holding's basis; `null` where it is not known. */
  price: Decimal | null
  receivedAt: string
  transaction: string | null
  wallet: string | null
  note: string
  bookedAt: string
}

/** One row of the airdrop board. */
export interface Airdrop {
  coinId: string
  name: string
  published: PublishedAirdrop | null
  /** When and by whom the claim was published; `null` for the trader's own coins. */
  publishedIn: { date: string; publisher: string } | null
  now: AirdropNow | null
  /** The words of the evidence behind `now` and of other facts that bear on the airdrop. */
  evidence: { fact: string; date: string | null; source: string }[]
  listed: boolean
  progress: AirdropProgress
  note: string
  /** A date that the trader set for himself, YYYY-MM-DD, or a moment. */
  deadline: string | null
  updatedAt: string | null
  project: ProjectStatus | null
  /** What the trader reckons it is worth, in USDT: an estimate of his own. */
  expected: Decimal | null
  /** All that was noted of its tasks, summed by asset. */
  spent: { fees: AssetAmount[]; money: AssetAmount[]; minutes: number }
  tasks: { open: number; done: number; missed: number; nextDueAt: string | null }
  claims: AirdropClaim[]
}
