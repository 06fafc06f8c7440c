// The listing watch over scripted exchanges: each change once, in time, over restarts, and never out of a list that cannot be true.

import { describe, expect, test } from 'vitest'
import { MARKET_STAGES } from '../../../../shared/markets/market-stages.ts'
import { type ListingDesk, pass, settled } from '../../../support/listings/listing-desk.ts'
import { histories } from '../../../support/listings/listing-histories.ts'
import { listed, type ScriptedVenue } from '../../../support/listings/scripted-lists.ts'
import { WATCH_START as START, startWatch as started } from '../../../support/listings/started-watch.ts'

const MINUTE = 60_000
const iso = (at: number) => new Date(at).toISOString()

const trading = { status: 'TRADING' }
const shape = ({ venue, market, from, to }: { venue: string; market: string; from: unknown; to: unknown }) =>
  `${venue} ${market} ${from} > ${to}`

describe('histories like those of TEN and MOVE at nine exchanges', () => {
  const scripts = histories(START)
  test('tell every change once and in time, through restarts', { timeout: 120_000 }, async () => {
    const ahead: Record<string, number | null> = {
      ...{ binance: 0, kraken: 1_500, coinbase: null, bybit: -2_500, okx: 900 },
      ...{ gate: null, kucoin: null, mexc: 700, bitget: -1_200 },
    }
    const venues = Object.entries(scripts).map(([venue, { steps }]): [string, ScriptedVenue] => [
      venue,
      { steps, others: 40, aheadMs: ahead[venue] ?? null },
    ])
    const run = started(Object.fromEntries(venues))
    let { desk } = run
    await settled()
    for (const [venue, { steps, opening }] of Object.entries(scripts)) {
      const market = steps[0]?.market ?? ''
      const coinId = market.startsWith('MOVE') ? 'movement' : 'ten'
      // These tell it themselves.
      if (opening !== null && !['bybit', 'okx', 'gate', 'kucoin'].includes(venue))
        desk.plans.save({ coinId, venue, market, opensAt: iso(opening) })
    }
    const told: ListingDesk['told'] = []
    for (let minute = 0; minute < 120; minute += 1) {
      await pass(run.clock, MINUTE)
      if (minute % 13 !== 12) continue
      told.push(...desk.told)
      desk = await run.restart(desk)
      await settled()
    }
    told.push(...desk.told)

    const seen = told.map(shape)
    expect(new Set(seen.map((_, at) => told[at]?.eventId)).size).toBe(told.length)
    // Every stage of the table, at one exchange or another.
    const stages = new Set(told.flatMap(({ from, to }) => (from === null ? [to] : [from, to])))
    expect([...stages].toSorted()).toEqual(MARKET_STAGES.toSorted())
    const late: string[] = []
    const rows = Object.entries(scripts).map(([venue, { steps, opening, moments }]) => {
      const changes = [...steps.map((step) => step.at), ...moments].map((ms) => ms - (ahead[venue] ?? 0))
      const mine = told.filter((event) => event.venue === venue)
      const clockAhead = ahead[venue] ?? 0
      const latencies = mine.map((event) => {
        const seenMs = Date.parse(event.seenAt)
        // The change that it tells of is the last one of the script before it, by the exchange's clock.
        const change = Math.max(...changes.filter((ms) => ms <= seenMs))
        const openMs = opening === null ? null : opening - clockAhead
        const isNear = openMs !== null && change >= openMs - 2 * MINUTE && change <= openMs + 10 * MINUTE
        const ms = seenMs - change
        if (ms > (isNear ? 10_000 : 70_000)) late.push(`${shape(event)} after ${ms} ms`)
        return { isNear, ms }
      })
      const worst = (near: boolean) =>
        Math.max(0, ...latencies.filter(({ isNear }) => isNear === near).map(({ ms }) => ms))
      return { venue, changes: mine.length, nearMs: worst(true), otherMs: worst(false), reads: run.lists.reads(venue) }
    })
    console.log('latency of changes, the worst of each exchange:', JSON.stringify(rows))
    expect(late).toEqual([])
    expect(seen).toEqual(desk.store.events({ limit: 500 }).items.toReversed().map(shape))
    expect(seen.filter((one) => one.startsWith('coinbase'))).toEqual([
      'coinbase MOVE/USD null > auction',
      'coinbase MOVE/USD auction > trading',
      'coinbase MOVE/USD trading > limit-only',
      'coinbase MOVE/USD limit-only > halted',
      'coinbase MOVE/USD halted > delisted',
    ])
    expect(seen.filter((one) => one.startsWith('kraken'))).toEqual([
      'kraken TEN/USD null > pre-launch',
      'kraken TEN/USD pre-launch > post-only',
      'kraken TEN/USD post-only > limit-only',
      'kraken TEN/USD limit-only > trading',
      'kraken TEN/USD trading > cancel-only',
      'kraken TEN/USD cancel-only > delisting',
      'kraken TEN/USD delisting > delisted',
    ])
    expect(seen.filter((one) => one.startsWith('bybit'))).toEqual([
      'bybit TEN/USDT null > pre-launch',
      'bybit TEN/USDT pre-launch > auction',
      'bybit TEN/USDT auction > trading',
      'bybit TEN/USDT trading > delisting',
      // Its own time of the end comes before the word that it is closed.
      'bybit TEN/USDT delisting > delisted',
    ])
    expect(seen.filter((one) => /^(gate|kucoin|mexc|bitget) /.test(one)).toSorted()).toEqual(
      [
        ...['gate TEN/USDT null > announced', 'gate TEN/USDT announced > trading', 'gate TEN/USDT trading > delisting'],
        ...['gate TEN/USDT delisting > delisted', 'mexc TEN/USDT null > halted', 'mexc TEN/USDT halted > trading'],
        ...['mexc TEN/USDT trading > delisted', 'kucoin TEN/USDT null > announced'],
        // The last phase of its auction takes no orders.
        ...['kucoin TEN/USDT announced > auction', 'kucoin TEN/USDT auction > announced'],
        ...['kucoin TEN/USDT announced > trading', 'kucoin TEN/USDT trading > halted'],
        ...['kucoin TEN/USDT halted > delisted', 'bitget TEN/USDT null > pre-launch'],
        ...['bitget TEN/USDT pre-launch > trading', 'bitget TEN/USDT trading > delisting'],
        ...['bitget TEN/USDT delisting > delisted'],
      ].toSorted(),
    )
    // Each was shown.
    expect(
      new Set(desk.alertStore.notifications({ limit: 500 }).items.map(({ at, market }) => `${at} ${market}`)).size,
    ).toBeGreaterThan(15)
    expect(desk.errors).toEqual([])
  })
})

