// What the page says that an exchange guarantees, against what its documents say, written down once more.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Guarantees } from '../../../../renderer/features/accounts/Guarantees.tsx'

test.each([
  ['binance', 'rejected only while the first one is open', 'rejected after 5 seconds', '90 days'],
  ['kraken', 'rejected only while the first one is open', 'rejected after 5 seconds', 'not published'],
  ['coinbase', 'returns the first order', 'not rejected, as far as we know', 'not published'],
  ['bybit', 'always rejected', 'rejected after 5 seconds', '24 hours'],
  ['okx', 'rejected only while the first one is open', 'rejected after 5 seconds', '2 hours'],
  ['gate', 'not guaranteed: it could become a second order', 'rejected after 5 seconds', 'not published'],
  ['mexc', 'not guaranteed: it could become a second order', 'not rejected, as far as we know', 'not published'],
])('%s', (venue, sameKey, tooLate, unfilledFor) => {
  const page = renderToStaticMarkup(<Guarantees venue={venue} />)
  const factOf = (name: string) => new RegExp(`<dt>${name}</dt><dd>([^<]*)`).exec(page)?.[1]
  expect([
    factOf('Second order with the same key'),
    factOf('Late requests'),
    factOf('Canceled without fills, kept for'),
  ]).toEqual([sameKey, tooLate, unfilledFor])
  expect(page).toContain('Not tested against the live exchange.')
})
