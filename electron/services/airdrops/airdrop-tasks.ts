// Tasks of airdrops: written, done once a period, undone, removed, and told with what is due first in front.

import type { AirdropTask, TaskRecord } from '../../../shared/airdrops/airdrops.ts'
import { periodKey } from '../../../shared/airdrops/task-periods.ts'
import { isTimeZone } from '../../../shared/airdrops/zoned-time.ts'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AirdropStore, TaskRow } from '../../ports/airdrops.ts'
import type { Clock, NewId } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { refuseWalletSecrets } from './no-wallet-secrets.ts'
import { byDue, taskAt } from './task-state.ts'

export interface AirdropTasks {
  /** As they stand now, what is due first in front. */
  all(): readonly AirdropTask[]
  /** @throws AppError `NOT_FOUND` for a coin that nobody knows */
  page(filter: Input<'airdropTasks.page'>): Page<AirdropTask>
  /** @throws AppError `NOT_FOUND`, `BAD_INPUT` for a secret, a strange time zone, or a new task without coin and title */
  save(input: Input<'airdropTasks.save'>): AirdropTask
  /**
   * Done in the present period, or with `done: false` not. Said twice it is one record, and the second says what else there
   * is to it.
   * @throws AppError `NOT_FOUND`, `BAD_INPUT` for a secret, `NOT_ALLOWED` for a time ahead
   */
  done(input: Input<'airdropTasks.done'>): AirdropTask
  /** @throws AppError `NOT_FOUND` */
  snooze(input: Input<'airdropTasks.snooze'>): AirdropTask
  /** @throws AppError `NOT_FOUND` */
  remove(taskId: string): Output<'airdropTasks.remove'>
}

const NO_COST = { fees: [], money: null, minutes: null }
const NO_EVIDENCE = { link: null, transaction: null, picture: null, date: null }
const MINUTE_MS = 60_000
/** Two machines' clocks differ; a record of tomorrow would count for a period that has not begun. */
const AHEAD_MS = 5 * MINUTE_MS

/** Builds it. `changed` is told after each write. */
export function createAirdropTasks(
  coins: Pick<CoinService, 'some' | 'get'>,
  store: AirdropStore,
  clock: Pick<Clock, 'now'>,
  newId: NewId,
  changed: () => void,
): AirdropTasks {
  const iso = (ms: number) => new Date(ms).toISOString()
  const recordsOf = (taskId: string): readonly TaskRecord[] => store.records().get(taskId) ?? []
  const find = (taskId: string): TaskRow => store.task(taskId) ?? refuse('NOT_FOUND', 'UNKNOWN_TASK')
  const show = (taskId: string): AirdropTask => {
    const row = find(taskId)
    const [coin] = coins.some([row.coinId])
    return taskAt(row, recordsOf(taskId), coin?.name ?? row.coinId, clock.now())
  }
  const all = () => {
    const rows = store.tasks()
    const names = new Map(coins.some(rows.map(({ coinId }) => coinId)).map(({ id, name }) => [id, name]))
    const now = clock.now()
    return rows.map((row) => taskAt(row, recordsOf(row.taskId), names.get(row.coinId) ?? row.coinId, now)).sort(byDue)
  }
  const fresh = (input: Input<'airdropTasks.save'>): TaskRow => {
    const { coinId, title } = input
    if (coinId === undefined || title === undefined) return refuse('BAD_INPUT', 'TASK_NEEDS_TITLE')
    const at = iso(clock.now())
    return {
      ...{ taskId: newId(), coinId, title, period: 'once', deadline: null, wallet: null, friction: [] },
      ...{ difficulty: null, remindMinutes: null, snoozedUntil: null, createdAt: at, updatedAt: at },
    }
  }
  return {
    all,
    page: ({ coinId, before = 0, limit = PAGE_SIZE }) => {
      if (coinId !== undefined) coins.get(coinId)
      const those = all().filter((task) => coinId === undefined || task.coinId === coinId)
      return { items: those.slice(before, before + limit), next: those.length > before + limit ? before + limit : null }
    },
    save: (input) => {
      const { taskId, ...fields } = input
      refuseWalletSecrets([fields.title, fields.wallet])
      const { deadline } = fields
      if (deadline !== undefined && deadline !== null && !isTimeZone(deadline.timeZone)) {
        return refuse('BAD_INPUT', 'UNKNOWN_TIME_ZONE')
      }
      const before = taskId === undefined ? fresh(input) : find(taskId)
      // Another date is another reminder: what was put off was the old one.
      const row: TaskRow = { ...before, ...given(fields), snoozedUntil: null, updatedAt: iso(clock.now()) }
      coins.get(row.coinId)
      store.saveTask(row)
      changed()
      return show(row.taskId)
    },
    done: ({ taskId, done = true, at, evidence, note, ...cost }) => {
      refuseWalletSecrets([evidence?.picture, note], [evidence?.link, evidence?.transaction])
      const row = find(taskId)
      const doneAt = at === undefined ? clock.now() : Date.parse(at)
      if (doneAt > clock.now() + AHEAD_MS) return refuse('NOT_ALLOWED', 'DONE_AHEAD')
      const period = periodKey(row.period, doneAt)
      if (!done) store.removeRecord(taskId, period)
      else {
        const before = recordsOf(taskId).find((record) => record.period === period)
        const record = before ?? { period, doneAt: iso(doneAt), ...NO_COST, evidence: NO_EVIDENCE, note: '' }
        store.saveRecord(taskId, {
          ...record,
          ...(at !== undefined && { doneAt: iso(doneAt) }),
          ...given(cost),
          evidence: { ...record.evidence, ...given(evidence ?? {}) },
          note: note ?? record.note,
        })
      }
      changed()
      return show(taskId)
    },
    snooze: ({ taskId, minutes }) => {
      store.saveTask({ ...find(taskId), snoozedUntil: iso(clock.now() + minutes * MINUTE_MS) })
      changed()
      return show(taskId)
    },
    remove: (taskId) => {
      find(taskId)
      store.removeTask(taskId)
      changed()
      return null
    },
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that were not left out. */
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

function refuse(
  code: 'NOT_FOUND' | 'BAD_INPUT' | 'NOT_ALLOWED',
  why: 'UNKNOWN_TASK' | 'TASK_NEEDS_TITLE' | 'UNKNOWN_TIME_ZONE' | 'DONE_AHEAD',
): never {
  throw new AppError(code, reason(why))
}
