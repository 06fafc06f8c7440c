// Tasks on the page: what is taken back comes with all that was noted of it.

import { beforeEach, expect, test } from 'vitest'
import { loadTasks, markDone } from '../../../renderer/state/coins/tasks-actions.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import { aTask } from '../fakes/fake-airdrops.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

const RECORD = {
  ...{ period: 'once', doneAt: '2026-11-29T23:59:00.000Z', money: { asset: 'USD', amount: '12' }, minutes: 15 },
  fees: [{ asset: 'ETH', amount: '0.003' }],
  evidence: { link: 'https://example.com/bridge', transaction: '0xabc', picture: null, date: '2026-11-29' },
  note: 'By the second bridge.',
}
const { taskId } = aTask({})
let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
})

const records = () => desktop.state.tasks.find((task) => task.taskId === taskId)?.records
const undo = async () => {
  const before = useStatus.getState().message
  before?.action?.run()
  await expect.poll(() => useStatus.getState().message !== before).toBe(true)
}

test('a record that is taken away comes back whole', async () => {
  desktop.state.tasks = [aTask({ state: 'done', records: [RECORD] })]
  await loadTasks()
  await markDone({ taskId, done: false })
  expect(records()).toEqual([])
  await undo()
  expect(records()).toEqual([RECORD])
  // And once more, with what the message itself knows.
  await undo()
  await undo()
  expect(records()).toEqual([RECORD])
})

test('a task that was marked done is open again, and nothing is offered that would make up a record', async () => {
  desktop.state.tasks = [aTask({})]
  await loadTasks()
  await markDone({ taskId })
  await undo()
  expect(records()).toEqual([])
  await markDone({ taskId, done: false }, aTask({}))
  expect(useStatus.getState().message?.action).toBeUndefined()
})
