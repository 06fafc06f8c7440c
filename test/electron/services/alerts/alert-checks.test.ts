// Alerts on prices and silent sources: each told once, over restarts, and never by a price that is old or not real.

import { afterEach, describe, expect, test } from 'vitest'
import { type AlertDesk, noWorld, openAlertDesk, type World } from '../../../support/listings/alert-desk.ts'
import { pass } from '../../../support/listings/listing-desk.ts'

const MINUTE = 60_000
const open: AlertDesk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

function started(world: World = noWorld(), parts: Parameters<typeof openAlertDesk>[1] = {}): AlertDesk {
  const desk = openAlertDesk(world, parts)
  open.push(desk)
  return desk
}

async function restarted(desk: AlertDesk, world: World): Promise<AlertDesk> {
  open.splice(open.indexOf(desk), 1)
  await desk.close()
  return started(world, { dataDir: desk.dataDir, clock: desk.clock })
}

/** Every price of a coin for a while, one every `stepMs`. */
async function walk(desk: AlertDesk, coinId: string, prices: readonly string[], stepMs = MINUTE) {
  for (const price of prices) {
    desk.price(coinId, price)
    await pass(desk.clock, stepMs, 5_000)
  }
}

const codes = (desk: AlertDesk) => desk.shown.map(({ reason }) => reason.code)

describe('a price', () => {
  test('above is told once, also over a restart, and the alert is off then', async () => {
    const world = noWorld()
    let desk = started(world)
    const { alertId } = desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1' })
    await walk(desk, 'ten', ['0.08', '0.1'])
    // Not above yet: the limit itself is not above the limit.
    expect(desk.shown).toEqual([])
    await walk(desk, 'ten', ['0.1001', '0.12', '0.09', '0.13'])
    expect(desk.shown).toMatchObject([
      {
        kind: 'price',
        coinId: 'ten',
        alertId,
        reason: { code: 'PRICE_ROSE_ABOVE', params: { coin: 'TEN', price: '0.1001', limit: '0.1', source: 'Kraken' } },
      },
    ])
    expect(desk.alerts.list()).toMatchObject([{ isOn: false, toldAt: expect.any(String) }])
    desk = await restarted(desk, world)
    await walk(desk, 'ten', ['0.2', '0.05', '0.3'])
    expect(desk.shown).toEqual([])
    expect(desk.notifications.list({})).toHaveLength(1)
  })

  test('below is told again each time that it falls anew, where it repeats', async () => {
    const desk = started()
    desk.alerts.save({ kind: 'price-below', coinId: 'movement', price: '0.5', repeat: true, sound: true })
    await walk(desk, 'movement', ['0.6', '0.49', '0.48', '0.47', '0.51', '0.4', '0.39'])
    expect(codes(desk)).toEqual(['PRICE_FELL_BELOW', 'PRICE_FELL_BELOW'])
    expect(desk.shown.every(({ sound }) => sound)).toBe(true)
  })

  test.each([
    ['of the practice exchange', { simulated: true }],
    ['of an hour ago', { at: new Date(Date.UTC(2026, 10, 23, 11)).toISOString() }],
    ['that is dated a day ahead', { at: new Date(Date.UTC(2026, 10, 24, 12)).toISOString() }],
  ])('%s fires nothing', async (_what, more) => {
    const desk = started()
    desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1' })
    for (let minute = 0; minute < 10; minute += 1) {
      desk.price('ten', '1', more)
      await pass(desk.clock, MINUTE, 5_000)
    }
    expect(desk.shown).toEqual([])
    if ('simulated' in more) expect(desk.alerts.list()).toMatchObject([{ checked: null }])
  })

  test('that moves within a span is told, up and down, across a restart in the middle', async () => {
    const world = noWorld()
    let desk = started(world)
    const span = { kind: 'price-change', coinId: 'peaq', change: '0.1', spanMinutes: 30 } as const
    desk.alerts.save({ ...span, direction: 'down' })
    desk.alerts.save({ ...span, direction: 'up' })
    // TEN's first minutes, slower: nothing within half an hour is a tenth.
    await walk(desk, 'peaq', ['1', '0.98', '0.97', '0.95'], 9 * MINUTE)
    expect(desk.shown).toEqual([])
    desk = await restarted(desk, world)
    await walk(desk, 'peaq', ['0.86'])
    expect(desk.shown.map(({ reason }) => reason)).toMatchObject([
      { code: 'PRICE_MOVED_WITHIN', params: { minutes: 30, price: '0.86', coin: 'peaq' } },
    ])
    await walk(desk, 'peaq', ['0.9', '0.947'])
    expect(codes(desk)).toEqual(['PRICE_MOVED_WITHIN', 'PRICE_MOVED_WITHIN'])
    // However often a price is looked at, a span leaves one a minute at most.
    const { alertId } = desk.alerts.save({ ...span, direction: 'either', change: '0.9' })
    await walk(desk, 'peaq', Array(90).fill('0.9'))
    expect(desk.store.samples(alertId).length).toBeLessThanOrEqual(31)
  })

  test('is not told to a trader who has switched it off or removed it', async () => {
    const desk = started()
    const one = desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1' })
    const other = desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.2' })
    desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1', alertId: one.alertId, isOn: false })
    desk.alerts.remove({ alertId: other.alertId })
    await walk(desk, 'ten', ['1'])
    expect(desk.shown).toEqual([])
    expect(() => desk.alerts.remove({ alertId: other.alertId })).toThrow()
    expect(() => desk.alerts.save({ kind: 'price-above', coinId: 'no-such', price: '1' })).toThrow()
  })
})

