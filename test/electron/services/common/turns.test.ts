// Long work in turns: it goes on at once while its turn is short, and lets the others run once it was long, by time.

import { expect, it } from 'vitest'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createTurns } from '../../../../electron/services/common/turns.ts'
import { createLedgerRuns } from '../../../../electron/services/ledger/ledger-runs.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

it('pauses after four milliseconds, whatever was done in them', async () => {
  let now = 0
  let pauses = 0
  const { turn, isLong } = createTurns(
    () => now,
    async () => {
      pauses += 1
      // The others take their time, which is none of this turn's.
      now += 100
    },
  )
  for (const [spent, expected] of [
    [3.9, 0],
    [0.2, 1],
    [1, 1],
    [50, 2],
    [0, 2],
  ] as const) {
    now += spent
    expect(isLong()).toBe(pauses < expected)
    await turn()
    expect(pauses).toBe(expected)
  }
})

it('a reckoning can be interrupted after each movement, and begins anew where the past changes in between', async () => {
  const store = createLedgerStore(openTestDatabase())
  const buy = (n: number, price = '1') =>
    movement({ entryId: `e${n}`, kind: 'buy', amount: '1', price, at: new Date(n * 1_000).toISOString() })
  for (let n = 0; n < 120; n += 1) store.add(buy(n))
  let turns = 0
  const runs = createLedgerRuns(store, async () => {
    turns += 1
    if (turns === 30) store.replace(buy(2, '5'))
  })
  const { assets } = await runs.upToNow({ environment: 'live', method: 'fifo', basis: 'zero' })
  expect(turns).toBe(150)
  const [sums] =
    assets()
      .find(({ asset }) => asset === 'PEAQ')
      ?.sums() ?? []
  expect([sums?.amount, sums?.cost]).toEqual(['120', '124'])
})
