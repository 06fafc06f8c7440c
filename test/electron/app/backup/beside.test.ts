// A backup is made beside all other work: another thread reads the profile, orders go on, and the page hears how far it is.

import { expect, test } from 'vitest'
import { draftOf, marketFor } from '../../../support/order-inputs.ts'
import { countStatements } from '../../../support/statements/count-statements.ts'
import { until } from '../../../support/until.ts'
import { makePlace, note, noteOf, startMachine } from './backup-desk.ts'

test('the thread that serves the trader neither copies nor counts, and what is written meanwhile stays', async () => {
  const machine = await startMachine()
  await note(machine, 'before')
  const { recipient, identity, next } = makePlace()
  const statements = countStatements()
  const path = next()
  const exporting = machine.ok('backup.export', { path, recipient })
  const { intentId } = await draftOf(machine)
  expect(await machine.ok('orders.submit', marketFor(intentId))).toMatchObject({ status: 'filled' })
  await exporting
  // The practice exchange, which runs in this process here, counts its own accounts for the order.
  const asked = statements.taken().filter((sql) => /VACUUM|count\(\*\) AS n FROM (?!accounts$)/i.test(sql))
  expect(asked).toEqual([])
  expect((await machine.ok('orders.list')).map(({ status }) => status)).toEqual(['filled'])
  await note(machine, 'after')
  const report = await machine.ok('backup.import', { path, identity })
  expect([report.signedBy, await noteOf(machine)]).toEqual(['this-vault', 'before'])
})

test('the page hears how far it is', async () => {
  const machine = await startMachine()
  const { recipient, next } = makePlace()
  const heard: unknown[] = []
  machine.backend.on('backup.progress', (progress) => heard.push(progress))
  const exporting = machine.ok('backup.export', { path: next(), recipient })
  // The thread that copies takes many turns of the event loop to start alone.
  await until(() => {
    machine.clock.advance(250)
    return heard.length > 0
  })
  await exporting
  expect(heard[0]).toEqual({ done: expect.any(Number), total: expect.any(Number) })
})
