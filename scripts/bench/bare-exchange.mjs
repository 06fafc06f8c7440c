// The other sides of the measure at an exchange, and no line of the app: the least that a program does which must not lose
// an order (one write that has reached the disk, one signature, one POST), and ccxt's own call without any of it. Driven by
// messages: each order is answered with when it began and how long it took.

import { createHmac, randomUUID } from 'node:crypto'
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { request } from 'node:http'

const [kind = '', url = '', file = '', apiKey = '', apiSecret = ''] = process.argv.slice(2)

/** @returns {Promise<() => Promise<unknown>>} */
async function bare() {
  const log = openSync(file, 'a', 0o600)
  return () => {
    const fields = new URLSearchParams({
      ...{ symbol: 'PEAQUSDT', side: 'BUY', type: 'MARKET', quantity: '6', newClientOrderId: randomUUID() },
      ...{ recvWindow: '5000', timestamp: String(Date.now()) },
    }).toString()
    writeSync(log, `${fields}\n`)
    fsyncSync(log)
    const body = `${fields}&signature=${createHmac('sha256', apiSecret).update(fields).digest('hex')}`
    return new Promise((resolve, reject) => {
      const headers = { 'x-mbx-apikey': apiKey, 'content-type': 'application/x-www-form-urlencoded' }
      const outgoing = request(`${url}/api/v3/order`, { method: 'POST', headers })
      outgoing.on('error', reject)
      outgoing.on('response', (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve(JSON.parse(text)))
      })
      outgoing.end(body)
    })
  }
}

/** @returns {Promise<() => Promise<unknown>>} */
async function plain() {
  const { default: Binance } = await import(new URL('./src/binance.js', import.meta.resolve('ccxt')).href)
  const options = { defaultType: 'spot', fetchMarkets: { types: ['spot'] }, fetchMargins: false, recvWindow: 5_000 }
  const exchange = new Binance({ apiKey, secret: apiSecret, enableRateLimit: false, options })
  exchange.has.fetchCurrencies = false
  for (const [name, old] of Object.entries(exchange.urls.api)) {
    if (typeof old === 'string') exchange.urls.api[name] = old.replace(/^https?:\/\/[^/]+/, url)
  }
  await exchange.loadMarkets()
  return () => exchange.createOrder('PEAQ/USDT', 'market', 'buy', 6, undefined, { newClientOrderId: randomUUID() })
}

const place = await (kind === 'bare' ? bare() : plain())
process.on('message', async () => {
  const start = performance.timeOrigin + performance.now()
  await place()
  process.send?.({ start, ms: performance.timeOrigin + performance.now() - start })
})
process.send?.('ready')
