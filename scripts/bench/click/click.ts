// The click: from the press of a ticket's button to the first byte of its order at the exchange, 100 milliseconds a round trip away
// over TLS, after the trader has done nothing for a while; and what was asked of the exchange in between.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Backend, createBackend } from '../../../electron/app/backend.ts'
import type { VaultProcess } from '../../../electron/ports/vault.ts'
import { forkSpawner } from '../../../electron/shell/spawner.ts'
import type { Account } from '../../../shared/accounts.ts'
import type { Draft, Order } from '../../../shared/order.ts'
import { describeReason } from '../../../shared/reasons/reason.ts'
import { alone, type Measure, type Part } from '../measure.ts'
import { ended } from '../order.ts'
import type { Listening, OrderSeen, ToExchanges } from './exchanges.ts'
import { createMovedClock } from './moved-clock.ts'
import type { ToBenchVault } from './vault-process.ts'

const VENUES = ['binance', 'kraken', 'coinbase', 'bybit', 'okx'] as const
type Venue = (typeof VENUES)[number]

const ONE_WAY_MS = 50
const GOAL_MS = 65
/** Longer than from one background question to the next, also where the leap of the clocks made one fail. */
const REST_MS = 8_000
/** The vault takes a longer leap for sleep, and locks. */
const LEAP_MS = 60_000
/** So much of a longer idle time passes by moving the clocks. */
const REAL_MS = 5_000

const now = () => performance.timeOrigin + performance.now()

export interface ClickPlan {
  rounds: number
  /** Idle times longer than five seconds pass in real time, as far as they are not longer than this, milliseconds. */
  realMs: number
}

interface Clicked {
  ms: number
  requests: string[]
  connections: number
}

interface Side {
  backend: Backend
  exchanges: ChildProcess
  accounts: Map<Venue, string>
  move(ms: number): void
}

async function openSide(folder: string): Promise<Side> {
  const exchanges = fork(fileURLToPath(new URL('./exchanges.ts', import.meta.url)), [String(ONE_WAY_MS)])
  const [{ pem, urls, keys }] = (await once(exchanges, 'message')) as [Listening]
  const clock = createMovedClock()
  const vaults: VaultProcess[] = []
  const spawn = forkSpawner(new URL('./vault-process.ts', import.meta.url))
  const toVaults = (message: ToBenchVault) => {
    for (const vault of vaults) vault.send(message)
  }
  const hosts = VENUES.map((venue): [string, string] => [`${venue}:test`, urls[venue] ?? ''])
  const backend = await createBackend({
    dataDir: folder,
    clock,
    venueHosts: { practice: 'http://127.0.0.1:9', ...Object.fromEntries(hosts) },
    spawnVault: (build) => {
      const vault = spawn(build)
      vaults.push(vault)
      vault.send({ bench: 'trust', pem } satisfies ToBenchVault)
      return vault
    },
  })
  const side: Side = {
    backend,
    exchanges,
    accounts: new Map(),
    move: (ms) => {
      exchanges.send({ move: ms } satisfies ToExchanges)
      toVaults({ bench: 'move', ms })
      clock.move(ms)
    },
  }
  await as(side, 'binance', 'vault.create', { passphrase: 'bench '.repeat(4) })
  await as(side, 'binance', 'settings.save', { autoLockMinutes: null })
  for (const venue of VENUES) {
    const wish = { venue, environment: 'test', label: venue, ...keys[venue] }
    side.accounts.set(venue, (await as<Account>(side, venue, 'accounts.add', wish)).accountId)
  }
  return side
}

/** Each account has a window of its own. Throws where the operation fails. */
async function as<T>({ backend }: Side, venue: Venue, operation: string, input: unknown): Promise<T> {
  const result = await backend.dispatch({ window: venue }, operation, input)
  if (!result.ok) throw new Error(`${venue}, ${operation}: ${result.error.code} ${result.error.message}`)
  return result.value as T
}

async function idle(side: Side, ms: number, realMs: number): Promise<void> {
  if (ms <= Math.max(REAL_MS, realMs)) return pause(ms)
  // Whatever was silent meanwhile an exchange would have closed by now.
  side.exchanges.send({ closeIdle: true } satisfies ToExchanges)
  for (let left = ms - REST_MS; left > 0; left -= LEAP_MS) {
    side.move(Math.min(left, LEAP_MS))
    // What wakes has its turn.
    await pause(20)
  }
  await pause(REST_MS)
}

