// What is left out of a list, and that a list without such a row is the very same.

import { expect, test } from 'vitest'
import { soundBody } from '../../../../electron/adapters/ccxt/sound-rows.ts'

const URLS: Readonly<Record<string, string>> = {
  gate: 'https://api.gateio.ws/api/v4/spot/currency_pairs',
  kucoin: 'https://api.kucoin.com/api/v2/symbols?market=USDS',
  bitget: 'https://api.bitget.com/api/v2/spot/public/symbols',
}
const ROWS: Readonly<Record<string, object>> = {
  gate: { id: 'PEAQ_USDT', base: 'PEAQ', quote: 'USDT' },
  kucoin: { symbol: 'PEAQ-USDT', baseCurrency: 'PEAQ', quoteCurrency: 'USDT' },
  bitget: { symbol: 'PEAQUSDT', baseCoin: 'PEAQ', quoteCoin: 'USDT' },
}
const bodyOf = (venue: string, rows: unknown[]) => JSON.stringify(venue === 'gate' ? rows : { code: '0', data: rows })

test.each(Object.keys(URLS))('%s: a row that is none, or has no name, is left out alone', (venue) => {
  const [url, row] = [URLS[venue] ?? '', ROWS[venue] ?? {}]
  const whole = bodyOf(venue, [row, row])
  expect(soundBody(venue, url, whole)).toBe(whole)
  for (const name of Object.keys(row)) {
    for (const odd of [null, 7, '', 'constructor', '__proto__', true, {}, []]) {
      expect(soundBody(venue, url, bodyOf(venue, [{ ...row, [name]: odd }, row])), `${name} ${odd}`).toBe(
        bodyOf(venue, [row]),
      )
    }
  }
  for (const odd of [null, 7, 'PEAQ', [], true])
    expect(soundBody(venue, url, bodyOf(venue, [odd]))).toBe(bodyOf(venue, []))
})

test('what is no such list, or cannot be read, stays as it came', () => {
  for (const body of ['', 'gone', '[', '{"data":null}', '{"data":7}', '{"code":"1"}', 'null']) {
    expect(soundBody('kucoin', URLS['kucoin'] ?? '', body)).toBe(body)
    expect(soundBody('kucoin', 'https://api.kucoin.com/api/v1/accounts', body)).toBe(body)
    expect(soundBody('nowhere', 'no address', body)).toBe(body)
  }
})

test('MEXC names filters that nothing of ours reads: whatever they are, its markets stay', () => {
  const url = 'https://api.mexc.com/api/v3/exchangeInfo'
  const body = JSON.stringify({
    symbols: [{ symbol: 'PEAQUSDT', baseAsset: 'PEAQ', quoteAsset: 'USDT', filters: 'none' }],
  })
  expect(soundBody('mexc', url, body)).toBe(body)
  expect(soundBody('binance', url, body)).toBe('{"symbols":[]}')
})
