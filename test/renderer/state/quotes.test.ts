// Quotes on the page: which of two prices is shown, and that a value which was known neither vanishes nor turns into zero.

import { beforeEach, describe, expect, test } from 'vitest'
import { loadQuotes, noteQuotes } from '../../../renderer/state/quotes/quotes-actions.ts'
import { realQuote, showsQuote, useQuotes } from '../../../renderer/state/quotes/quotes-store.ts'
import { loadSources, saveSource } from '../../../renderer/state/sources/sources-actions.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import type { Market } from '../../../shared/order.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { aQuote } from '../fakes/fake-sources.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
})

const known = () => Object.values(useQuotes.getState().byCoin).map(({ coinId, price }) => `${coinId} ${price}`)
const priced = { price: { last: '1' } } as Market

describe('shown is', () => {
  const quote = aQuote({})
  test.each([
    ['the quote on practice, also where the practice market has a price', quote, priced, 'practice', true],
    ['the quote on a test account: its prices are not real', quote, priced, 'test', true],
    ['the own price of a live account, which its orders meet', quote, priced, 'live', false],
    ['the quote on a live account that has no price', quote, { price: null }, 'live', true],
    ['the quote on a live account without such a market', quote, null, 'live', true],
    ['the market where there is no quote', null, priced, 'practice', false],
  ] as const)('%s', (_, given, market, environment, expected) => {
    expect(showsQuote(given, market as Market | null, environment)).toBe(expected)
  })

  test('nothing simulated as a real price', () => {
    noteQuotes([aQuote({ simulated: true, source: 'practice', venue: 'practice' })])
    expect(realQuote(useQuotes.getState(), 'peaq')).toBeNull()
  })
})

describe('what was known', () => {
  beforeEach(() => noteQuotes([aQuote({ price: '0.2' }), aQuote({ coinId: 'ten', price: '0.005' })]))

  test('stays where it cannot be asked for anew, and no message says so again and again', async () => {
    desktop.answer('quotes.list', () => refuse('INTERNAL', 'The worker has ended.'))
    await loadQuotes()
    expect(known()).toEqual(['peaq 0.2', 'ten 0.005'])
    expect(useStatus.getState().said).toEqual([])
  })

  test('stays beside the news of another coin', () => {
    noteQuotes([aQuote({ coinId: 'ten', price: '0.006' })])
    expect(known()).toEqual(['peaq 0.2', 'ten 0.006'])
  })

  test('is newer than a list that was asked for before it', async () => {
    let answer: (quotes: []) => void = () => {}
    desktop.answer('quotes.list', () => new Promise<[]>((resolve) => (answer = resolve)) as never)
    const loading = loadQuotes()
    noteQuotes([aQuote({ price: '0.3' })])
    answer([])
    await loading
    expect(known()).toEqual(['peaq 0.3', 'ten 0.005'])
  })
})

test('who switches a source on has its quotes at once', async () => {
  await loadSources()
  await loadQuotes()
  expect(known()).toEqual([])
  await saveSource({ source: 'binance', enabled: true })
  await expect.poll(known).toContain('peaq 0.2000')
})
