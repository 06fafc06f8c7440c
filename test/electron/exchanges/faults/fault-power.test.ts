// The power fails: what is not on the disk by then is gone. So the disk must have said that it has the attempt before the first
// byte of the order is handed to the network. Read from the system calls of a real process; needs the Debian package strace.

import { expect, test } from 'vitest'
import { FAKES } from '../../../exchanges/all.ts'
import { classOf, FAULT_CLASSES } from '../../../faults/fault-rows.ts'
import { declareRows, holdToTheList, titleAt } from '../../../faults/rows.ts'
import { traceOrder } from '../../../faults/traced-trader.ts'
import { requirePrograms } from '../../../storage/faults.ts'

/** One exchange of each class: a process under strace takes its time. */
const ONE_OF_EACH = FAULT_CLASSES.flatMap((one) => FAKES.filter((fake) => classOf(fake) === one).slice(0, 1))

/** As strace shows the start of a request. */
const HEAD = /"(POST|GET) \//

for (const fake of ONE_OF_EACH) {
  const title = '24 no byte of an order leaves before its attempt is on the disk'
  const done = declareRows(title, fake)
  test(titleAt(title, fake), { timeout: 120_000 }, async () => {
    requirePrograms()
    const { lines, intentId, engine } = await traceOrder(fake)
    expect(engine.orders).toHaveLength(1)
    const key = fake.record.toClientOrderId(intentId)
    const withKey = lines.findIndex(({ kind, text }) => kind === 'bytes to the venue' && text.includes(key))
    // The head of its request may go out before the part with the key, on a connection that has carried others.
    const firstByte = lines.findLastIndex(
      ({ kind, socket, text }, at) =>
        at <= withKey && kind === 'bytes to the venue' && socket === lines[withKey]?.socket && HEAD.test(text),
    )
    expect(firstByte).toBeGreaterThan(0)
    const before = lines.slice(0, firstByte)
    const attempt = before.findLastIndex(
      ({ kind, text }) => kind === 'journal written' && text.includes(intentId) && text.includes('submitting'),
    )
    expect(attempt, 'the attempt is written').toBeGreaterThan(-1)
    const lastWrite = before.findLastIndex(({ kind }) => kind === 'journal written')
    const onDisk = before.findLastIndex(({ kind }) => kind === 'journal on the disk')
    expect(onDisk, 'and the disk has everything that was written').toBeGreaterThan(lastWrite)
    done()
  })
}

holdToTheList()
