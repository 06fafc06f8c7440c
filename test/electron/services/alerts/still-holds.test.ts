// What is told late is told only while it is so: a notification that waits is held back until somebody knows, and dropped once it is
// over.

import { expect, it, onTestFinished } from 'vitest'
import { reason } from '../../../../shared/reasons/reason.ts'
import { noWorld, openAlertDesk } from '../../../support/listings/alert-desk.ts'
import { until } from '../../../support/until.ts'

const LOOK_MS = 30_000

it('waits while nobody knows, then shows what holds and drops what is over', async () => {
  const world = { ...noWorld(), holds: null as boolean | null }
  const desk = openAlertDesk(world)
  onTestFinished(desk.close)
  const add = (key: string) =>
    desk.notifications.add({
      ...{ key, kind: 'task', at: '2026-11-23T12:00:00.000Z', coinId: 'peaq' },
      reason: reason('TASK_DUE', { title: key, coin: 'peaq', at: '2026-11-23T13:00:00.000Z' }),
      ...{ venue: null, market: null, alertId: null, sound: false },
    })
  const look = async () => {
    await until(() => desk.clock.isAsleepFor(LOOK_MS))
    desk.clock.advance(LOOK_MS)
  }
  add('first')
  desk.notifications.show()
  await look()
  await until(() => desk.clock.isAsleepFor(LOOK_MS))
  expect([desk.shown, desk.dropped]).toEqual([[], []])
  world.holds = true
  desk.clock.advance(LOOK_MS)
  await until(() => desk.shown.length > 0)
  expect(desk.shown).toMatchObject([{ state: 'new', reason: { params: { title: 'first' } } }])
  world.holds = false
  add('second')
  desk.notifications.show()
  await until(() => desk.dropped.length > 0)
  expect(desk.dropped).toMatchObject([{ state: 'dismissed', shownAt: null, reason: { params: { title: 'second' } } }])
  expect(desk.shown).toHaveLength(1)
  expect(desk.notifications.list({}).map(({ state }) => state)).toEqual(['dismissed', 'new'])
})
