// Growth: what one coin, one ticket and one page of orders cost in a profile with many, against one with few; both at the practice
// exchange in their own process.

import type { Backend } from '../../../electron/app/backend.ts'
import { openProfile } from '../../../electron/app/profile.ts'
import { alone, compared, type Measure, type Part } from '../measure.ts'
import { seedHoldings, seedOrders, seedOwnCoins, succeed } from '../profile.ts'
import { interleave } from '../statistics.ts'

const COINS = 100_000
const HOLDINGS = 10_000
const ORDERS = 100_000
const READS = 10

type Work = (backend: Backend) => Promise<unknown>

const TICKET = { accountId: 'practice', coinId: 'peaq', side: 'buy' }
const SIZE = { size: { unit: 'quote', value: '50' } }

const WORK: readonly [name: string, work: Work][] = [
  ['coins.get', (backend) => succeed(backend, 'coins.get', { coinId: 'peaq' })],
  ['a star', (backend) => succeed(backend, 'watchlist.set', { coinId: 'peaq', watched: true })],
  ['orders.draft', (backend) => succeed(backend, 'orders.draft', TICKET)],
  ['portfolio.preview', (backend) => succeed(backend, 'portfolio.preview', { ...TICKET, ...SIZE })],
]

async function msOf(work: Work, backend: Backend): Promise<number> {
  const start = performance.now()
  await work(backend)
  return performance.now() - start
}

async function both(
  name: string,
  work: Work,
  sides: { many: Backend; few: Backend },
  plan: { warmUp: number; rounds: number },
): Promise<Measure> {
  const { measured, baseline } = await interleave(
    plan,
    () => msOf(work, sides.many),
    () => msOf(work, sides.few),
  )
  return compared({ name, measured, baseline, atMost: 2 })
}

/** Measures on profiles that are made in these folders. */
export async function measureGrowth(
  folders: { coins: string; holdings: string; tenth: string; orders: string; few: string },
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  seedOwnCoins(folders.coins, COINS)
  seedOwnCoins(folders.holdings, HOLDINGS)
  seedHoldings(folders.holdings, HOLDINGS)
  seedOwnCoins(folders.tenth, HOLDINGS / 10)
  seedHoldings(folders.tenth, HOLDINGS / 10)
  seedOrders(folders.orders, ORDERS)
  const opened: { name: string; ms: number }[] = []
  const backends = new Map<string, Backend>()
  const measures: Measure[] = []
  try {
    for (const [name, dataDir] of Object.entries(folders)) {
      const start = performance.now()
      backends.set(name, await openProfile({ dataDir }))
      opened.push({ name, ms: performance.now() - start })
    }
    const [coins, holdings, tenth, orders, few] = ['coins', 'holdings', 'tenth', 'orders', 'few'].map((name) =>
      backends.get(name),
    )
    if (!coins || !holdings || !tenth || !orders || !few) throw new Error('a profile is not open')
    for (const [name, work] of WORK) {
      measures.push(await both(`${name} among ${COINS} coins`, work, { many: coins, few }, plan))
      measures.push(await both(`${name} with ${HOLDINGS} holdings`, work, { many: holdings, few }, plan))
    }
    const page: Work = (backend) => succeed(backend, 'orders.page', { accountId: 'practice', limit: 100 })
    const portfolio: Work = (backend) => succeed(backend, 'portfolio.get', { environment: 'practice' })
    measures.push(alone(`orders.page of 100 among ${ORDERS} orders`, await times(orders, page)))
    const { measured, baseline } = await interleave(
      plan,
      () => msOf(anew(portfolio), holdings),
      () => msOf(anew(portfolio), tenth),
    )
    const name = `portfolio.get after an edit, with ${HOLDINGS} holdings against a tenth of them`
    measures.push(compared({ name, measured, baseline, atMost: 12 }))
    return {
      measures,
      notes: opened.map(({ name, ms }) => `growth, opening the profile “${name}”: ${ms.toFixed(0)} ms`),
    }
  } finally {
    for (const backend of backends.values()) await backend.close()
  }
}

/** What is kept of the last time is made old by another holding. */
const anew =
  (work: Work): Work =>
  async (backend) => {
    holding += 1
    await succeed(backend, 'holdings.save', { environment: 'practice', coinId: 'peaq', amount: String(holding) })
    await work(backend)
  }
let holding = 0

/** Of the larger side alone: it is slow by right, and grows with what it answers. */
async function times(backend: Backend, work: Work): Promise<number[]> {
  const all: number[] = []
  for (let read = 0; read < READS; read += 1) all.push(await msOf(work, backend))
  return all
}
