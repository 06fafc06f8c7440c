// Requests to Kraken carry numbers that rise. They rise over restarts as well: whatever the clocks say, however coarse the time
// is that the exchange tells, and without a write for each request.

import { expect, test } from 'vitest'
import { createVenueService } from '../../../../electron/adapters/ccxt/venue-service.ts'
import { createMeta } from '../../../../electron/adapters/sqlite/meta.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const fakeOf = (venue: string): Fake => FAKES.find((fake) => fake.venue === venue) as Fake
const KRAKEN = fakeOf('kraken')

async function startRuns(fake: Fake, reserves: boolean) {
  const clock = makeAppClock()
  const engine = new Engine(() => clock.monotonic(), { keyRule: fake.record.keyRule })
  const venue = await startVenue(fake.dialect, engine)
  const meta = createMeta(openTestDatabase())
  const written: number[] = []
  const reserve = async (name: string, upTo: number) => {
    written.push(upTo)
    return meta.raise(`numbers-${name}`, upTo)
  }
  const passphrase = 'passphrase' in fake.key ? String(fake.key.passphrase) : null
  /** A process of its own, that knows nothing of the one before. */
  const run = () => {
    const service = reserves ? createVenueService(clock, undefined, reserve) : createVenueService(clock)
    const place = { venue: fake.venue, environment: 'test', host: venue.url } as const
    return async () => (await service.call({ ...place, ask: { kind: 'balances' } }, { ...fake.key, passphrase })).kind
  }
  return { clock, run, written }
}

test.each([
  [0, 'at once'],
  [400, 'within the second'],
])('a restart %i ms later (%s) is refused nothing', async (ms) => {
  const { clock, run } = await startRuns(KRAKEN, true)
  clock.advance(990 - (clock.monotonic() % 1_000))
  for (let at = 0; at < 4; at += 1) {
    const ask = run()
    for (let request = 0; request < 5; request += 1) expect(await ask()).toBe('balances')
    clock.advance(ms)
  }
})

test('which is what happens without it', async () => {
  const { run } = await startRuns(KRAKEN, false)
  expect(await run()()).toBe('balances')
  expect(await run()()).toBe('failed')
})

test('what is written down is written once a minute, and runs ahead of the time by little however often it restarts', async () => {
  const { clock, run, written } = await startRuns(KRAKEN, true)
  const ask = run()
  for (let request = 0; request < 50; request += 1) await ask()
  expect(written).toHaveLength(1)
  clock.advance(61_000)
  await ask()
  expect(written).toHaveLength(2)
  for (let at = 0; at < 20; at += 1) expect(await run()()).toBe('balances')
  const ahead = (written.at(-1) ?? 0) - clock.monotonic()
  expect(ahead).toBeLessThan(75_000 + 20 * 1_001 + 1_000)
})

test('elsewhere numbers are times, and none is kept', async () => {
  const { run, written } = await startRuns(fakeOf('binance'), true)
  expect(await run()()).toBe('balances')
  expect(written).toEqual([])
})

test('through the whole app: the clock is set back between two runs', async () => {
  const desk = await startVenueDesk(KRAKEN)
  await desk.ok('portfolio.get', { environment: 'test' })
  for (const jump of [-3_600_000, -86_400_000]) {
    desk.clock.jump(jump)
    await desk.restart()
    await desk.ok('vault.unlock')
    await desk.ok('portfolio.get', { environment: 'test' })
    const { accounts } = await desk.ok('app.status')
    expect(accounts.find(({ accountId }) => accountId === desk.accountId)?.state).toBe('reachable')
    const checked = await desk.ok('accounts.check', { accountId: desk.accountId })
    expect(checked.key?.check?.state).toBe('accepted')
    expect(await desk.submit()).toMatchObject({ status: expect.stringMatching(/open|filled/) })
  }
})