const at = (minutes: number, market: string, entry: Record<string, unknown> | null, seconds = 0) => ({
  ...{ market, at: START + minutes * MINUTE + seconds * 1_000, entry },
})

test('a list: that is the first is a baseline; two coins that come in one change are two events', async () => {
  const steps = [at(-5, 'PEAQ/USDT', trading), at(2, 'TEN/USDT', trading), at(2, 'MOVE/USDT', trading)]
  const { desk, clock } = started({ binance: { steps, others: 20 } })
  await pass(clock, MINUTE)
  expect(desk.told).toEqual([])
  expect(desk.view.list({ coinId: 'peaq' })).toMatchObject([
    { venue: 'binance', stage: 'trading', since: null, source: 'list' },
  ])
  await pass(clock, 2 * MINUTE)
  expect(desk.told.map(shape).toSorted()).toEqual([
    'binance MOVE/USDT null > trading',
    'binance TEN/USDT null > trading',
  ])
  expect(desk.told.every((event) => event.at === event.seenAt)).toBe(true)
  expect(desk.shown).toHaveLength(2)
  // Markets of nobody's coins leave no rows.
  expect(desk.store.rows()).toHaveLength(3)
})

test('a list: told of a market before its coin was added, so the coin is no news', async () => {
  const { desk, clock } = started({ binance: { steps: [at(-5, 'NEWCOIN/USDT', trading)], others: 20 } })
  await pass(clock, MINUTE)
  desk.coins.save({ name: 'Moonlight', ticker: 'NEWCOIN' })
  await pass(clock, 2 * MINUTE)
  expect(desk.told).toEqual([])
  expect(desk.store.rows().map(({ market }) => market)).toEqual(['NEWCOIN/USDT'])
})

test('a list: what was listed while the app was closed is told at the next start, once', async () => {
  const steps = [at(10, 'TEN/USDT', trading)]
  const run = started({ binance: { steps, others: 20 } })
  await pass(run.clock, MINUTE)
  await run.close(run.desk)
  run.clock.advance(60 * MINUTE)
  const again = started({ binance: { steps, others: 20 } }, run.dataDir, run.clock)
  await settled()
  expect(again.desk.told.map(shape)).toEqual(['binance TEN/USDT null > trading'])
  const third = await again.restart(again.desk)
  await pass(run.clock, 2 * MINUTE)
  expect(third.told).toEqual([])
})

