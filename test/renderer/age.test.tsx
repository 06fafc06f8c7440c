// Ages on the page: by the backend's monotonic clock, whatever the time of day is said to be.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Age } from '../../renderer/ui/Age.tsx'
import { useClock } from '../../renderer/ui/clock-store.ts'
import { QuoteAge } from '../../renderer/ui/QuoteAge.tsx'

const AT = '2026-11-29T12:00:00.000Z'
const shown = (element: Parameters<typeof renderToStaticMarkup>[0]) =>
  renderToStaticMarkup(element).replace(/<[^>]*>/g, '')

/** Static markup reads a store as it was at first. */
const told = (now: string, monotonicMs: number) => {
  useClock.getState().set({ now, monotonicMs })
  Object.assign(useClock.getInitialState(), useClock.getState())
}

test('a value of five seconds ago is that, though the clock of the machine went back an hour, or on', () => {
  for (const now of ['2026-11-29T11:00:05.000Z', '2026-11-29T12:00:05.000Z', '2036-11-29T12:00:05.000Z']) {
    told(now, 105_000)
    expect(shown(<Age at={AT} asOfMs={100_000} freshFor={30_000} />)).toBe('5 s ago')
  }
})

test('past its freshness it is called old, and of an unknown age as well', () => {
  told(AT, 200_000)
  expect(shown(<Age at={AT} asOfMs={100_000} freshFor={30_000} />)).toBe('1 min ago, old')
  expect(shown(<Age at={AT} asOfMs={null} freshFor={30_000} />)).toBe('age unknown, old')
})

test('a price says whether its exchange dated it', () => {
  told(AT, 100_000)
  const quote = { bid: '1', ask: '1', last: '1', at: AT, receivedAt: AT, asOfMs: 99_000 }
  expect(renderToStaticMarkup(<QuoteAge quote={quote} />)).toContain('the exchange does not date it')
  const dated = { ...quote, at: '2026-11-29T06:00:00.000Z' }
  expect(renderToStaticMarkup(<QuoteAge quote={dated} />)).toContain('by the exchange’s own clock')
})

test('dates and deadlines go by the time of day', () => {
  told('2026-11-29T14:00:00.000Z', 0)
  expect(shown(<Age at={AT} />)).toBe('2 h ago')
})
