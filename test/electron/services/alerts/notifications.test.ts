// What waits to be shown is found however much was told after it.

import { expect, it } from 'vitest'
import { reason } from '../../../../shared/reasons/reason.ts'
import { noWorld, openAlertDesk } from '../../../support/listings/alert-desk.ts'
import { pass, settled } from '../../../support/listings/listing-desk.ts'

const MINUTE = 60_000

it('shows a snoozed notification again though 500 newer ones were shown meanwhile', async () => {
  const desk = openAlertDesk(noWorld())
  const add = (key: string) =>
    desk.notifications.add({
      ...{ key, kind: 'preflight', at: new Date(desk.clock.now()).toISOString(), reason: reason('KEY_TAKEN') },
      ...{ coinId: null, venue: null, market: null, alertId: null, sound: false },
    })
  add('first')
  desk.notifications.show()
  await settled()
  const [first] = desk.notifications.list({})
  const until = new Date(desk.clock.now() + 10 * MINUTE).toISOString()
  desk.notifications.snooze({ notificationId: first?.notificationId ?? 0, until })
  for (let n = 0; n < 500; n += 1) add(`later ${n}`)
  desk.notifications.show()
  await pass(desk.clock, 9 * MINUTE, 30_000)
  expect(desk.shown).toHaveLength(501)
  await pass(desk.clock, 2 * MINUTE, 30_000)
  expect(desk.shown.at(-1)).toMatchObject({ notificationId: first?.notificationId })
  expect(desk.shown).toHaveLength(502)
  await desk.close()
})
