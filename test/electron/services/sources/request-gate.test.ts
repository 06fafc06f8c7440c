// When a source may be asked: budgets by the minute, day and month that survive a restart, and pauses that only grow shorter by
// being over.

import { expect, it } from 'vitest'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import type { SourceTrouble } from '../../../../electron/ports/market-data.ts'
import { createRequestGate } from '../../../../electron/services/sources/request-gate.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const DAY = 86_400_000

function opened(start = Date.UTC(2026, 10, 23, 12)) {
  const store = createSourceStore(openTestDatabase())
  const clock = makeAppClock(start)
  const gateOf = () => createRequestGate({ store, clock, changed: () => {} })
  const on = (source: SourceId, more = {}) => store.save({ ...store.row(source), enabled: true, ...more })
  return { store, clock, gate: gateOf(), gateOf, on }
}

const trouble = (kind: SourceTrouble['kind'], asked: number | null): SourceTrouble => {
  return { why: reason('SOURCE_FAILED', { status: 500 }), kind, asked }
}

it('lets nothing out to a source that is off, nor to one that was never saved', () => {
  const { gate, store, on } = opened()
  expect(gate.take('okx')).toEqual(reason('SOURCE_OFF'))
  on('okx')
  expect(gate.take('okx')).toBeNull()
  store.save({ ...store.row('okx'), enabled: false })
  expect(gate.take('okx')).toEqual(reason('SOURCE_OFF'))
  expect(gate.budget('okx', 1).usedToday).toBe(1)
})

it('a minute is any sixty seconds, and says when there is room again', () => {
  const { gate, clock, on } = opened()
  on('kraken', { perMinute: 2 })
  expect([gate.take('kraken'), gate.take('kraken')]).toEqual([null, null])
  clock.advance(59_999)
  const until = new Date(clock.now() + 1).toISOString()
  expect(gate.take('kraken')).toEqual(reason('SOURCE_BUDGET_SPENT', { period: 'minute', allowed: 2, until }))
  clock.advance(1)
  expect(gate.take('kraken')).toBeNull()
})

it('a month is a calendar month by UTC, counted over restarts, and no clock that jumps within it frees a call', () => {
  const { gate, gateOf, clock, on } = opened(Date.UTC(2026, 10, 30, 23, 59))
  on('token-metrics', { perMonth: 3, perMinute: 1_000 })
  for (let call = 0; call < 3; call++) expect(gate.take('token-metrics')).toBeNull()
  const spent = reason('SOURCE_BUDGET_SPENT', { period: 'month', allowed: 3, until: '2026-12-01T00:00:00.000Z' })
  expect(gateOf().take('token-metrics')).toEqual(spent)
  clock.jump(-5 * DAY)
  expect(gateOf().take('token-metrics')).toEqual(spent)
  clock.jump(5 * DAY)
  clock.advance(60_000)
  expect(gateOf().take('token-metrics')).toBeNull()
  expect(gateOf().budget('token-metrics', 4).usedThisMonth).toBe(1)
})

it.each<[string, SourceTrouble, number, SourceId?]>([
  ['a pause of 0 is one of a second', trouble('limit', 0), 1_000],
  ['one that is named is kept', trouble('limit', 90_000), 90_000],
  ['none is longer than a day', trouble('limit', 9e9), DAY],
  ['a limit without one is a minute', trouble('limit', null), 60_000],
  ['a failure is five seconds', trouble('failed', null), 5_000],
  ['one question that was refused without a key is a failure', trouble('refused', null), 5_000],
  ['a refused key is an hour', trouble('refused', null), 3_600_000, 'coingecko'],
])('%s', (_, came, pause, source = 'bybit') => {
  const { gate, gateOf, clock, on } = opened()
  on(source)
  gate.take(source)
  gate.failed(source, came)
  clock.advance(pause - 1)
  const until = new Date(clock.now() + 1).toISOString()
  expect(gateOf().take(source)).toEqual(reason('SOURCE_RESTS', { until }))
  clock.advance(1)
  expect(gateOf().take(source)).toBeNull()
})

it('failures in a row double the pause up to an hour, and an answer ends them', () => {
  const { gate, clock, store, on } = opened()
  on('gate')
  const pauses = Array.from({ length: 14 }, () => {
    gate.failed('gate', trouble('failed', null))
    const pause = Date.parse(store.row('gate').restsUntil ?? '') - clock.now()
    clock.advance(pause)
    return pause / 1_000
  })
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600, 3_600])
  gate.answered('gate')
  expect(store.row('gate')).toMatchObject({ lastError: null, restsUntil: null })
  gate.failed('gate', trouble('failed', null))
  expect(Date.parse(store.row('gate').restsUntil ?? '') - clock.now()).toBe(5_000)
})

it('a clock that is turned far back does not make it rest for weeks', () => {
  const { gate, clock, on } = opened()
  on('okx')
  gate.failed('okx', trouble('limit', 60_000))
  clock.jump(-30 * DAY)
  expect(gate.take('okx')).toBeNull()
})

it('what the source tells counts in place of what was counted, and goes on from there', () => {
  const { gate, on } = opened()
  on('cryptorank')
  gate.take('cryptorank')
  gate.told('cryptorank', { perMinute: 20, perDay: 400, perMonth: 10_000, usedToday: 399, usedThisMonth: 500 })
  expect(gate.take('cryptorank')).toBeNull()
  const budget = gate.budget('cryptorank', 0)
  expect(budget).toMatchObject({
    usedToday: 400,
    usedThisMonth: 501,
    perDay: 400,
    countedHere: false,
    arithmetic: null,
  })
  const until = '2026-11-24T00:00:00.000Z'
  expect(gate.take('cryptorank')).toEqual(reason('SOURCE_BUDGET_SPENT', { period: 'day', allowed: 400, until }))
})

it('an answer that was under way ends no pause that another one has asked for, and a short one takes nothing off it', () => {
  const { gate, clock, store, on } = opened()
  on('okx')
  gate.take('okx')
  gate.take('okx')
  const until = new Date(clock.now() + 90_000).toISOString()
  gate.failed('okx', { ...trouble('limit', 90_000), why: reason('SOURCE_RESTS', { until }) })
  gate.answered('okx')
  const at = new Date(clock.now()).toISOString()
  const rests = { restsUntil: until, lastError: reason('SOURCE_RESTS', { until }) }
  expect(store.row('okx')).toMatchObject({ ...rests, lastAnswerAt: at })
  gate.failed('okx', trouble('failed', null))
  expect(gate.take('okx')).toEqual(reason('SOURCE_RESTS', { until }))
  clock.advance(90_000)
  gate.answered('okx')
  expect(store.row('okx')).toMatchObject({ restsUntil: null, lastError: null })
})

it('a pause from a clock that was ahead is none for an answer either', () => {
  const { gate, clock, store, on } = opened()
  on('okx')
  gate.failed('okx', trouble('limit', 60_000))
  clock.jump(-30 * DAY)
  gate.answered('okx')
  expect(store.row('okx').restsUntil).toBeNull()
})

it('what an old key was refused does not rest the new one', () => {
  const { gate, store, on } = opened()
  on('coingecko')
  gate.take('coingecko')
  const before = gate.generation('coingecko')
  gate.renewed('coingecko')
  gate.failed('coingecko', trouble('refused', null), before)
  expect(store.row('coingecko')).toMatchObject({ restsUntil: null, lastError: null })
  gate.failed('coingecko', trouble('refused', null), gate.generation('coingecko'))
  expect(store.row('coingecko').restsUntil).not.toBeNull()
})