test.each([
  ['empty', () => []],
  ['cut off in the middle', (all: unknown[]) => all.slice(0, all.length / 2 - 1)],
  ['of one market', (all: unknown[]) => all.slice(-1)],
])('a list: %s says nothing of what is missing, however often it comes', async (_what, cut) => {
  const steps = [at(-5, 'TEN/USDT', trading), at(-5, 'PEAQ/USDT', trading)]
  const { desk, clock, lists } = started({ binance: { steps, others: 60 } })
  await pass(clock, MINUTE)
  lists.break('binance', cut as never)
  await pass(clock, 30 * MINUTE, 5_000)
  expect(desk.told).toEqual([])
  expect(desk.notices.list()).toMatchObject([{ code: 'LIST_IMPLAUSIBLE', params: { venue: 'Binance', before: 62 } }])
  // A change of what it does tell is told all the same.
  lists.break('binance', null)
  await pass(clock, 2 * MINUTE)
  expect(desk.notices.list()).toEqual([])
  expect(desk.told).toEqual([])
})

test('a list: with a hole of a fifth is believed after ten minutes of the same, and told as a fault meanwhile', async () => {
  const steps = [at(-5, 'TEN/USDT', trading)]
  const { desk, clock, lists } = started({ binance: { steps, others: 60 } })
  await pass(clock, MINUTE)
  lists.break('binance', ((all: unknown[]) => all.slice(13)) as never)
  await pass(clock, 9 * MINUTE)
  expect(desk.told).toEqual([])
  expect(desk.notices.list()).toHaveLength(1)
  await pass(clock, 3 * MINUTE)
  expect(desk.told.map(shape)).toEqual(['binance TEN/USDT trading > delisted'])
  await pass(clock, MINUTE)
  expect(desk.notices.list()).toEqual([])
})

test('a list: a market that is missing once is not gone; missing twice, within seconds, it is', async () => {
  const steps = [at(-5, 'TEN/USDT', trading), at(2, 'TEN/USDT', null, 30), at(2, 'TEN/USDT', trading, 62)]
  const { desk, clock, lists } = started({ binance: { steps: steps.slice(0, 1), others: 60 } })
  await pass(clock, MINUTE)
  let cuts = 1
  lists.break('binance', ((all: { market: string }[]) =>
    cuts-- > 0 ? all.filter(({ market }) => market !== 'TEN/USDT') : all) as never)
  await pass(clock, 2 * MINUTE)
  expect(desk.told).toEqual([])
  lists.break('binance', ((all: { market: string }[]) => all.filter(({ market }) => market !== 'TEN/USDT')) as never)
  await pass(clock, 70_000)
  expect(desk.told.map(shape)).toEqual(['binance TEN/USDT trading > delisted'])
  lists.break('binance', null)
  await pass(clock, 70_000)
  expect(desk.told.map(shape).at(-1)).toBe('binance TEN/USDT delisted > trading')
})

test('a list: a copy that is older than the last list changes nothing', async () => {
  const { desk, lists, clock } = started({ binance: { steps: [at(1, 'TEN/USDT', trading)], others: 20 } })
  const read = lists.read
  let isOld = false
  lists.read = async (venue) => {
    const list = await read(venue)
    if (!isOld) return list
    isOld = false
    return { ...list, at: iso(START), markets: list.markets.filter(({ market }) => market !== 'TEN/USDT') }
  }
  await pass(clock, 3 * MINUTE)
  isOld = true
  await pass(clock, 3 * MINUTE)
  expect(desk.told.map(shape)).toEqual(['binance TEN/USDT null > trading'])
  expect(lists.reads('binance')).toBeLessThanOrEqual(8)
})

test('a list: a market that goes to and fro is shown each time, so that the last word is what is so', async () => {
  const halts = [2, 4, 6, 8].flatMap((minute) => [
    at(minute, 'TEN/USDT', { status: 'HALT' }, 30),
    at(minute + 1, 'TEN/USDT', trading, 30),
  ])
  const { desk, clock } = started({ binance: { steps: [at(-5, 'TEN/USDT', trading), ...halts], others: 20 } })
  await pass(clock, 11 * MINUTE)
  expect(desk.told.map(({ to }) => to)).toEqual(Array(4).fill(['halted', 'trading']).flat())
  const shownStages = desk.shown.map(({ reason }) => (reason.params as { to?: string }).to)
  expect(shownStages).toEqual(desk.told.map(({ to }) => to))
})

