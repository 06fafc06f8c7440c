// What the page says that an exchange guarantees, against what its documents say, written down once more.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Guarantees } from '../../../../renderer/features/accounts/Guarantees.tsx'

test.each([
  ['binance', 'is refused only while the first one is open', 'is refused after 5 seconds', '90 days'],
  ['kraken', 'is refused only while the first one is open', 'is refused after 5 seconds', 'an unpublished time'],
  ['coinbase', 'is answered with the first one', 'is not refused, as far as is known', 'an unpublished time'],
  ['bybit', 'is refused, always', 'is refused after 5 seconds', '24 hours'],
  ['okx', 'is refused only while the first one is open', 'is refused after 5 seconds', '2 hours'],
  [
    'gate',
    'may become a second order: nothing is promised',
    'is not refused, as far as is known',
    'an unpublished time',
  ],
])('%s', (venue, sameKey, tooLate, unfilledFor) => {
  const page = renderToStaticMarkup(<Guarantees venue={venue} />)
  const factOf = (name: string) => new RegExp(`<dt>${name}</dt><dd>([^<]*)`).exec(page)?.[1]
  expect([
    factOf('A second order with the same key'),
    factOf('A request that arrives late'),
    factOf('Canceled ones without a trade'),
  ]).toEqual([sameKey, tooLate, unfilledFor])
  expect(page).toContain('none of this was tried against it')
})
