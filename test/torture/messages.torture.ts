// A million generated messages over all operations of a real backend: no crash, nothing unhandled, no prototype
// changed, nothing kept that was refused, and no memory that grows with the number of messages.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { OPERATION_NAMES } from '../../shared/contract/contract.ts'
import { furnished } from '../electron/app/furnished.ts'
import { runMessages, type Tally } from '../electron/app/messages/message-run.ts'
import { messageTable, total } from '../electron/app/messages/message-table.ts'
import { announcedSeed } from '../support/hostile/seed.ts'
import { watchProcess } from '../support/process-watch.ts'
import { tapWrites } from '../support/profile/write-tap.ts'

vi.mock(import('../../electron/ipc/handlers/handlers.ts'), async (original) => {
  const real = await original()
  const { spied } = await import('../electron/app/messages/schema-spy.ts')
  return { ...real, createHandlers: spied(real.createHandlers) }
})

// What a passphrase costs is no matter here, and thousands of them are taken.
vi.mock(import('../../electron/vault/primitives.ts'), async (original) => {
  const real = await original()
  const { cheapStretch } = await import('../electron/app/messages/cheap-stretch.ts')
  return { ...real, stretch: cheapStretch(real) }
})

const MESSAGES = Number(process.env['PRELIST_MESSAGES'] ?? 1_000_000)
/** Rounds over all operations; memory is compared between them. */
const ROUNDS = 4
/** What the heap may grow by after the first round, bytes; caches of code and shapes settle within it. */
const GROWTH = 48 * 1024 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}

it('bears a million messages [R11]', async () => {
  const seed = announcedSeed('messages')
  const calm = watchProcess()
  const writes = tapWrites()
  const profile = await furnished()
  const tallies = new Map<string, Tally[]>()
  const heaps: number[] = []
  const count = Math.ceil(MESSAGES / ROUNDS / OPERATION_NAMES.length)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, operation] of OPERATION_NAMES.entries()) {
      const run = { operation, count, seed: seed + (round * OPERATION_NAMES.length + at) * 10_000, profile, writes }
      tallies.set(operation, [...(tallies.get(operation) ?? []), await runMessages(run)])
    }
    calm()
    heaps.push(heapUsed())
    console.log(`messages: round ${round + 1} of ${ROUNDS}, heap ${Math.round((heaps.at(-1) ?? 0) / 1024 / 1024)} MB`)
  }
  const sums = [...tallies].map(([name, ones]): [string, Tally] => [name, total(ones)])
  console.log(messageTable(sums))
  expect(total(sums.map(([, tally]) => tally)).schema).toBeGreaterThanOrEqual(MESSAGES)
  expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(GROWTH)
})
