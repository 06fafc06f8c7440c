// The word beside a source, and what is left of its budget.

import { expect, test } from 'vitest'
import { leftOf, type SourceState, stateOf } from '../../../../renderer/features/sources/source-state.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { Source } from '../../../../shared/sources/sources.ts'
import { allSourcesOff } from '../../fakes/fake-sources.ts'

const ANSWERED = { enabled: true, lastAnswerAt: '2026-11-30T11:59:00.000Z' }
const UNTIL = '2026-11-30T12:00:01.000Z'
const FAILED = { lastError: reason('SOURCE_NOT_JSON') }

const source = (id: string, patch: Partial<Source>): Source => {
  const found = allSourcesOff().find((each) => each.source === id)
  if (found === undefined) throw new Error(id)
  return { ...found, ...patch }
}

test.each<[id: string, patch: Partial<Source>, state: SourceState]>([
  ['binance', { ...ANSWERED, enabled: false, ...FAILED }, 'off'],
  ['binance', ANSWERED, 'on'],
  ['binance', { enabled: true }, 'waiting'],
  ['binance', { ...ANSWERED, ...FAILED }, 'failing'],
  ['binance', { ...ANSWERED, lastError: reason('SOURCE_RESTS', { until: UNTIL }), restsUntil: UNTIL }, 'resting'],
  // One that does not answer is not asked for a while either.
  ['binance', { ...ANSWERED, ...FAILED, restsUntil: UNTIL }, 'failing'],
  ['coingecko', { enabled: true }, 'no-key'],
  ['coingecko', { enabled: true, hasKey: true }, 'waiting'],
])('%s with %j is %s', (id, patch, state) => {
  expect(stateOf(source(id, patch))).toBe(state)
})

test('what is left is never less than nothing, and unknown where there is no limit', () => {
  const used = { usedThisMinute: 0, usedToday: 4, usedThisMonth: 53, countedHere: true, arithmetic: null }
  const budget = { perMinute: 10, perDay: null, perMonth: 50, ...used }
  expect(leftOf({ budget })).toEqual([{ period: 'month', left: 0 }])
  expect(leftOf({ budget: { ...budget, perDay: 10 } })[0]).toEqual({ period: 'day', left: 6 })
})
