// Market data: five exchanges with 5,000 markets each, lists of 12 MB, read by the worker at once. What it costs the thread that
// serves the trader is the longest turn of its event loop; the lists themselves cost the worker.

import { Worker } from 'node:worker_threads'
import { createMarketData } from '../../electron/adapters/market-data/market-data.ts'
import { systemClock } from '../../electron/adapters/system-clock.ts'
import { alone, type Part } from './measure.ts'

const MARKETS = 5_000
const LIST_MB = 12
const EXCHANGES = ['binance', 'mexc'] as const
/** How many lists come at once; two exchanges have lists of this form. */
const AT_ONCE = 5
const TURN_GOAL_MS = 16

/** A list as Binance's: each market with filters, filled up to the length of a long one. */
function longList(): Buffer {
  const filler = 'x'.repeat(Math.floor((LIST_MB * 1024 * 1024) / MARKETS) - 520)
  const symbols = Array.from({ length: MARKETS }, (_, at) => ({
    ...{ symbol: `C${at}USDT`, status: at % 50 === 0 ? 'HALT' : 'TRADING', baseAsset: `C${at}`, quoteAsset: 'USDT' },
    ...{ isSpotTradingAllowed: true, orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT'] },
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: '0.00010000', maxPrice: '1000.00000000', tickSize: '0.00010000' },
      { filterType: 'LOT_SIZE', minQty: '0.10000000', maxQty: '900000.00000000', stepSize: '0.10000000', filler },
    ],
  }))
  return Buffer.from(JSON.stringify({ timezone: 'UTC', serverTime: Date.now(), symbols }))
}

/** The other side runs in a thread of its own, so that its turns are none of ours. */
const SERVER = `
const { createServer } = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(Buffer.from(workerData))
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

async function serve(body: Buffer): Promise<{ end(): Promise<unknown>; host: string }> {
  const server = new Worker(SERVER, { eval: true, workerData: body })
  const port = await new Promise<unknown>((resolve) => server.once('message', resolve))
  return { end: () => server.terminate(), host: `http://127.0.0.1:${String(port)}` }
}

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Resolves to the longest turn until `work` is over: milliseconds of this thread's processor time. */
async function longestTurn(work: Promise<unknown>): Promise<number> {
  let longest = 0
  let isOver = false
  let before = cpuMs()
  const turn = () => {
    const now = cpuMs()
    longest = Math.max(longest, now - before)
    before = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await work
  isOver = true
  return longest
}

/** Measures it. */
export async function measureSources(plan: { warmUp: number; rounds: number }): Promise<Part> {
  const { end, host } = await serve(longList())
  const workerUrl = new URL('../../electron/adapters/market-data/worker.ts', import.meta.url)
  const keyService = { source: () => Promise.reject(new Error('no key here')) }
  const data = createMarketData({ workerUrl, clock: systemClock, logger: { warn: () => {} }, keyService })
  const turns: number[] = []
  const times: number[] = []
  const works: number[] = []
  const residentMb = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)
  const before = residentMb()
  let peak = before
  let rows = 0
  for (let round = -plan.warmUp; round < plan.rounds; round++) {
    const begun = performance.now()
    const spent = process.cpuUsage()
    const reads = Array.from({ length: AT_ONCE }, (_, at) => {
      const source = EXCHANGES[at % EXCHANGES.length] ?? 'binance'
      return data.read({ source, plan: null, host, kind: 'markets', of: { part: 0, now: Date.now() } }, null)
    })
    const longest = await longestTurn(Promise.all(reads))
    const answers = await Promise.all(reads)
    rows = answers.reduce((sum, answer) => sum + (answer.ok ? answer.rows.length : 0), 0)
    peak = Math.max(peak, residentMb())
    if (round < 0) continue
    const { user, system } = process.cpuUsage(spent)
    works.push((user + system) / 1_000)
    turns.push(longest)
    times.push(performance.now() - begun)
  }
  const after = residentMb()
  await data.close()
  await end()
  return {
    measures: [
      alone(`sources: longest turn while ${AT_ONCE} lists of ${LIST_MB} MB are read`, turns, TURN_GOAL_MS),
      alone('sources: until all of them are read', times),
      alone('sources: processor time of all threads for that, the sending side with it', works),
    ],
    notes: [
      `sources: ${rows} markets of ${AT_ONCE} lists; the process with its worker and the server had ${before} MB resident before, ${peak} at most, ${after} behind`,
    ],
  }
}
