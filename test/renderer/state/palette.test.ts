// The palette while it is typed in: hits are those of the text that stands there, or none.

import { beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../../renderer/features/palette/palette-rows.ts'
import { openPalette, searchEverything } from '../../../renderer/state/search/palette-actions.ts'
import { hitsOfText, usePalette } from '../../../renderer/state/search/palette-store.ts'
import type { Settings } from '../../../shared/app.ts'
import type { SearchHit } from '../../../shared/search/search.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop
let answers: (() => void)[] = []

const hit = (title: string) => ({ kind: 'coin', id: title, coinId: title, title, detail: '' }) as SearchHit
const titles = () => hitsOfText(usePalette.getState())?.map(({ title }) => title) ?? null

beforeEach(() => {
  desktop = setUpPage()
  answers = []
  desktop.answer(
    'search.query',
    ({ text }) => new Promise((resolve) => answers.push(() => resolve([hit(`for ${text}`)]))) as never,
  )
})

test('what was found for an earlier text is gone with that text, before the next answer comes', async () => {
  const first = searchEverything('ola')
  answers[0]?.()
  await first
  expect(titles()).toEqual(['for ola'])
  const second = searchEverything('olas')
  expect(titles()).toBeNull()
  expect(rowsOf('olas', hitsOfText(usePalette.getState()) ?? [])).toEqual([])
  answers[1]?.()
  await second
  expect(titles()).toEqual(['for olas'])
})

test('a text that is asked for and left again has no hits of its own', async () => {
  const first = searchEverything('ola')
  const second = searchEverything('peaq')
  answers[0]?.()
  await first
  expect(titles()).toBeNull()
  answers[1]?.()
  await second
  expect(titles()).toEqual(['for peaq'])
})

test('where the search failed nothing is found, and that is not said to be all', async () => {
  desktop.answer('search.query', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  await searchEverything('ola')
  expect(titles()).toBeNull()
})

test('a palette that is opened anew shows nothing of the last time', async () => {
  const first = searchEverything('ola')
  answers[0]?.()
  await first
  openPalette()
  expect([usePalette.getState().typed, titles()]).toEqual(['', null])
})

test('finds every setting that a trader has, and leads to its heading', () => {
  const first = (typed: string) => rowsOf(typed, [])[0]?.target
  const found = {
    theme: 'theme dark',
    density: 'density compact',
    presetSize: 'one-click order size',
    farPrice: 'far price',
    sealing: 'sealed orders',
    autoLockMinutes: 'auto-lock',
    sendWithinSeconds: 'order timeout',
    quietHours: 'quiet hours',
    airdropBasis: 'results',
    practiceRealPrices: 'practice prices',
  } satisfies Record<Exclude<keyof Settings, 'accountId' | 'welcomed' | 'sourcesAsked'>, string>
  for (const typed of Object.values(found)) expect([typed, first(typed)]).toEqual([typed, expect.anything()])
  expect(first('quiet hours')).toEqual({ action: { do: 'setting', screen: 'settings', heading: 'quiet-title' } })
  expect(first('order timout')).toEqual({ action: { do: 'setting', screen: 'settings', heading: 'send-title' } })
  expect(first('density compact')).toEqual({ action: { do: 'compact' } })
})