test('a list: a change whose write was rolled back is shown when it is written at last', async () => {
  const { desk, clock } = started({ binance: { steps: [at(2, 'TEN/USDT', trading)], others: 20 } })
  desk.db.run(`CREATE TRIGGER full BEFORE INSERT ON notifications BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
  await pass(clock, 4 * MINUTE)
  expect(desk.store.events({ limit: 10 }).items).toEqual([])
  desk.db.run('DROP TRIGGER full')
  await pass(clock, 2 * MINUTE)
  expect(desk.shown.map(({ reason }) => reason.code)).toEqual(['LISTING_NEW'])
})

test('a list: an opening that is moved away, back, and away again is shown each time', async () => {
  const opensAt = (minute: number) => ({ stage: 'pre-launch' as const, opensAt: iso(START + minute * MINUTE) })
  const { desk, clock, lists } = started({ binance: { steps: [], others: 20 } })
  for (const minute of [200, 300, 200, 300]) {
    const market = listed('binance', 'TEN/USDT', opensAt(minute))
    lists.break('binance', ((all: unknown[]) => [...all, market]) as never)
    await pass(clock, 2 * MINUTE)
  }
  expect(desk.shown.map(({ reason }) => reason)).toMatchObject([
    { code: 'LISTING_NEW' },
    ...[300, 200, 300].map((minute) => ({ code: 'OPENING_MOVED', params: { opensAt: opensAt(minute).opensAt } })),
  ])
})

test('a list: the time at which a market ends is told with the change, and again when it is another one', async () => {
  const ends = (minute: number, stage: 'delisting' | 'halted' | 'trading' = 'delisting') => {
    return { stage, closesAt: minute === 0 ? null : iso(START + minute * MINUTE) }
  }
  const { desk, clock, lists } = started({ gate: { steps: [], others: 20 } })
  // The fourth tells the same once more, the sixth an end that has passed.
  for (const told of [ends(0, 'trading'), ends(300), ends(400), ends(400), ends(450, 'halted'), ends(1, 'halted')]) {
    lists.break('gate', ((all: unknown[]) => [...all, listed('gate', 'TEN/USDT', told)]) as never)
    await pass(clock, 2 * MINUTE)
  }
  const at = (minute: number) => iso(START + minute * MINUTE)
  expect(desk.shown.map(({ reason: { code, params } }) => [code, (params as { closesAt?: string }).closesAt])).toEqual([
    ['LISTING_NEW', undefined],
    ['LISTING_CLOSES', at(300)],
    ['CLOSING_MOVED', at(400)],
    ['LISTING_CHANGED', undefined],
    ['CLOSING_MOVED', at(450)],
  ])
  expect(desk.told.map(({ to, closesAt }) => [to, closesAt])).toEqual([
    ['trading', null],
    ['delisting', at(300)],
    ['halted', at(450)],
  ])
  expect(desk.view.list({ coinId: 'ten' })).toMatchObject([{ stage: 'halted', closesAt: at(1) }])
})

test('a list: the wall clock may be set: no read is missed, and an opening is met by the exchange’s clock', async () => {
  const steps = [at(30, 'TEN/USDT', trading, 1)]
  const { desk, clock, lists } = started({ binance: { steps, others: 20, aheadMs: 0 } })
  desk.plans.save({ coinId: 'ten', venue: 'binance', market: 'TEN/USDT', opensAt: iso(START + 30 * MINUTE) })
  await pass(clock, 5 * MINUTE)
  clock.jump(-7 * 3_600_000)
  await pass(clock, 5 * MINUTE)
  clock.jump(9 * 3_600_000)
  await pass(clock, 17 * MINUTE)
  const before = lists.reads('binance')
  await pass(clock, 3 * MINUTE + 11_000)
  expect(desk.told.map(shape)).toEqual(['binance TEN/USDT null > trading'])
  expect(Date.parse(desk.told[0]?.at ?? '') - (START + 30 * MINUTE + 1_000)).toBeLessThanOrEqual(10_000)
  expect(lists.reads('binance') - before).toBeGreaterThan(24)
  expect(desk.plans.list()).toMatchObject([{ setBy: 'trader', stage: 'trading', clockOffsetMs: -2 * 3_600_000 }])
})

test('a list: of an exchange that is off is never asked for, and one that is silent more seldom', async () => {
  const run = started({ binance: { steps: [] }, kraken: { steps: [] } })
  await settled()
  run.lists.switchOff('kraken')
  run.lists.break('binance', async () => Promise.reject(new Error('no answer')))
  const before = run.lists.reads('kraken')
  await pass(run.clock, 60 * MINUTE, 10_000)
  expect(run.lists.reads('kraken')).toBe(before)
  expect(run.lists.reads('binance')).toBeLessThan(20)
  expect(run.desk.venueClocks.silentMs('binance')).toBeGreaterThan(50 * MINUTE)
})

test('a list: an exchange is silent from when it is asked, and not for as long as it was off', async () => {
  const { desk, clock, lists } = started({ binance: { steps: [] }, kraken: { steps: [] } })
  lists.break('kraken', async () => Promise.reject(new Error('no answer')))
  const silentMinutes = () => Math.round(desk.venueClocks.silentMs('kraken') / MINUTE)
  await pass(clock, 60 * MINUTE, 10_000)
  expect(silentMinutes()).toBe(60)
  lists.switchOff('kraken')
  desk.watch.wake()
  await pass(clock, 5 * 60 * MINUTE, 60_000)
  lists.switchOn('kraken')
  desk.watch.wake()
  expect(silentMinutes()).toBe(0)
  await pass(clock, 20 * MINUTE, 10_000)
  expect(silentMinutes()).toBe(20)
})
