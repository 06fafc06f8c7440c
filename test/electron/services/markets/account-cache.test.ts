// What is known of an account: asked for when it is old, kept when the venue is silent, and never older than an order.

import { expect, it } from 'vitest'
import { createVenueCache } from '../../../../electron/adapters/sqlite/stores/venue-cache.ts'
import type { VenueCache } from '../../../../electron/ports/stores.ts'
import type { Exchange, Logger, VenueBalance } from '../../../../electron/ports/system.ts'
import type { MarketListing } from '../../../../electron/ports/venue.ts'
import { createAccountCache } from '../../../../electron/services/markets/account-cache.ts'
import { AppError } from '../../../../shared/result.ts'
import { GATEWAY } from '../../../../shared/venues/gateway.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'
import { market } from '../../../support/services.ts'

const quiet: Logger = { info: () => {}, warn: () => {}, error: () => {} }
const unused = () => Promise.reject(new Error('not asked for here'))

function start({
  cache = createVenueCache(openTestDatabase()),
  logger = quiet,
}: {
  cache?: VenueCache
  logger?: Logger
} = {}) {
  const clock = makeAppClock()
  const asked = { markets: 0, balances: 0 }
  const askedFor: (readonly string[])[] = []
  const venue = {
    ...{ silent: false, locked: false, cash: '1', price: '2', others: [] as VenueBalance[], hold: Promise.resolve() },
    offsetMs: null as number | null,
  }
  const { price: _price, ...listing } = market('peaq', 'PEAQ', null)
  const answer = async <T>(value: () => T): Promise<T> => {
    // What a venue answers is true of the moment at which it was asked.
    const told = value()
    await venue.hold
    if (venue.locked) throw new AppError('VAULT_LOCKED', 'Locked.')
    if (venue.silent) throw new AppError('VENUE_UNREACHABLE', 'Silent.')
    return told
  }
  const exchange: Exchange = {
    record: GATEWAY,
    place: unused,
    clockOffset: () => (venue.offsetMs === null ? unused() : Promise.resolve(venue.offsetMs)),
    find: unused,
    voidKey: unused,
    cancel: unused,
    openOrders: null,
    depth: null,
    close: async () => {},
    markets: () => {
      asked.markets += 1
      return answer((): MarketListing[] => [listing])
    },
    prices: (assets) => {
      askedFor.push(assets)
      return answer(() => {
        const quote = { bid: venue.price, ask: venue.price, last: venue.price, at: null, ageMs: 0 }
        return ['PEAQ', ...assets].map((asset) => ({ market: `${asset}/USDT`, quote }))
      })
    },
    balances: () => {
      asked.balances += 1
      return answer(() => [{ asset: 'USDT', total: venue.cash, free: venue.cash }, ...venue.others])
    },
  }
  return { view: createAccountCache('practice', exchange, cache, clock, logger), clock, asked, askedFor, venue, cache }
}

const cashOf = (sheet: { balances: { total: string }[] } | null) => sheet?.balances[0]?.total ?? null

it('asks once for what is asked together, and not again for two seconds', async () => {
  const { view, clock, asked } = start()
  await Promise.all([view.markets(), view.markets(), view.balances(), view.balances()])
  clock.advance(1_999)
  await Promise.all([view.markets(), view.balances()])
  expect(asked).toEqual({ markets: 1, balances: 1 })
  clock.advance(1)
  await Promise.all([view.markets(), view.balances()])
  expect(asked).toEqual({ markets: 2, balances: 2 })
})

it('keeps the last words of a silent venue, asks it again after a second, and says how it stands', async () => {
  const { view, clock, asked, venue } = start()
  expect(view.status()).toEqual({ state: 'not-started', lastAnswerAt: null, lastAnswerMs: null })
  await Promise.all([view.balances(), view.markets()])
  const reached = {
    state: 'reachable',
    lastAnswerAt: new Date(clock.now()).toISOString(),
    lastAnswerMs: clock.monotonic(),
  }
  expect(view.status()).toEqual(reached)
  venue.silent = true
  clock.advance(2_000)
  expect([cashOf(await view.balances()), (await view.markets())[0]?.price?.last]).toEqual(['1', '2'])
  expect(view.status()).toEqual({ ...reached, state: 'unreachable' })
  clock.advance(999)
  await view.balances()
  expect(asked.balances).toBe(2)
  venue.silent = false
  venue.cash = '5'
  clock.advance(1)
  expect(cashOf(await view.balances())).toBe('5')
  expect(view.status().state).toBe('reachable')
})

