// Tasks that are due at a time: done once, in their order, after a restart too, and again after a failure.

import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createScheduleStore } from '../../../../electron/adapters/sqlite/stores/schedule-store.ts'
import type { ScheduledTask } from '../../../../electron/ports/stores.ts'
import { remindOfKeys } from '../../../../electron/services/accounts/key-reminders.ts'
import { createSchedule } from '../../../../electron/services/common/schedule.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const settled = () => new Promise((resolve) => setImmediate(resolve))

function made() {
  const db = openDatabase(makeProfile())
  onTestFinished(() => db.close())
  const clock = makeAppClock()
  const failures: unknown[] = []
  const logger = { info: () => {}, warn: () => {}, error: (_: string, fields: unknown) => void failures.push(fields) }
  const store = createScheduleStore(db)
  /** Another run of the app over the same profile. */
  const open = () => createSchedule(store, createScheduler(clock, logger), clock, logger)
  const done: string[] = []
  const note = (task: ScheduledTask) => void done.push(`${task.kind} ${task.subject}`)
  /** Lets so much time pass, a minute at a time, as the schedule looks at the clock. */
  const pass = async (ms: number) => {
    for (let gone = 0; gone < ms; gone += MINUTE) {
      clock.advance(MINUTE)
      await settled()
    }
  }
  return { clock, failures, store, open, done, note, pass }
}

it('does each task once, at its time, the earliest first', async () => {
  const { clock, store, open, done, note, pass } = made()
  const schedule = open()
  schedule.on('a', note)
  schedule.put({ kind: 'a', subject: 'late', dueAt: clock.now() + 10 * MINUTE })
  schedule.put({ kind: 'a', subject: 'soon', dueAt: clock.now() + 2 * MINUTE })
  schedule.start()
  await pass(MINUTE)
  expect(done).toEqual([])
  await pass(HOUR)
  expect(done).toEqual(['a soon', 'a late'])
  expect(store.all(['a'])).toEqual([])
  await schedule.stop()
})

it('a task of the same kind and subject gives way, and one that is removed is not done', async () => {
  const { clock, open, done, note, pass } = made()
  const schedule = open()
  schedule.on('a', note)
  schedule.start()
  schedule.put({ kind: 'a', subject: '', dueAt: clock.now() + MINUTE })
  schedule.put({ kind: 'a', subject: '', dueAt: clock.now() + 5 * MINUTE })
  const gone = { kind: 'a', subject: 'gone', dueAt: clock.now() + MINUTE }
  schedule.put(gone)
  schedule.remove(gone)
  await pass(3 * MINUTE)
  expect(done).toEqual([])
  await pass(3 * MINUTE)
  expect(done).toEqual(['a '])
  await schedule.stop()
})

it('does at the next start what was due while the app was closed, and leaves what nobody here can do', async () => {
  const { clock, store, open, done, note, pass } = made()
  const before = open()
  before.put({ kind: 'a', subject: 'x', dueAt: clock.now() + MINUTE })
  before.put({ kind: 'of a newer version', subject: 'x', dueAt: clock.now() + MINUTE })
  await before.stop()
  clock.advance(100 * HOUR)
  const after = open()
  after.on('a', note)
  after.start()
  await pass(MINUTE)
  expect(done).toEqual(['a x'])
  expect(store.find('of a newer version', 'x')).not.toBeNull()
  await after.stop()
})

it('does a task again that failed, and no other one waits for it', async () => {
  const { clock, failures, open, done, note, pass } = made()
  const schedule = open()
  let tries = 0
  schedule.on('bad', () => {
    tries += 1
    if (tries < 3) throw new RangeError('not now')
  })
  schedule.on('good', note)
  schedule.put({ kind: 'bad', subject: '', dueAt: clock.now() })
  schedule.put({ kind: 'good', subject: '', dueAt: clock.now() })
  schedule.start()
  await settled()
  expect([tries, done]).toEqual([1, ['good ']])
  await pass(5 * MINUTE)
  expect(tries).toBe(3)
  expect(failures).toHaveLength(2)
  await schedule.stop()
})

it('keys are looked after every six hours, by a turn that outlives a restart and a clock that was set ahead', async () => {
  const { clock, store, open, pass } = made()
  let sweeps = 0
  const run = () => {
    const schedule = open()
    remindOfKeys(schedule, clock, () => {
      sweeps += 1
    })
    schedule.start()
    return schedule
  }
  const first = run()
  await pass(5 * HOUR)
  expect(sweeps).toBe(0)
  await first.stop()
  const second = run()
  await pass(2 * HOUR)
  expect(sweeps).toBe(1)
  await pass(6 * HOUR)
  expect(sweeps).toBe(2)
  await second.stop()
  store.put({ kind: 'key-reminders', subject: '', dueAt: clock.now() + 1_000 * HOUR })
  const third = run()
  await pass(7 * HOUR)
  expect(sweeps).toBe(3)
  await third.stop()
})