test('a source that is silent is told once, and again when it was heard between', async () => {
  const world = noWorld()
  const desk = started(world)
  desk.alerts.save({ kind: 'source-silent', source: 'kraken', minutes: 5, repeat: true })
  const say = async (kraken: number, okx: number) => {
    world.silent = [
      { source: 'kraken', name: 'Kraken', silentMs: kraken * MINUTE },
      { source: 'okx', name: 'OKX', silentMs: okx * MINUTE },
    ]
    await pass(desk.clock, MINUTE, 5_000)
  }
  await say(4.9, 60)
  expect(desk.shown).toEqual([])
  await say(5, 61)
  await say(6, 62)
  await say(0, 63)
  await say(7, 64)
  expect(desk.shown.map(({ reason }) => reason)).toEqual([
    { code: 'SOURCE_SILENT', params: { source: 'Kraken', minutes: 5 } },
    { code: 'SOURCE_SILENT', params: { source: 'Kraken', minutes: 7 } },
  ])
  // One that is switched off is not silent.
  world.silent = []
  await pass(desk.clock, 10 * MINUTE, 5_000)
  expect(desk.shown).toHaveLength(2)
})

describe('a notification', () => {
  test('is kept back in quiet hours, and shown once they are over', async () => {
    const world = noWorld()
    const desk = started(world)
    const minuteNow = new Date(desk.clock.now()).getHours() * 60 + new Date(desk.clock.now()).getMinutes()
    const clockTime = (minutes: number) => {
      const of = (minutes + 1440) % 1440
      return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
    }
    world.quiet = { from: clockTime(minuteNow - 60), until: clockTime(minuteNow + 30) }
    desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1' })
    desk.price('ten', '0.2')
    await pass(desk.clock, 29 * MINUTE, 5_000)
    expect(desk.shown).toEqual([])
    expect(desk.notifications.list({})).toMatchObject([{ state: 'new', shownAt: null }])
    await pass(desk.clock, 2 * MINUTE, 5_000)
    expect(desk.shown).toHaveLength(1)
    // What belongs to an hour that the trader planned is shown all the same.
    world.quiet = { from: '00:00', until: '23:59' }
    const row = {
      kind: 'preflight',
      at: new Date(desk.clock.now()).toISOString(),
      reason: { code: 'PREFLIGHT_HALTED', params: {} },
    }
    const add = { ...row, key: 'p', coinId: 'ten', venue: 'okx', market: 'TEN/USDT', alertId: null, sound: true }
    expect(desk.notifications.add(add as never)).toBe(true)
    expect(desk.notifications.add(add as never)).toBe(false)
    desk.notifications.show()
    await pass(desk.clock, 1_000)
    expect(desk.shown).toHaveLength(2)
  })

  test('that is snoozed comes back at its time, over a restart too; one that is put away does not', async () => {
    const world = noWorld()
    let desk = started(world)
    desk.alerts.save({ kind: 'price-above', coinId: 'ten', price: '0.1' })
    await walk(desk, 'ten', ['0.2'])
    const [told] = desk.notifications.list({})
    const notificationId = told?.notificationId ?? 0
    const until = new Date(desk.clock.now() + 20 * MINUTE).toISOString()
    expect(desk.notifications.snooze({ notificationId, until })).toMatchObject({
      state: 'snoozed',
      snoozedUntil: until,
    })
    await pass(desk.clock, 10 * MINUTE, 5_000)
    expect(desk.shown).toHaveLength(1)
    desk = await restarted(desk, world)
    await pass(desk.clock, 11 * MINUTE, 5_000)
    expect(desk.shown).toMatchObject([{ notificationId, state: 'new' }])
    desk.notifications.snooze({ notificationId, until: null })
    desk = await restarted(desk, world)
    await pass(desk.clock, 60 * MINUTE, 30_000)
    expect(desk.shown).toEqual([])
    const past = new Date(desk.clock.now() - 1).toISOString()
    expect(() => desk.notifications.snooze({ notificationId, until: past })).toThrow()
    expect(() => desk.notifications.snooze({ notificationId: 99, until: null })).toThrow()
  })

  test('that a dead process wrote down and did not show is shown at the next start, and lists go back in pages', async () => {
    const world = noWorld()
    let desk = started(world)
    const at = new Date(desk.clock.now()).toISOString()
    for (let n = 0; n < 25; n += 1) {
      desk.store.addNotification({
        ...{ key: `k${n}`, kind: 'source', at, reason: { code: 'SOURCE_SILENT', params: { source: 'x', minutes: n } } },
        ...{ coinId: null, venue: null, market: null, alertId: null, sound: false },
      })
    }
    desk = await restarted(desk, world)
    await pass(desk.clock, 1_000)
    expect(desk.shown).toHaveLength(25)
    desk = await restarted(desk, world)
    await pass(desk.clock, 1_000)
    expect(desk.shown).toEqual([])
    const pages: number[][] = []
    for (let before: number | undefined; ; ) {
      const { items, next } = desk.notifications.page({ before, limit: 10 })
      pages.push(items.map(({ notificationId }) => notificationId))
      if (next === null) break
      before = next
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5])
    expect(new Set(pages.flat()).size).toBe(25)
  })
})