it('says once that the venue fell silent, not at each look', async () => {
  const said: string[] = []
  const { view, clock, venue } = start({ logger: { ...quiet, warn: (event) => said.push(event) } })
  venue.silent = true
  for (let look = 0; look < 5; look++) {
    await view.balances()
    clock.advance(5_000)
  }
  expect(said).toEqual(['venue-unreachable'])
})

it('asks for balances at once after an order, also after a failure', async () => {
  const { view, asked, venue } = start()
  await view.balances()
  venue.cash = '9'
  view.touchBalances()
  expect(cashOf(await view.balances())).toBe('9')
  venue.silent = true
  view.touchBalances()
  await view.balances()
  view.touchBalances()
  await view.balances()
  expect(asked.balances).toBe(4)
})

it('knows what was kept and nothing else once another profile was restored', async () => {
  const { view, asked, cache, venue } = start()
  await Promise.all([view.balances(), view.markets()])
  cache.saveBalances('practice', '2026-01-01T00:00:00.000Z', [{ asset: 'USDT', total: '7', free: '7' }])
  cache.saveMarkets('practice', [], [])
  venue.silent = true
  view.reload()
  expect([cashOf(view.lastBalances()), view.lastMarkets()]).toEqual(['7', []])
  expect(cashOf(await view.balances())).toBe('7')
  expect(asked.balances).toBe(2)
})

it('takes no answer for fresh that was under way when an order changed the balances', async () => {
  const { view, asked, venue } = start()
  let letGo = (): void => {}
  venue.hold = new Promise((resolve) => {
    letGo = resolve
  })
  const before = view.balances()
  venue.cash = '0.5'
  view.touchBalances()
  const after = [view.balances(), view.balances()]
  letGo()
  await before
  expect((await Promise.all(after)).map(cashOf)).toEqual(['0.5', '0.5'])
  expect([cashOf(await view.balances()), asked.balances]).toEqual(['0.5', 2])
})

it('starts from what was kept, with its time, and asks anew', async () => {
  const first = start()
  await Promise.all([first.view.markets(), first.view.balances()])
  const kept = [first.view.lastMarkets(), first.view.lastBalances()]
  const second = start({ cache: first.cache })
  expect([second.view.lastMarkets(), second.view.lastBalances()]).toEqual(kept)
  second.venue.cash = '3'
  expect(cashOf(await second.view.balances())).toBe('3')
})

it('writes streaming prices down every half minute, not each time', async () => {
  const saves: string[] = []
  const cache = createVenueCache(openTestDatabase())
  const { view, clock } = start({ cache: { ...cache, saveMarkets: (accountId) => saves.push(accountId) } })
  for (let look = 0; look < 16; look++) {
    await view.markets()
    clock.advance(2_000)
  }
  expect(saves).toHaveLength(2)
})

it('believes a venue whose words cannot be kept', async () => {
  const said: string[] = []
  const full = () => {
    throw new AppError('STORAGE_FAILED', 'Full.')
  }
  const cache = { ...createVenueCache(openTestDatabase()), saveBalances: full, saveMarkets: full }
  const { view } = start({ cache, logger: { ...quiet, error: (event) => said.push(event) } })
  expect([cashOf(await view.balances()), (await view.markets()).length]).toEqual(['1', 1])
  expect([view.status().state, said]).toEqual(['reachable', ['venue-cache-not-saved', 'venue-cache-not-saved']])
})

it('asks for the price of what the balances show for the first time at once, and of dust or listed coins never', async () => {
  const { view, clock, askedFor, venue } = start()
  const held = (asset: string, total: string) => ({ asset, total, free: total })
  venue.others = [held('BTC', '0.1'), held('PEAQ', '5'), held('OLD', '0.000001'), held('NONE', '0')]
  await view.refresh()
  expect(askedFor).toEqual([[], ['BTC']])
  expect([view.lastRate('BTC')?.price, view.lastRate('USDT')?.price, view.lastRate('ETH')]).toEqual(['2', '1', null])
  await view.refresh()
  clock.advance(2_000)
  await view.refresh()
  expect(askedFor).toEqual([[], ['BTC'], ['BTC']])
})

it('keeps the prices of other assets for the hours without the venue', async () => {
  const first = start()
  first.venue.others = [{ asset: 'BTC', total: '0.1', free: '0.1' }]
  await first.view.balances()
  await first.view.markets()
  const { price, at } = first.view.lastRate('BTC') ?? {}
  const second = start({ cache: first.cache })
  expect(second.view.lastRate('BTC')).toMatchObject({ price, at })
  expect(second.view.lastRate('PEAQ')?.price).toBe('2')
})

