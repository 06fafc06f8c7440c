// Damage that shows while the app runs: the operation says so, the status keeps saying it, and nothing more is ordered.

import { expect, it } from 'vitest'
import { firstPageOf, spoilPage } from '../../support/hostile/spoil-table.ts'
import { draftOf, marketFor } from '../../support/order-inputs.ts'
import { startDesk } from '../../support/start-backend.ts'

it('says PROFILE_DAMAGED, keeps a notice on the status, and sends no order any more', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  await desk.backend.close()
  const position = firstPageOf(desk.dataDir, 'airdrop_work')
  await desk.restart()
  expect((await desk.ok('app.status')).notices).toEqual([])
  spoilPage(desk.dataDir, position)
  const told: unknown[] = []
  desk.backend.on('app.changed', (status) => told.push(status))
  expect(await desk.code('airdrops.list')).toBe('PROFILE_DAMAGED')
  expect((await desk.ok('app.status')).notices.map(({ code }) => code)).toEqual(['PROFILE_DAMAGED'])
  expect(told.at(-1)).toMatchObject({ notices: [{ code: 'PROFILE_DAMAGED' }] })
  const refused = await desk.backend.call('orders.submit', marketFor(intentId))
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'PROFILE_DAMAGED', message: expect.stringMatching(/backup\. Nothing was sent\.$/) },
  })
  expect(desk.placed()).toBe(0)
})

it('calls an order unknown whose answer came when the profile had become damaged', async () => {
  let damage = () => {}
  const desk = await startDesk([], { trace: (point) => point === 'answer-received' && damage() })
  const { intentId } = await draftOf(desk)
  await desk.backend.close()
  const position = firstPageOf(desk.dataDir, 'fills')
  await desk.restart()
  damage = () => spoilPage(desk.dataDir, position)
  expect(await desk.ok('orders.submit', marketFor(intentId))).toMatchObject({ intentId, status: 'unknown' })
  expect(desk.placed()).toBe(1)
  const codes = (await desk.ok('app.status')).notices.map(({ code }) => code)
  expect(codes).toEqual(['OUTCOME_NOT_SAVED', 'PROFILE_DAMAGED'])
})
