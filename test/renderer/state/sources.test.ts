// The sources of market data on the page: the one question and its answers, and what the header says of them.

import { beforeEach, describe, expect, test } from 'vitest'
import { useSession } from '../../../renderer/state/session/session-store.ts'
import {
  answerLivePrices,
  loadSources,
  refreshSource,
  saveSource,
} from '../../../renderer/state/sources/sources-actions.ts'
import { liveStateOf, useSources } from '../../../renderer/state/sources/sources-store.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { Source } from '../../../shared/sources/sources.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { allSourcesOff } from '../fakes/fake-sources.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(async () => {
  desktop = setUpPage()
  desktop.state.settings = { ...desktop.state.settings, sourcesAsked: false }
  await loadSources()
})

const UNTIL = '2026-12-01T00:00:00.000Z'
const named = (name: string) => desktop.calls.filter((call) => call.name === name)

test('on switches on every source that needs no key, and no other', async () => {
  expect(await answerLivePrices(true)).toBe(true)
  const on = desktop.state.sources.filter(({ enabled }) => enabled)
  expect(on.map(({ source }) => source)).toEqual(
    desktop.state.sources.filter(({ needsKey }) => !needsKey).map(({ source }) => source),
  )
  expect(on.length).toBeGreaterThan(4)
  expect(useSession.getState().settings.sourcesAsked).toBe(true)
})

test('later switches on nothing, and is not asked again', async () => {
  expect(await answerLivePrices(false)).toBe(true)
  expect(named('sources.save')).toEqual([])
  expect(useSession.getState().settings.sourcesAsked).toBe(true)
})

test('where the first could not be stored the question stays, and that is said once', async () => {
  desktop.answer('sources.save', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  expect(await answerLivePrices(true)).toBe(false)
  expect(named('sources.save')).toHaveLength(1)
  expect(named('settings.save')).toEqual([])
  expect(useStatus.getState().said).toHaveLength(1)
})

test('a key that was saved is in nothing that the page keeps', async () => {
  const key = 'CG-4f1d2b6c8e9a0b7d'
  expect(await saveSource({ source: 'coingecko', enabled: true, apiKey: key })).toBe(true)
  expect(JSON.stringify([useSources.getState(), useStatus.getState()])).not.toContain(key)
})

test('a second press while a source is being asked asks nothing', async () => {
  await Promise.all([refreshSource('binance'), refreshSource('binance')])
  expect(named('sources.refresh')).toHaveLength(1)
  expect(useSources.getState().asking).toEqual([])
})

describe('the header', () => {
  const failing = { lastError: reason('SOURCE_UNREADABLE') }
  const answering = { enabled: true, lastAnswerAt: '2026-11-30T12:00:00.000Z' }
  test.each<[words: string, patch: Partial<Record<string, Partial<Source>>>, expected: unknown]>([
    ['off while none is on', {}, { kind: 'off' }],
    ['on', { binance: answering }, { kind: 'on' }],
    ['on while one of two has answered', { binance: answering, okx: { enabled: true } }, { kind: 'on' }],
    ['waiting before any has answered', { binance: { enabled: true }, okx: { enabled: true } }, { kind: 'waiting' }],
    [
      'off with research alone, which has no live prices',
      { cryptorank: { ...answering, hasKey: true } },
      { kind: 'off' },
    ],
    [
      'nothing of research that does not answer',
      { binance: answering, cryptorank: { enabled: true, hasKey: true, ...failing } },
      { kind: 'on' },
    ],
    ['off with only one that lacks its key', { coingecko: { enabled: true } }, { kind: 'off' }],
    ['offline where none answers', { binance: { enabled: true, ...failing } }, { kind: 'offline' }],
    [
      'how many do not answer',
      { binance: { enabled: true, ...failing }, okx: { enabled: true } },
      { kind: 'some', silent: 1, all: 2 },
    ],
    [
      'on while one only rests',
      { binance: { ...answering, lastError: reason('SOURCE_RESTS', { until: UNTIL }), restsUntil: UNTIL } },
      { kind: 'on' },
    ],
    [
      'offline while the one that does not answer is left in peace',
      { binance: { enabled: true, ...failing, restsUntil: UNTIL } },
      { kind: 'offline' },
    ],
  ])('says %s', (_, patch, expected) => {
    expect(liveStateOf(allSourcesOff().map((source) => ({ ...source, ...patch[source.source] })))).toEqual(expected)
  })

  test('says nothing before the sources are known', () => expect(liveStateOf(null)).toBeNull())
})
