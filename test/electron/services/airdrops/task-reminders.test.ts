// Reminders: once a task is due soon, also when the app was closed at that time, until it is done, put off or removed.

import { describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract/contract.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'
import { until } from '../../../support/until.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const dueIn = (status: Output<'app.status'>): string[] =>
  status.notices.flatMap((notice) =>
    notice.code === 'TASKS_DUE'
      ? notice.params.tasks.map((task) => (task.code === 'TASK_DUE' ? task.params.title : task.code))
      : [],
  )
const dueAt = async (desk: Desk) => dueIn(await desk.ok('app.status'))

/** The clock stands at 2026-11-23 12:00 UTC. */
const TASK = {
  ...{ coinId: 'peaq', title: 'Bridge', remindMinutes: 60 },
  deadline: { day: '2026-11-23', time: '14:00', timeZone: 'UTC' },
}

/** Lets the time pass in the steps in which the schedule looks at the clock. */
async function pass(desk: Desk, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE_MS) {
    await until(() => desk.clock.isAsleepFor(MINUTE_MS))
    desk.clock.advance(MINUTE_MS)
  }
}

it('tells of a task an hour before, puts it off when asked to, and is silent once it is done', async () => {
  const desk = await startDesk()
  const { taskId } = await desk.ok('airdropTasks.save', TASK)
  expect(await dueAt(desk)).toEqual([])
  desk.clock.jump(HOUR_MS - MINUTE_MS)
  const told: string[] = []
  desk.backend.on('app.changed', (status) => told.push(...dueIn(status as Output<'app.status'>)))
  await pass(desk, MINUTE_MS)
  await until(() => told.length > 0)
  expect(await dueAt(desk)).toEqual(['Bridge'])
  expect(await desk.ok('airdropTasks.snooze', { taskId, minutes: 30 })).toMatchObject({
    snoozedUntil: '2026-11-23T13:30:00.000Z',
  })
  expect(await dueAt(desk)).toEqual([])
  desk.clock.jump(30 * MINUTE_MS)
  await desk.restart()
  expect(await dueAt(desk)).toEqual(['Bridge'])
  await desk.ok('airdropTasks.done', { taskId })
  expect(await dueAt(desk)).toEqual([])
})

it('tells at the start of what became due while the app was closed, and of nothing that is too late', async () => {
  const desk = await startDesk()
  await desk.ok('airdropTasks.save', TASK)
  await desk.ok('airdropTasks.save', { ...TASK, title: 'Too late', deadline: { ...TASK.deadline, time: '13:00' } })
  await desk.ok('airdropTasks.save', { ...TASK, title: 'Unasked', remindMinutes: null })
  desk.clock.jump(90 * MINUTE_MS)
  await desk.restart()
  expect(await dueAt(desk)).toEqual(['Bridge'])
})

it('reminds of a task that comes back in each of its periods', async () => {
  const desk = await startDesk()
  const { taskId } = await desk.ok('airdropTasks.save', {
    coinId: 'peaq',
    title: 'Daily',
    period: 'day',
    remindMinutes: 60,
  })
  desk.clock.jump(11 * HOUR_MS)
  await desk.restart()
  expect(await dueAt(desk)).toEqual(['Daily'])
  await desk.ok('airdropTasks.done', { taskId })
  desk.clock.jump(2 * HOUR_MS)
  await desk.restart()
  expect(await dueAt(desk)).toEqual([])
  desk.clock.jump(22 * HOUR_MS)
  await desk.restart()
  expect(await dueAt(desk)).toEqual(['Daily'])
})

