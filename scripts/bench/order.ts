// The order: from `orders.submit` to the stored answer, against a bare program that writes, seals, signs and posts once.
// Both trade at one practice exchange, which runs in a process of its own.

import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Backend } from '../../electron/app/backend.ts'
import { openProfile } from '../../electron/app/profile.ts'
import { divide, floorTo } from '../../shared/decimal.ts'
import type { Draft, Order } from '../../shared/order.ts'
import { describeReason } from '../../shared/reasons/reason.ts'
import { alone, compared, type Part } from './measure.ts'
import { succeed } from './profile.ts'
import { interleave } from './statistics.ts'

const BARE = fileURLToPath(new URL('./bare-order.mjs', import.meta.url))
const EXCHANGE = fileURLToPath(new URL('../../electron/practice-exchange/main.ts', import.meta.url))
/** Node calls the cipher that the bare program seals with experimental. */
const QUIET = ['--disable-warning=ExperimentalWarning']
const COIN = 'peaq'
/** USDT an order: above the exchange's least value, and small enough for the limit of one coin after many rounds. */
const VALUE = '12'

interface Timing {
  draft: number
  submit: number
}

/** Buys and sells in turn, so that neither the funds nor the trader's limits run out. */
const sideOf = (round: number) => (round % 2 === 0 ? 'buy' : 'sell')

/** Ends a process and waits until it is gone. */
export async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  end()
  await exited
}

async function placeByDesk(backend: Backend, side: 'buy' | 'sell', amount: string): Promise<Timing> {
  const start = performance.now()
  const draft = await succeed<Draft>(backend, 'orders.draft', { accountId: 'practice', coinId: COIN, side })
  const drafted = performance.now()
  const order = await succeed<Order>(backend, 'orders.submit', {
    intentId: draft.intentId,
    type: 'market',
    size: { unit: 'base', value: amount },
  })
  const end = performance.now()
  if (order.status !== 'filled')
    throw new Error(
      `the desk's order is ${order.status}: ${order.reason === null ? 'no reason' : describeReason(order.reason)}`,
    )
  return { draft: drafted - start, submit: end - drafted }
}

async function placeBare(bare: ChildProcess, side: 'buy' | 'sell'): Promise<Timing> {
  bare.send(side)
  const [{ status, ms }] = (await once(bare, 'message')) as [{ status: string; ms: number }]
  if (status !== 'filled') throw new Error(`the bare program's order is ${status}`)
  return { draft: 0, submit: ms }
}

/** The source of the other side, as the benchmark prints it. */
export function bareSource(): string {
  return readFileSync(BARE, 'utf8')
}

/** Measures in `folder`, which the caller removes. */
export async function measureOrders(folder: string, plan: { warmUp: number; rounds: number }): Promise<Part> {
  const exchange = spawn(process.execPath, [EXCHANGE, '--port', '0', '--data', join(folder, 'exchange')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = (await once(createInterface(exchange.stdout), 'line')) as [string]
    const url = `http://127.0.0.1:${(JSON.parse(line) as { listening: number }).listening}`
    const backend = await openProfile({ dataDir: join(folder, 'desk'), venueHosts: { practice: url } })
    try {
      const draft = await succeed<Draft>(backend, 'orders.draft', { accountId: 'practice', coinId: COIN, side: 'buy' })
      if (draft.quote === null) throw new Error('the exchange names no price')
      const amount = floorTo(divide(VALUE, draft.quote.ask), draft.rules.step)
      const bare = fork(BARE, [url, join(folder, 'bare.log'), draft.market, amount], {
        stdio: 'inherit',
        execArgv: QUIET,
      })
      try {
        await once(bare, 'message')
        return await compare(backend, bare, amount, plan)
      } finally {
        await ended(bare, () => bare.disconnect())
      }
    } finally {
      await backend.close()
    }
  } finally {
    await ended(exchange, () => exchange.kill('SIGTERM'))
  }
}

async function compare(
  backend: Backend,
  bare: ChildProcess,
  amount: string,
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  const { measured, baseline } = await interleave(
    plan,
    (round) => placeByDesk(backend, sideOf(round), amount),
    (round) => placeBare(bare, sideOf(round)),
  )
  const [desk, other] = [measured.map((timing) => timing.submit), baseline.map((timing) => timing.submit)]
  return {
    measures: [
      compared({ name: 'order: submit to stored answer', measured: desk, baseline: other, atMost: 2 }),
      alone(
        'order: fresh draft before it',
        measured.map((timing) => timing.draft),
      ),
    ],
    notes: [
      'order, Prelist: orders.submit of a fresh draft in plain Node: checks against fresh markets, balances and limits,',
      '  intent, attempt and outcome each on the disk, sealed, signed, sent once, answer opened and judged.',
      'order, baseline: the bare program (its source: --source), same exchange, account of its own.',
    ],
  }
}
