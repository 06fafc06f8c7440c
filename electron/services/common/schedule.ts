// Tasks that are due at a time, kept in the profile: what was due while the app was closed is done at the next start.

import type { ScheduledTask, ScheduleStore } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Scheduler } from './scheduler.ts'

/** The wall clock can be set, and goes on while the machine sleeps: it is looked at this often at least, milliseconds. */
const LOOK_EVERY_MS = 60_000

export interface Schedule {
  /**
   * Says what does the tasks of a kind, from `start` on. A task is removed when its work is over: after a crash, or when the work
   * throws, it is done again, so that doing it twice must do no harm. The work may put the same task for a later time.
   */
  on(kind: string, work: (task: ScheduledTask) => void | Promise<void>): void
  /** Has it done at its time; one of the same kind and subject gives way. @throws AppError `STORAGE_FAILED` */
  put(task: ScheduledTask): void
  remove(task: ScheduledTask): void
  /** `null` where there is none. */
  find(kind: string, subject: string): ScheduledTask | null
  start(): void
  /** Resolves when the task under way is over. */
  stop(): Promise<void>
}

/** Builds it; nothing is done before `start`. */
export function createSchedule(store: ScheduleStore, scheduler: Scheduler, clock: Clock, logger: Logger): Schedule {
  const works = new Map<string, (task: ScheduledTask) => void | Promise<void>>()
  let isStarted = false
  const waiting = () => store.all([...works.keys()])

  /** False where the work failed: the task stays, and is tried again at the next look. */
  const perform = async (task: ScheduledTask): Promise<boolean> => {
    try {
      await works.get(task.kind)?.(task)
      store.remove(task)
      return true
    } catch (error) {
      logger.error('task-failed', { kind: task.kind, error })
      return false
    }
  }
  const nameOf = ({ kind, subject }: ScheduledTask) => JSON.stringify([kind, subject])
  /** Does everything that is due; answers with the time until the next look, or `null` while there is nothing to wait for. */
  const pass = async (isStopped: () => boolean): Promise<number | null> => {
    const failed = new Set<string>()
    const left = () => waiting().filter((task) => !failed.has(nameOf(task)))
    // Asked anew after each: a work may have put or removed others.
    for (let [task] = left(); task !== undefined && task.dueAt <= clock.now(); [task] = left()) {
      if (isStopped()) return null
      if (!(await perform(task))) failed.add(nameOf(task))
    }
    const [next] = left()
    if (next !== undefined) return Math.min(next.dueAt - clock.now(), LOOK_EVERY_MS)
    return failed.size === 0 ? null : LOOK_EVERY_MS
  }
  /** A disk that gives no rows now may give them later. */
  const unread = (error: unknown): number => {
    logger.error('tasks-not-read', { error })
    return LOOK_EVERY_MS
  }
  const loop = scheduler.loop(
    'schedule',
    async ({ delay, isStopped }) => {
      for (;;) {
        const ms = await pass(isStopped).catch(unread)
        if (ms === null || isStopped()) return
        await delay(ms)
      }
    },
    // One may have been put while the loop came to rest.
    () => waiting().length > 0,
  )
  return {
    // Of a kind that nobody does here, a task waits for a version that does.
    on: (kind, work) => void works.set(kind, work),
    put: (task) => {
      store.put(task)
      if (isStarted) loop.wake()
    },
    remove: store.remove,
    find: store.find,
    start: () => {
      isStarted = true
      loop.start()
    },
    stop: loop.stop,
  }
}
