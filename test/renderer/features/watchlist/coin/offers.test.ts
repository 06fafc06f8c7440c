// What sources know, as entries to take over; and what is typed about one.

import { expect, test } from 'vitest'
import { factForm, readFact } from '../../../../../renderer/features/watchlist/coin/facts/fact-input.ts'
import { offersOf } from '../../../../../renderer/features/watchlist/coin/facts/offers.ts'
import type { CoinFact } from '../../../../../shared/research/coin-facts.ts'
import type { Grades, MarketFacts, Quote, QuoteDetail } from '../../../../../shared/sources/quotes.ts'

const AT = '2026-11-20T00:00:00.000Z'
const told = { at: AT, receivedAt: '2026-11-21T00:00:00.000Z' }
const DETAIL: QuoteDetail = {
  quote: { price: '0.1', currency: 'USD', source: 'defillama', simulated: false, ...told } as Quote,
  all: [],
  facts: {
    ...{ source: 'coingecko', categories: ['DePIN'], links: [{ kind: 'site', url: 'https://a.example/' }], ...told },
  } as unknown as MarketFacts,
  grades: { source: 'token-metrics', technology: '82', fundamental: null, ...told, at: null } as Grades,
  silent: [],
}

test('each is offered with its source and time, official never, and not again once it was taken over', () => {
  const offers = offersOf(DETAIL, [])
  expect(offers).toEqual([
    {
      value: { kind: 'link', place: 'website', url: 'https://a.example/', official: false },
      ...{ source: 'coingecko', asOf: AT },
    },
    { value: { kind: 'narrative', text: 'DePIN' }, source: 'coingecko', asOf: AT },
    {
      value: { kind: 'score', name: 'Technology', value: '82', outOf: '100' },
      ...{ source: 'token-metrics', asOf: told.receivedAt },
    },
    { value: { kind: 'price', price: '0.1', currency: 'USD' }, source: 'defillama', asOf: AT },
  ])
  const entered = offers.map(({ value }, at): CoinFact => {
    const mine = value.kind === 'link' ? { ...value, official: true, place: 'app' as const } : value
    return { factId: `f${at}`, coinId: 'x', value: mine, source: null, asOf: null, savedAt: AT }
  })
  expect(offersOf(DETAIL, entered)).toEqual([])
  const simulated = { ...DETAIL, facts: null, grades: null, quote: { ...DETAIL.quote, simulated: true } as Quote }
  expect(offersOf(simulated, [])).toEqual([])
})

test('what is typed becomes the fact again that the form was opened with', () => {
  for (const value of [
    { kind: 'link', place: 'docs', url: 'https://a.example/', official: true },
    { kind: 'contract', chain: 'base', address: '0xabc', official: false },
    { kind: 'stage', venue: null, stage: 'delisted' },
    { kind: 'score', name: 'tech', value: '8.5', outOf: '10' },
    { kind: 'airdrop', claim: 'probable' },
    { kind: 'backer', name: 'Someone', role: 'lead' },
    { kind: 'comparable', name: 'peaq', coinId: 'peaq' },
    { kind: 'price', price: '0.05', currency: 'USD' },
    { kind: 'event', text: 'TGE' },
  ] as const) {
    const fact: CoinFact = { factId: 'f', coinId: 'x', value, source: 'blog', asOf: '2026-11-20', savedAt: AT }
    expect(readFact(factForm(fact)).fields).toEqual({ value, source: 'blog', asOf: '2026-11-20' })
  }
})

test.each([
  [{ kind: 'link', url: 'javascript:alert(1)' }, 'url'],
  [{ kind: 'link', url: 'http://a.example/', official: true }, 'url'],
  [{ kind: 'contract', chain: '', address: '0xabc' }, 'chain'],
  [{ kind: 'contract', chain: 'base', address: '<b>' }, 'address'],
  [{ kind: 'score', name: 'tech', value: '11', outOf: '10' }, 'value'],
  [{ kind: 'score', name: 'tech', value: '1', outOf: '0' }, 'outOf'],
  [{ kind: 'price', price: '0' }, 'price'],
  [{ kind: 'price', price: '1', currency: '$' }, 'currency'],
  [{ kind: 'event', text: ' ' }, 'text'],
] as const)('%j is not ready', (typed, field) => {
  const { fields, faults } = readFact({ ...factForm(null), ...typed })
  expect(fields).toBeNull()
  expect(faults[field]).toBeTruthy()
})
