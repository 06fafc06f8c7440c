// A hundred generated messages and more against the shape of every operation: a typed answer each time, and nothing changes
// that was not asked for in order. `npm run torture -- messages` sends thousands to each.

import { expect, it, vi } from 'vitest'
import { OPERATION_NAMES } from '../../../../shared/contract/contract.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { watchProcess } from '../../../support/process-watch.ts'
import { tapWrites } from '../../../support/profile/write-tap.ts'
import { furnished } from '../furnished.ts'
import { runMessages, type Tally } from './message-run.ts'
import { messageTable } from './message-table.ts'

vi.mock(import('../../../../electron/ipc/handlers/handlers.ts'), async (original) => {
  const real = await original()
  const { spied } = await import('./schema-spy.ts')
  return { ...real, createHandlers: spied(real.createHandlers) }
})

// What a passphrase costs is no matter here, and thousands of them are taken.
vi.mock(import('../../../../electron/vault/primitives.ts'), async (original) => {
  const real = await original()
  const { cheapStretch } = await import('./cheap-stretch.ts')
  return { ...real, stretch: cheapStretch(real) }
})

const COUNT = 100

it('answers a hundred messages an operation without harm [R11]', { timeout: 600_000 }, async () => {
  const seed = announcedSeed('messages')
  const calm = watchProcess()
  const writes = tapWrites()
  const profile = await furnished()
  const tallies: [string, Tally][] = []
  for (const [at, operation] of OPERATION_NAMES.entries()) {
    const tally = await runMessages({ operation, count: COUNT, seed: seed + at * 1_000, profile, writes })
    tallies.push([operation, tally])
    calm()
  }
  console.log(messageTable(tallies))
  for (const [operation, { schema, codes }] of tallies) {
    expect(schema, operation).toBeGreaterThanOrEqual(COUNT)
    expect(Object.keys(codes).length, `${operation}: every message had the same answer`).toBeGreaterThan(1)
  }
})