it('what is known well enough is not waited for while it is asked for anew', async () => {
  const { view, clock, asked, venue } = start()
  await view.poll()
  clock.advance(1_250)
  const held = Promise.withResolvers<void>()
  venue.hold = held.promise
  const polled = view.poll()
  await Promise.all([view.markets(), view.balances(), view.refreshForOrder()])
  expect(asked).toEqual({ markets: 2, balances: 2 })
  held.resolve()
  await polled
})

it('an answer is as old as its question, and one that was long on its way is asked for again', async () => {
  const { view, clock, asked, venue } = start()
  const held = Promise.withResolvers<void>()
  venue.hold = held.promise
  const slow = view.balances()
  clock.advance(1_500)
  held.resolve()
  await slow
  clock.advance(500)
  await view.balances()
  expect(asked.balances).toBe(2)
  clock.advance(2_000)
  const later = Promise.withResolvers<void>()
  venue.hold = later.promise
  const poll = view.poll()
  clock.advance(2_000)
  venue.cash = '7'
  const wanted = view.balances()
  later.resolve()
  expect(cashOf(await wanted)).toBe('7')
  await poll
  expect(asked.balances).toBe(4)
})

it('a poll that fails keeps nobody from asking at once', async () => {
  const { view, asked, venue } = start()
  venue.offsetMs = 0
  venue.silent = true
  expect(await view.poll()).toBeNull()
  venue.silent = false
  await view.balances()
  expect(asked.balances).toBe(2)
})

it('a poll was told whatever no question of it failed, however the time went meanwhile', async () => {
  const { view, clock, venue } = start()
  venue.offsetMs = 0
  const { monotonic } = clock
  // A real clock stands still for nobody, and a collection of garbage may come between any two looks at it.
  let looks = 0
  clock.monotonic = () => monotonic() + 40 * ++looks
  expect(await view.poll()).not.toBeNull()
  expect(await view.poll()).not.toBeNull()
})

it('a poll that joins a question answers from when that was asked; one that an order has overtaken, that it is wrong', async () => {
  const { view, clock, asked, venue } = start()
  venue.offsetMs = 0
  await view.poll()
  clock.advance(2_000)
  const held = Promise.withResolvers<void>()
  venue.hold = held.promise
  const [askedAt, wanted] = [clock.monotonic(), view.balances()]
  clock.advance(900)
  const joined = view.poll()
  held.resolve()
  await wanted
  expect(await joined).toBe(askedAt)
  expect(asked.balances).toBe(2)
  clock.advance(1_250)
  const later = Promise.withResolvers<void>()
  venue.hold = later.promise
  const overtaken = view.poll()
  view.touchBalances()
  later.resolve()
  expect(await overtaken).toBe(Number.NEGATIVE_INFINITY)
})

it('calls no venue silent that was not asked because the vault is locked', async () => {
  const { view, clock, venue } = start()
  venue.locked = true
  await view.balances()
  expect(view.status()).toEqual({ state: 'not-started', lastAnswerAt: null, lastAnswerMs: null })
  // Nor does it seem to be on its way each time that it is looked for.
  clock.advance(2_000)
  const looking = view.balances()
  expect(view.status().state).toBe('not-started')
  await looking
  venue.locked = false
  clock.advance(2_000)
  await view.balances()
  expect(view.status().state).toBe('reachable')
  venue.locked = true
  clock.advance(2_000)
  await view.balances()
  expect(view.status()).toMatchObject({ state: 'not-started', lastAnswerAt: expect.any(String) })
  venue.locked = false
  venue.silent = true
  clock.advance(2_000)
  await view.balances()
  expect(view.status().state).toBe('unreachable')
})

it('remembers how far the venue’s clock is from this one, and since when', async () => {
  const { view, clock, venue } = start()
  expect(view.lastClockOffset()).toBeNull()
  await view.poll()
  expect(view.lastClockOffset()).toBeNull()
  venue.offsetMs = -730
  await view.poll()
  const asOfMs = clock.monotonic()
  expect(view.lastClockOffset()).toEqual({ offsetMs: -730, asOfMs })
  venue.offsetMs = null
  clock.advance(60_000)
  await view.poll()
  expect(view.lastClockOffset()).toEqual({ offsetMs: -730, asOfMs })
  view.reload()
  expect(view.lastClockOffset()).toBeNull()
})
