// At Kraken each signed request carries a number above the last one: they leave one after the other, so that none overtakes
// another on a connection of its own and has it refused.

import { expect, it } from 'vitest'
import { createTurns } from '../../../../electron/adapters/ccxt/turns.ts'
import { createVenueService } from '../../../../electron/adapters/ccxt/venue-service.ts'
import type { KeyedCall } from '../../../../electron/ports/vault.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { atOnce } from '../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { NO_LIMIT } from '../../../support/permit.ts'

it('lets one go when the one before is over, and none that has failed holds up the next', async () => {
  const turns = createTurns(makeAppClock())
  const first = Promise.withResolvers<string>()
  const seen: string[] = []
  const one = turns('read', () => first.promise)
  const two = turns('read', async () => seen.push('two')).catch(() => {})
  const three = turns('read', async () => seen.push('three'))
  await Promise.resolve()
  expect(seen).toEqual([])
  first.reject(new Error('lost'))
  await expect(one).rejects.toThrow('lost')
  await Promise.all([two, three])
  expect(seen).toEqual(['two', 'three'])
})

it('waits two seconds for one that hangs, and no longer', async () => {
  const clock = makeAppClock()
  const turns = createTurns(clock)
  void turns('read', () => new Promise(() => {}))
  let gone = false
  const next = turns('read', async () => {
    gone = true
  })
  await clock.sleeping(2_000)
  clock.advance(1_999)
  expect(gone).toBe(false)
  clock.advance(1)
  await next
  expect(gone).toBe(true)
})

it('lets an order go before every read that waits, and look-ups last', async () => {
  const turns = createTurns(makeAppClock())
  const first = Promise.withResolvers<void>()
  const seen: string[] = []
  const all = [turns('look-up', () => first.promise)]
  for (const [purpose, name] of [
    ['look-up', 'look-up 1'],
    ['read', 'read 1'],
    ['look-up', 'look-up 2'],
    ['order', 'order'],
    ['read', 'read 2'],
  ] as const) {
    all.push(turns(purpose, async () => void seen.push(name)))
  }
  first.resolve()
  await Promise.all(all)
  expect(seen).toEqual(['order', 'read 1', 'read 2', 'look-up 1', 'look-up 2'])
})

it('one that has lost its turn by its length ends nobody else’s', async () => {
  const clock = makeAppClock()
  const turns = createTurns(clock)
  const [one, two] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const seen: string[] = []
  const work = [turns('read', () => one.promise), turns('read', () => two.promise)]
  await clock.sleeping(2_000)
  clock.advance(2_000)
  await Promise.resolve()
  work.push(turns('read', async () => void seen.push('three')))
  one.resolve()
  await work[0]
  expect(seen).toEqual([])
  two.resolve()
  await Promise.all(work)
  expect(seen).toEqual(['three'])
})

async function startService(fake: Fake) {
  const clock = makeAppClock()
  const engine = new Engine(() => clock.now(), { keyRule: fake.record.keyRule })
  const venue = await startVenue(fake.dialect, engine)
  const service = createVenueService(clock)
  const passphrase = 'passphrase' in fake.key ? String(fake.key.passphrase) : null
  const call = (ask: KeyedCall['ask']) =>
    service.call({ venue: fake.venue, environment: 'test', host: venue.url, ask }, { ...fake.key, passphrase })
  const { type, price = null, timeInForce = 'gtc' } = atOnce(fake, 2)
  const terms = { market: 'PEAQ/USDT', side: 'buy', type, timeInForce, amount: '25', price } as const
  const key = fake.record.toClientOrderId(crypto.randomUUID())
  const order = { key, ...terms, stopPrice: null, validUntil: clock.now() + 5_000 }
  const place = () => call({ kind: 'place', order, limit: NO_LIMIT })
  await call({ kind: 'balances' })
  return { clock, engine, venue, call, place }
}

it.each(FAKES)('$venue: twenty reads and an order at once, and none is refused', async (fake) => {
  const { engine, call, place } = await startService(fake)
  const reads = Array.from({ length: 20 }, () => call({ kind: 'balances' }))
  const placed = place()
  expect((await Promise.all(reads)).map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'balances'))
  expect(await placed).toMatchObject({ kind: 'answer', answer: { phase: 'answered', code: null } })
  expect(engine.orders).toHaveLength(1)
})

it('at Kraken a read waits for the answer to the order before it', async () => {
  const { clock, venue, call, place } = await startService(recordedAs('kraken'))
  venue.faults.push({ kind: 'slow', when: 'after' })
  const placed = place()
  while (venue.sent.length === 0) await venue.asking()
  const before = venue.asked.length
  const balances = call({ kind: 'balances' })
  await clock.sleeping(2_000)
  expect(venue.asked.slice(before)).toEqual([])
  venue.answer()
  expect(await placed).toMatchObject({ answer: { phase: 'answered' } })
  expect(await balances).toMatchObject({ kind: 'balances' })
})

it('at Kraken an order goes before the look-ups that wait, with the higher number', async () => {
  const { venue, call, place } = await startService(recordedAs('kraken'))
  const before = venue.asked.length
  const looks = Array.from({ length: 6 }, () => call({ kind: 'open', isBackground: true }))
  while (venue.asked.length === before) await venue.asking()
  const placed = place()
  expect(await placed).toMatchObject({ answer: { phase: 'answered', code: null } })
  expect((await Promise.all(looks)).map(({ kind }) => kind)).toEqual(looks.map(() => 'orders'))
  const signed = venue.asked.slice(before).filter((each) => each.startsWith('POST'))
  expect(signed.indexOf('POST /0/private/AddOrder')).toBeLessThanOrEqual(1)
})

function recordedAs(venue: string): Fake {
  const fake = FAKES.find((one) => one.venue === venue)
  if (fake === undefined) throw new Error(`there is no ${venue}`)
  return fake
}

it('at Kraken an order does not wait for the answer to a read that left before it', async () => {
  const { clock, venue, call, place } = await startService(recordedAs('kraken'))
  const held = Promise.withResolvers<void>()
  venue.hold = held.promise
  const balances = call({ kind: 'balances' })
  await clock.sleeping(25)
  const placed = place()
  await clock.sleeping(2_000)
  expect(venue.sent).toEqual([])
  clock.advance(25)
  while (venue.sent.length === 0) await venue.asking()
  expect(await placed).toMatchObject({ answer: { phase: 'answered', code: null } })
  held.resolve()
  expect(await balances).toMatchObject({ kind: 'balances' })
})

it('an order goes before what waits, and waits for another order', async () => {
  const clock = makeAppClock()
  const turns = createTurns(clock)
  const seen: string[] = []
  const never = new Promise<void>(() => {})
  const go = (name: string, until: Promise<void>, isOrder: boolean) =>
    void turns(isOrder ? 'order' : 'read', async () => {
      seen.push(name)
      await until
    })
  const first = Promise.withResolvers<void>()
  go('read', first.promise, false)
  go('second read', never, false)
  go('order', never, true)
  go('other order', never, true)
  await clock.sleeping(25)
  clock.advance(25)
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual(['read', 'order'])
  first.resolve()
  await new Promise((resolve) => setImmediate(resolve))
  clock.advance(25)
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual(['read', 'order'])
})
