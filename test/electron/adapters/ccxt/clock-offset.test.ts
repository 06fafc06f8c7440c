// The offset of the exchange's clock on this side of the vault's process: asked for once a minute, not once an order, and not
// moved by whoever sets this machine's clock.

import { expect, it } from 'vitest'
import { openVenueAccount } from '../../../../electron/adapters/ccxt/venue-account.ts'
import type { KeyUse, VenueAsk } from '../../../../electron/ports/vault.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

const unused = () => Promise.reject(new Error('not asked for here'))

function start() {
  const clock = makeAppClock()
  const asked: VenueAsk[] = []
  const told = { offset: 300, ageMs: 0 }
  const account = openVenueAccount({
    ...{ venue: 'binance', environment: 'test', host: null, clock, newStream: () => 1 },
    keyService: {
      venue: async ({ ask }) => {
        asked.push(ask)
        return { kind: 'offset', ...told }
      },
      ...{ watch: unused, unwatch: unused },
    },
    ...{ isUnlocked: () => true, use: () => ({}) as KeyUse, coinOf: () => null, tickers: () => [] },
  })
  return { clock, asked, told, account }
}

it('is asked for again after a minute, or as soon as whoever asks wants', async () => {
  const { clock, asked, account } = start()
  expect(await account.clockOffset()).toBe(300)
  clock.advance(59_999)
  expect(await account.clockOffset()).toBe(300)
  expect(asked).toHaveLength(1)
  await account.clockOffset(40_000)
  expect(asked).toEqual([
    { kind: 'offset', maxAgeMs: 60_000 },
    { kind: 'offset', maxAgeMs: 40_000 },
  ])
})

it('is as old as its measurement, not as its answer', async () => {
  const { clock, asked, told, account } = start()
  told.ageMs = 50_000
  await account.clockOffset()
  clock.advance(10_000)
  await account.clockOffset()
  expect(asked).toHaveLength(2)
})

it('leads to the same time of the exchange when this machine’s clock is set', async () => {
  const { clock, asked, account } = start()
  const before = clock.now() + (await account.clockOffset())
  clock.jump(3_600_000)
  expect(clock.now() + (await account.clockOffset())).toBe(before)
  expect(asked).toHaveLength(1)
})