it('shows each reminder once among what the trader is told, over restarts, and once more after it was put off', async () => {
  const desk = await startDesk()
  const told = async () =>
    (await desk.ok('notifications.list', {})).flatMap(({ kind, reason, shownAt }) =>
      kind === 'task' && reason.code === 'TASK_DUE' ? [[reason.params.title, shownAt !== null]] : [],
    )
  const { taskId } = await desk.ok('airdropTasks.save', TASK)
  expect(await told()).toEqual([])
  desk.clock.jump(HOUR_MS)
  await desk.restart()
  while ((await told()).every(([, isShown]) => !isShown)) await new Promise((turn) => setImmediate(turn))
  expect(await told()).toEqual([['Bridge', true]])
  await desk.restart()
  await desk.ok('airdropTasks.save', { taskId, wallet: 'Ledger 2' })
  expect(await told()).toEqual([['Bridge', true]])
  await desk.ok('airdropTasks.snooze', { taskId, minutes: 30 })
  expect(await told()).toHaveLength(1)
  desk.clock.jump(30 * MINUTE_MS)
  await desk.restart()
  expect(await told()).toHaveLength(2)
})

it('hands a reminder to the shell, where it shows notifications', async () => {
  const shown: string[] = []
  const desk = await startDesk([], { notify: ({ text }) => void shown.push(text) })
  await desk.ok('airdropTasks.save', TASK)
  desk.clock.jump(HOUR_MS)
  await desk.restart()
  await until(() => shown.length > 0)
  expect(shown[0]).toContain('Bridge (peaq)')
})

describe('a reminder that waits', () => {
  const snoozed = async (desk: Desk) => {
    const { taskId } = await desk.ok('airdropTasks.save', TASK)
    desk.clock.jump(HOUR_MS)
    await desk.restart()
    await shownOnce(desk)
    const [first] = await desk.ok('notifications.list', {})
    if (first === undefined) throw new Error('nothing told')
    const until = new Date(desk.clock.now() + 30 * MINUTE_MS).toISOString()
    await desk.ok('notifications.snooze', { notificationId: first.notificationId, until })
    return { taskId, shownAt: first.shownAt }
  }
  const shownOnce = async (desk: Desk) => {
    while ((await desk.ok('notifications.list', {})).every(({ shownAt }) => shownAt === null)) await turn()
  }
  const turn = () => new Promise((next) => setImmediate(next))
  const left = async (desk: Desk, ms: number) => {
    desk.clock.jump(ms)
    await desk.restart()
    for (;;) {
      const [only, ...more] = await desk.ok('notifications.list', {})
      expect(more).toEqual([])
      if (only !== undefined && only.state !== 'snoozed') return only
      await turn()
    }
  }

  it.each([
    ['done', (desk: Desk, taskId: string) => desk.ok('airdropTasks.done', { taskId })],
    ['removed', (desk: Desk, taskId: string) => desk.ok('airdropTasks.remove', { taskId })],
    [
      'moved to another day',
      (desk: Desk, taskId: string) =>
        desk.ok('airdropTasks.save', { taskId, deadline: { day: '2026-12-23', time: null, timeZone: 'UTC' } }),
    ],
  ])('is not shown of a task that is %s meanwhile', async (_, act) => {
    const told: string[] = []
    const desk = await startDesk([], { notify: ({ text }) => void told.push(text) })
    const { taskId, shownAt } = await snoozed(desk)
    expect(told).toHaveLength(1)
    await act(desk, taskId)
    expect(await left(desk, 30 * MINUTE_MS)).toMatchObject({ state: 'dismissed', shownAt })
    expect(told).toHaveLength(1)
  })

  it('is not shown after the deadline', async () => {
    const desk = await startDesk()
    const { shownAt } = await snoozed(desk)
    expect(await left(desk, 2 * HOUR_MS)).toMatchObject({ state: 'dismissed', shownAt })
  })

  it('is shown where the task is open again, or was never done', async () => {
    const desk = await startDesk()
    const { taskId, shownAt } = await snoozed(desk)
    await desk.ok('airdropTasks.done', { taskId })
    await desk.ok('airdropTasks.done', { taskId, done: false })
    const shown = await left(desk, 30 * MINUTE_MS)
    expect(shown).toMatchObject({ state: 'new' })
    expect(shown.shownAt).not.toBe(shownAt)
  })
})
