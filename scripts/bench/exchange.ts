// An order at an exchange: from `orders.submit` to the first byte of its request and to the stored answer, with a young and
// an old journal, against a bare program and against ccxt's own call. All trade at one server on loopback.

import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../electron/adapters/sqlite/database.ts'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { Account } from '../../shared/accounts.ts'
import type { Draft, Order } from '../../shared/order.ts'
import { describeReason } from '../../shared/reasons/reason.ts'
import { compared, type Measure, type Part } from './measure.ts'
import { ended } from './order.ts'
import { succeed } from './profile.ts'

const SERVER = fileURLToPath(new URL('./exchange-server.mjs', import.meta.url))
const OTHERS = fileURLToPath(new URL('./bare-exchange.mjs', import.meta.url))
const JOURNALS = [0, 10_000, 1_000_000]
const KEY = { apiKey: 'bench-key', apiSecret: 'bench-secret' }

interface Timing {
  firstByte: number
  stored: number
}

/** Old orders straight into the file, each with its attempt; through the door they would take days. */
function seedOrders(dataDir: string, accountId: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)'
    const at = "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i, 'unixepoch')"
    if (count === 0) return
    db.run(
      `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
        size_value, amount, payload_hash, venue_client_id, venue_order_id, status, filled, created_at, updated_at)
       ${numbers} SELECT 'old-' || i, ?, 'test', 'peaq', 'PEAQ/USDT', CASE i % 2 WHEN 0 THEN 'buy' ELSE 'sell' END, 'market',
        'gtc', 'base', '6', '6', 'hash', 'old-' || i, 'v-' || i, 'filled', '6', ${at}, ${at} FROM n`,
      count,
      accountId,
    )
    db.run(
      `INSERT INTO attempts (intent_id, number, started_at, outcome) ${numbers} SELECT 'old-' || i, 1, ${at}, 'accepted' FROM n`,
      count,
    )
  } finally {
    db.close()
  }
}

async function openDesk(dataDir: string, url: string, count: number): Promise<{ backend: Backend; accountId: string }> {
  const open = () => createBackend({ dataDir, venueHosts: { practice: 'http://127.0.0.1:9', 'binance:test': url } })
  const passphrase = 'bench '.repeat(4)
  const first = await open()
  await succeed(first, 'vault.create', { passphrase })
  const wish = { venue: 'binance', environment: 'test', label: 'Bench', ...KEY }
  const { accountId } = await succeed<Account>(first, 'accounts.add', wish)
  await first.close()
  seedOrders(dataDir, accountId, count)
  const backend = await open()
  await succeed(backend, 'vault.unlock', { passphrase })
  // Before a large profile was looked at whole no order leaves it.
  await succeed(backend, 'app.checkProfile', {})
  return { backend, accountId }
}

async function placeByDesk(backend: Backend, accountId: string): Promise<{ start: number; ms: number }> {
  const draft = await succeed<Draft>(backend, 'orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  const start = performance.timeOrigin + performance.now()
  const size = { unit: 'base', value: '6' }
  const { intentId } = draft
  const order = await succeed<Order>(backend, 'orders.submit', { intentId, type: 'market', size })
  const ms = performance.timeOrigin + performance.now() - start
  if (order.attempts[0]?.outcome !== 'accepted')
    throw new Error(
      `the desk's order is ${order.status}: ${order.reason === null ? 'no reason' : describeReason(order.reason)}`,
    )
  return { start, ms }
}

async function ready(child: ChildProcess, kind: string): Promise<void> {
  const died = once(child, 'exit').then(() => Promise.reject(new Error(`the side of ${kind} ended before it began`)))
  await Promise.race([once(child, 'message'), died])
}

async function placeByOther(child: ChildProcess): Promise<{ start: number; ms: number }> {
  child.send('order')
  return ((await once(child, 'message')) as [{ start: number; ms: number }])[0]
}

async function timed(url: string, place: () => Promise<{ start: number; ms: number }>): Promise<Timing> {
  const { start, ms } = await place()
  const { arrived } = (await (await fetch(`${url}/arrived`)).json()) as { arrived: number }
  return { firstByte: arrived - start, stored: ms }
}

/** Measures in `folder`, which the caller removes. The desks, one a journal, and the others take turns. */
export async function measureExchange(folder: string, plan: { warmUp: number; rounds: number }): Promise<Part> {
  mkdirSync(folder, { recursive: true })
  const server = spawn(process.execPath, [SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  const children: ChildProcess[] = [server]
  const desks: { backend: Backend; accountId: string }[] = []
  try {
    const [port] = (await once(createInterface(server.stdout), 'line')) as [string]
    const url = `http://127.0.0.1:${port}`
    const sides = new Map<string, () => Promise<{ start: number; ms: number }>>()
    for (const kind of ['bare', 'ccxt']) {
      const child = fork(OTHERS, [kind, url, join(folder, 'bare.log'), KEY.apiKey, KEY.apiSecret])
      children.push(child)
      await ready(child, kind)
      sides.set(kind, () => placeByOther(child))
    }
    for (const count of JOURNALS) {
      const desk = await openDesk(join(folder, `journal-${count}`), url, count)
      desks.push(desk)
      sides.set(`desk ${count}`, () => placeByDesk(desk.backend, desk.accountId))
    }
    const timings = new Map([...sides.keys()].map((name): [string, Timing[]] => [name, []]))
    for (let round = 0; round < plan.warmUp + plan.rounds; round += 1) {
      for (const [name, place] of sides) {
        const timing = await timed(url, place)
        if (round >= plan.warmUp) timings.get(name)?.push(timing)
      }
    }
    return report(timings)
  } finally {
    for (const { backend } of desks) await backend.close()
    for (const child of children) await ended(child, () => child.kill('SIGTERM'))
  }
}

function report(timings: Map<string, Timing[]>): Part {
  const of = (name: string, what: keyof Timing) => (timings.get(name) ?? []).map((timing) => timing[what])
  const WHAT = { firstByte: 'submit to first byte', stored: 'submit to stored answer' } as const
  const measures: Measure[] = (['firstByte', 'stored'] as const).flatMap((what) => [
    ...JOURNALS.flatMap((count) =>
      ['bare', 'ccxt'].map((other) => {
        const name = `exchange: ${WHAT[what]}, ${count} old orders, to ${other}`
        return compared({ name, measured: of(`desk ${count}`, what), baseline: of(other, what), atMost: null })
      }),
    ),
    compared({
      name: `exchange: ${WHAT[what]}, 1,000,000 old orders to none`,
      measured: of('desk 1000000', what),
      baseline: of('desk 0', what),
      atMost: 1.25,
    }),
  ])
  return {
    measures,
    notes: [
      'exchange, Prelist: orders.submit of a fresh draft at a Binance test account; the vault in its own process, balances read',
      '  again after the order before, intent, attempt and outcome on the disk, key use in the audit log before.',
      'exchange, baselines: the bare program (one fsync, one HMAC, one POST on a kept connection), and ccxt’s createOrder.',
    ],
  }
}
