// What a source said is kept as JSON in the profile, and a restored profile may be anybody's: what is read back is held against
// its form once more, since a page cannot draw a date or a link of just any text.

import { expect, test } from 'vitest'
import {
  candleRows,
  candlesIn,
  geckoIn,
  pageIn,
  priceIn,
  tickerIn,
} from '../../../../electron/services/sources/kept-values.ts'

const AT = '2026-11-24T00:00:00.000Z'

const ELSE: unknown[] = [
  null,
  true,
  42,
  -1,
  '',
  'x',
  [],
  {},
  [[]],
  [null],
  { close: '1' },
  { last: 1e21 },
  { links: 'x' },
]

test.each(ELSE.map((value) => [value]))('anything else is none, and no error: %j', (value) => {
  for (const read of [candlesIn, geckoIn, pageIn, priceIn, tickerIn]) expect(() => read(value)).not.toThrow()
  expect(candlesIn([value, [value, value, value, value, value, value]])).toEqual([])
  expect(
    pageIn({ links: [value, { kind: 'site', url: value }, { kind: value, url: 'https://a.example/' }] }).links,
  ).toEqual([])
})

test.each(['javascript:alert(1)', 'http://a.example', 'https://name@a.example', 'data:text/html,x', '/x'])(
  'a link to %s is left out',
  (url) => {
    const links = [
      { kind: 'site', url },
      { kind: 'docs', url: 'https://b.example/x' },
    ]
    expect(pageIn({ links }).links).toEqual([{ kind: 'docs', url: 'https://b.example/x' }])
  },
)

test.each(['', 'yesterday', '2026-11-24', '2026-13-40T00:00:00Z', '2026-11-24T00:00:00+01:00', 1, null])(
  'a candle at %s is left out',
  (at) => {
    expect(candlesIn([[at, null, null, null, '1', null]])).toEqual([])
  },
)

test('what is kept is read back, and a figure that is none is unknown', () => {
  const candle = { at: AT, open: '1', high: '2', low: '0.5', close: '1.5', volume: '10' }
  expect(candlesIn(candleRows([candle]))).toEqual([candle])
  expect(candlesIn([[AT, 'NaN', '1e3', -1, '1.5', {}]])).toEqual([
    { at: AT, open: null, high: null, low: null, close: '1.5', volume: null },
  ])
  const gecko = { remoteId: 'a', symbol: 'A', rank: 1.5, allTimeHighAt: 'once' }
  expect(geckoIn(gecko)).toMatchObject({ rank: null, allTimeHighAt: null })
  expect(geckoIn({ ...gecko, rank: 7, allTimeHighAt: AT })).toMatchObject({ rank: 7, allTimeHighAt: AT })
})
