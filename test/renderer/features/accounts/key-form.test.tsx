// The form of a key as each exchange hands one out: its own names of the parts, its page, its rights, and a test choice only
// where test orders are taken. Written down apart from the facts that the form is drawn from.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { KeyFields } from '../../../../renderer/features/accounts/KeyFields.tsx'
import { FIRST_PLACE, PlaceFields } from '../../../../renderer/features/accounts/PlaceFields.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'

const wordsOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll('&#x27;', "'")
const labelsOf = (markup: string) => [...markup.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label?.trim())

test.each([
  ['binance', ['API Key', 'Secret Key'], 'binance.com/en/my/settings/api-management'],
  ['kraken', ['API Key', 'Private Key'], 'pro.kraken.com/app/settings/api'],
  ['coinbase', ['API key name', 'Private key'], 'portal.cdp.coinbase.com/access/api'],
  ['bybit', ['API Key', 'API Secret'], 'bybit.com/app/user/api-management'],
  ['okx', ['API key', 'Secret key', 'Passphrase'], 'okx.com/account/my-api'],
])('%s asks for %j and names the page', (venue, labels, page) => {
  const markup = renderToStaticMarkup(<KeyFields venue={venue} faults={{}} />)
  expect(labelsOf(markup)).toEqual(labels)
  expect(wordsOf(markup)).toContain(page)
  expect(markup.match(/type="password"/g)).toHaveLength(labels.length)
})

test('what is wrong with a part stands at that part alone', () => {
  const markup = renderToStaticMarkup(<KeyFields venue="okx" faults={{ passphrase: 'Not this one.' }} />)
  expect(markup.match(/aria-invalid="true"/g)).toHaveLength(1)
  expect(markup.slice(markup.indexOf('Passphrase'))).toContain('Not this one.')
})

test.each([
  ['binance', true],
  ['kraken', false],
  ['coinbase', false],
  ['bybit', true],
  ['okx', true],
])('%s offers a test account: %s', (venue, hasTest) => {
  const place = { ...FIRST_PLACE, venue, environment: 'live' as const }
  const markup = renderToStaticMarkup(<PlaceFields place={place} fault={null} onChange={() => {}} />)
  expect(wordsOf(markup).includes(` ${text.accounts.environments.test} `)).toBe(hasTest)
})
