// An exchange that lies: every text that it may choose is one of the corpus. The page shows what it shows as text.

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'playwright/test'
import { callDesktop } from '../../../scripts/driver/desktop.ts'
import { makeIdentity } from '../../support/gateway-identity.ts'
import { test } from '../support/open-app.ts'
import { visitAll, WATCH } from './xss-page.ts'
import { PAYLOADS } from './xss-payloads.ts'

/** Answers in the right shape, with `text` wherever the shape lets it choose; orders are refused with it as the reason. */
async function startLiar(text: () => string): Promise<{ url: string; server: Server }> {
  const keys = makeIdentity().publish()
  const asOf = () => new Date().toISOString()
  const market = () => `PEAQ/${text()}`
  const answers: Record<string, () => unknown> = {
    '/v1/keys': () => keys,
    '/v1/markets': () => ({
      asOf: asOf(),
      markets: [
        {
          market: market(),
          coinId: 'peaq',
          base: text(),
          quote: text(),
          stage: 'trading',
          opensAt: null,
          tick: '0.01',
          step: '0.01',
          minAmount: '0',
          maxAmount: '1000',
          minNotional: '0',
          takerFee: '0',
          makerFee: '0',
        },
      ],
    }),
    '/v1/prices': () => ({ asOf: asOf(), prices: [{ market: market(), bid: '1', ask: '1', last: '1', at: asOf() }] }),
    '/v1/balances': () => ({
      asOf: asOf(),
      balances: [
        { asset: 'USDT', total: '10000', free: '10000' },
        { asset: text(), total: '1', free: '1' },
      ],
    }),
  }
  const server = createServer((request, response) => {
    request.resume()
    const known = answers[request.url ?? '']
    const isOrder = request.url?.startsWith('/v1/orders') === true
    response.writeHead(isOrder ? 403 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isOrder ? { error: { code: text(), message: text() } } : (known?.() ?? {})))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

test('texts of the exchange make nothing and run nothing, on any screen [R5]', async ({ openApp }) => {
  let text = ''
  const { url, server } = await startLiar(() => text)
  try {
    text = PAYLOADS[0] ?? ''
    const { page } = await openApp({ venueHosts: { practice: url } })
    await page.evaluate(WATCH)
    const answers = new Map<string, number>()
    for (const given of PAYLOADS) {
      text = given
      const draft = await callDesktop(page, 'orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
      const answer = draft.ok
        ? await callDesktop(page, 'orders.submit', {
            intentId: draft.value.intentId,
            type: 'market',
            size: { unit: 'quote', value: '1' },
          })
        : draft
      const word = answer.ok ? ('status' in answer.value ? String(answer.value.status) : 'order') : answer.error.code
      answers.set(word, (answers.get(word) ?? 0) + 1)
    }
    const screens = ['watchlist', 'watchlist/peaq', 'airdrops', 'portfolio', 'orders', 'settings']
    const seen = await page.evaluate(visitAll(screens.map((screen) => ({ open: `#/${screen}`, texts: [] }))))
    expect(seen).toEqual({ unseen: [], made: [], ran: 0, title: 'Prelist' })
    console.log(`${PAYLOADS.length} texts by a lying exchange: ${JSON.stringify(Object.fromEntries(answers))}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
