// Which of several prices of one coin counts, and which of the others are said to differ.

import { expect, it } from 'vitest'
import { type Candidate, chooseQuote } from '../../../../electron/services/sources/quote-choice.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const ago = (ms: number) => new Date(NOW - ms).toISOString()

function price(source: Candidate['source'], of: Partial<Candidate> = {}): Candidate {
  const isMarket = source === 'binance' || source === 'okx' || source === 'practice'
  return {
    ...{ coinId: 'peaq', price: '1', currency: isMarket ? 'USDT' : 'USD', source, venue: isMarket ? source : null },
    ...{
      market: isMarket ? 'PEAQ/USDT' : null,
      basis: isMarket ? 'market' : 'contract',
      at: null,
      receivedAt: ago(5_000),
    },
    ...{ bid: null, ask: null, change24h: null, volume24h: null, marketCap: null, confidence: null },
    ...{ simulated: source === 'practice', ...of },
  }
}

const gecko = (of: Partial<Candidate> = {}) => price('coingecko', { basis: 'confirmed-id', ...of })
const HOUR = 3_600_000

/** From what is known to the sources in the order in which they count; `own` is where the trader has an account. */
const RULES: readonly [string, Candidate[], string[], string[]][] = [
  [
    'a market before a contract before an id',
    [gecko(), price('defillama'), price('okx')],
    [],
    ['okx', 'defillama', 'coingecko'],
  ],
  ['the own exchange before another', [price('binance'), price('okx')], ['okx'], ['okx', 'binance']],
  [
    'a fresh contract before an old market',
    [price('okx', { receivedAt: ago(HOUR) }), price('defillama')],
    ['okx'],
    ['defillama', 'okx'],
  ],
  [
    'of old ones the market again',
    [price('defillama', { receivedAt: ago(HOUR) }), price('okx', { receivedAt: ago(2 * HOUR) })],
    [],
    ['okx', 'defillama'],
  ],
  [
    'a dollar before a euro',
    [price('okx', { currency: 'EUR', market: 'PEAQ/EUR' }), price('binance')],
    [],
    ['binance', 'okx'],
  ],
  [
    'the practice exchange after everything, however old',
    [price('practice'), gecko({ receivedAt: ago(90 * HOUR) })],
    ['practice'],
    ['coingecko', 'practice'],
  ],
  ['alone it is shown', [price('practice')], [], ['practice']],
  [
    'from the future is not fresh',
    [price('okx', { receivedAt: ago(-HOUR) }), price('defillama')],
    [],
    ['defillama', 'okx'],
  ],
  [
    'what its own source dates more than an hour back is old, however lately it came',
    [price('okx', { at: ago(HOUR + 1) }), price('defillama')],
    ['okx'],
    ['defillama', 'okx'],
  ],
  ['up to an hour it is fresh', [price('okx', { at: ago(HOUR) }), price('defillama')], [], ['okx', 'defillama']],
]

it.each(RULES)('%s', (_, known, own, expected) => {
  for (const order of [known, known.toReversed()]) {
    const chosen = chooseQuote(order, { now: NOW, own: new Set(own) })
    expect(chosen.map(({ source }) => source)).toEqual(expected)
  }
})

const differing = (others: Candidate[]) =>
  chooseQuote([price('okx'), ...others], { now: NOW, own: new Set() })[0]?.differs.map(
    ({ source, by }) => `${source} ${by}`,
  )

it.each<[string, Candidate[], string[]]>([
  ['exactly 5% is no difference', [price('defillama', { price: '1.05' })], []],
  ['above it is, up', [price('defillama', { price: '1.0501' })], ['defillama 0.0501']],
  ['and down', [gecko({ price: '0.9' })], ['coingecko -0.1']],
  ['an old one says nothing', [gecko({ price: '0.9', receivedAt: ago(HOUR) })], []],
  ['nor one that its source dates far back', [gecko({ price: '0.9', at: ago(2 * HOUR) })], []],
  ['nor does another currency', [price('binance', { price: '0.5', currency: 'EUR' })], []],
  ['nor a made-up price', [price('practice', { price: '9' })], []],
])('%s', (_, others, expected) => {
  expect(differing(others)).toEqual(expected)
})
