// The operations on airdrops, on tasks, and on the calendar of both: name, input and output of each.

import type {
  Airdrop,
  AirdropClaim,
  AirdropTask,
  Difficulty,
  Friction,
  ProjectStatus,
  TaskCost,
  TaskEvidence,
  TaskPeriod,
  TypedDeadline,
} from '../airdrops/airdrops.ts'
import type { AirdropProgress } from '../coin.ts'
import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'
import type { Page } from '../page.ts'
import type { Nothing } from './nothing.ts'

/** A part of the list: `before` is the `next` of the page in front of it. */
interface TaskFilter {
  coinId?: string | undefined
  before?: number | undefined
  limit?: number | undefined
}

/** Every field that is left out stays as it is. */
type Partly<T> = { [K in keyof T]?: T[K] | undefined }

export interface AirdropOperations {
  /** Coins with a published claim, and those that the trader put there. */
  'airdrops.list': { input: Nothing; output: Airdrop[] }
  'airdrops.save': {
    input: {
      coinId: string
      progress?: AirdropProgress | undefined
      note?: string | undefined
      deadline?: string | null | undefined
      project?: ProjectStatus | null | undefined
      expected?: Decimal | null | undefined
    }
    output: Airdrop
  }
  'airdrops.remove': { input: { coinId: string }; output: null }
  /** Books what arrived as a holding. The same `claimId` never books twice. */
  'airdrops.claim': {
    input: {
      claimId: string
      coinId: string
      environment: Environment
      amount: Decimal
      price?: Decimal | null | undefined
      receivedAt?: string | undefined
      transaction?: string | null | undefined
      wallet?: string | null | undefined
      note?: string | undefined
    }
    output: AirdropClaim
  }
  /** What is due first in front. */
  'airdropTasks.list': { input: TaskFilter; output: AirdropTask[] }
  'airdropTasks.page': { input: TaskFilter; output: Page<AirdropTask> }
  /** A new one without `taskId`; it needs a coin and a title. */
  'airdropTasks.save': {
    input: {
      taskId?: string | undefined
      coinId?: string | undefined
      title?: string | undefined
      period?: TaskPeriod | undefined
      deadline?: TypedDeadline | null | undefined
      wallet?: string | null | undefined
      friction?: Friction[] | undefined
      difficulty?: Difficulty | null | undefined
      remindMinutes?: number | null | undefined
    }
    output: AirdropTask
  }
  /** `done: false` takes the present period's record away. */
  'airdropTasks.done': {
    input: {
      taskId: string
      done?: boolean | undefined
      /** When; now where it is left out. */
      at?: string | undefined
      evidence?: Partly<TaskEvidence> | undefined
      note?: string | undefined
    } & Partly<TaskCost>
    output: AirdropTask
  }
  'airdropTasks.snooze': { input: { taskId: string; minutes: number }; output: AirdropTask }
  'airdropTasks.remove': { input: { taskId: string }; output: null }
  /** Where the feed lies that calendar programs read again and again; `null` while there is none. */
  'calendar.status': { input: Nothing; output: { feed: string | null } }
  'calendar.setFeed': { input: { on: boolean }; output: { feed: string | null } }
  'calendar.export': { input: { path: string }; output: { path: string; entries: number } }
}

/** A record, so that a name that is missing here does not compile. */
export const AIRDROP_OPERATIONS: Record<keyof AirdropOperations, true> = {
  'airdrops.list': true,
  'airdrops.save': true,
  'airdrops.remove': true,
  'airdrops.claim': true,
  'airdropTasks.list': true,
  'airdropTasks.page': true,
  'airdropTasks.save': true,
  'airdropTasks.done': true,
  'airdropTasks.snooze': true,
  'airdropTasks.remove': true,
  'calendar.status': true,
  'calendar.setFeed': true,
  'calendar.export': true,
}