async function click(side: Side, venue: Venue, intentId: string): Promise<Clicked> {
  const seen = once(side.exchanges, 'message') as Promise<[OrderSeen]>
  const clickedAt = now()
  side.exchanges.send({ expect: venue, clickedAt } satisfies ToExchanges)
  const terms = { type: 'limit', price: '2', size: { unit: 'base', value: '5' }, timeInForce: 'gtc' }
  const placed = as<Order>(side, venue, 'orders.submit', { intentId, ...terms })
  const [{ arrivedAt, requests, connections }] = await Promise.race([seen, placed.then(() => seen)])
  let order = await placed
  for (let at = 0; order.status !== 'filled'; at += 1) {
    if (at > 100)
      throw new Error(
        `${venue}: the order is ${order.status}: ${order.reason === null ? 'no reason' : describeReason(order.reason)}`,
      )
    await pause(200)
    order = await as<Order>(side, venue, 'orders.get', { intentId })
  }
  return { ms: arrivedAt - clickedAt, requests, connections }
}

/** Measures in `folder`, which the caller removes. */
export async function measureClick(folder: string, plan: ClickPlan): Promise<Part> {
  const side = await openSide(folder)
  const measures: Measure[] = []
  const between: string[] = []
  try {
    for (const seconds of [0, 5, 65, 3_700]) {
      const clicks = new Map(VENUES.map((venue): [Venue, Clicked[]] => [venue, []]))
      for (let round = 0; round < plan.rounds; round += 1) {
        const tickets = new Map<Venue, string>()
        for (const venue of VENUES) {
          const ticket = { accountId: side.accounts.get(venue), coinId: 'peaq', side: 'buy' }
          tickets.set(venue, (await as<Draft>(side, venue, 'orders.draft', ticket)).intentId)
        }
        await idle(side, seconds * 1_000, plan.realMs)
        for (const venue of VENUES) clicks.get(venue)?.push(await click(side, venue, tickets.get(venue) ?? ''))
      }
      for (const venue of VENUES) {
        const all = clicks.get(venue) ?? []
        measures.push({
          ...alone(
            `click: to first byte, ${venue}, ${seconds} s idle`,
            all.map(({ ms }) => ms),
          ),
          ...goalOf(all),
        })
        const asked = all.flatMap(({ requests }) => requests)
        const begun = all.reduce((sum, { connections }) => sum + connections, 0)
        between.push(
          `  ${venue}, ${seconds} s: ${asked.length} requests, ${begun} handshakes in ${all.length} clicks ${asked.join(' ')}`,
        )
      }
    }
  } finally {
    await side.backend.close()
    await ended(side.exchanges, () => side.exchanges.kill('SIGTERM'))
  }
  return {
    measures,
    notes: [
      `click, Prelist: orders.submit of a ticket that is open, until the order is at the stand-in, which lies ${ONE_WAY_MS} ms away each`,
      '  way over TLS 1.3; five accounts in use at once, the vault in its own process. A new connection is accepted at once, so',
      '  that a handshake costs one round trip less here than it would.',
      plan.realMs > REAL_MS
        ? `  Idle times up to ${plan.realMs / 1_000} s passed in real time; for longer ones the clocks were moved, see below.`
        : '  65 s and 3,700 s did not pass: the clocks of backend, vault and exchanges were moved ahead by a minute at a time, and the',
      ...(plan.realMs > REAL_MS
        ? []
        : ['  exchanges closed all connections that were silent; then 8 real seconds passed. `--real` waits 65 s.']),
      'click, between the click and the first byte, sent by the app and counted at the stand-in:',
      ...between,
    ],
  }
}

/** The middle of the clicks, and nothing asked in any of them. */
function goalOf(clicks: readonly Clicked[]): Pick<Measure, 'goal' | 'met'> {
  const sorted = clicks.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
  const isQuiet = clicks.every(({ requests, connections }) => requests.length === 0 && connections === 0)
  return { goal: `<= ${GOAL_MS} ms, nothing asked`, met: middle <= GOAL_MS && isQuiet }
}
