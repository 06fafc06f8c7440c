// Streams that misbehave: garbage, floods, silence, every way to end; and what ends them on this side.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { frame, type Peer } from '../../../exchanges/streams/web-socket.ts'
import { submitted } from '../../../faults/fault-kit.ts'
import type { VenueDesk } from '../../../faults/venue-desk.ts'
import { secretForms } from '../../../support/hostile/secret-forms.ts'
import { watchProcess } from '../../../support/process-watch.ts'
import { until } from '../../../support/until.ts'
import { becomes, heardOf, listeningDesk, RESTING, STREAMING, stored, watchingDesk } from './stream-kit.ts'

const [binance] = STREAMING
if (binance === undefined) throw new Error('no venue')

let unwatched: () => void
beforeEach(() => {
  unwatched = watchProcess()
  for (const way of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, way)
})
afterEach(() => {
  // Whatever a venue sends: nothing is printed, and no failure is left to nobody, which would end the vault's process.
  for (const way of ['log', 'info', 'warn', 'error'] as const) expect(console[way]).not.toHaveBeenCalled()
  unwatched()
  vi.restoreAllMocks()
})

/** The stream that is there ends, and after its pause another one stands. */
async function comesAgain(desk: VenueDesk, old: readonly Peer[]): Promise<void> {
  const { streams } = desk.venue
  await until(() => !old.some((peer) => streams.peers.has(peer)))
  await desk.clock.sleeping(1_000)
  desk.clock.advance(1_000)
  await until(() => streams.listeners().length > 0)
}

/** An order whose answer is lost is found by the stream. */
async function works(desk: VenueDesk): Promise<void> {
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  await becomes(desk, await submitted(desk, RESTING), 'open')
}

const ENDS: [name: string, how: (peer: Peer) => void][] = [
  ...[1000, 1001, 1002, 1008, 1011, 1012, 1013, 4001].map((code): [string, (peer: Peer) => void] => [
    `the code ${code}`,
    (peer) => peer.close(code),
  ]),
  ['no word', (peer) => peer.drop()],
  ['a frame that is none', (peer) => peer.raw(Buffer.from('ffffffffffff', 'hex'))],
  ['bytes that are no text', (peer) => peer.raw(frame(0x1, Buffer.from('c3280a', 'hex')))],
  ['a masked frame', (peer) => peer.raw(Buffer.from('8181000000007b', 'hex'))],
  ['a message of nine megabytes', (peer) => peer.say({ x: ' '.repeat(9 * 1024 * 1024) })],
  [
    'a flood',
    (peer) => {
      for (let at = 0; at < 5_000; at += 1) peer.say('{"channel":"x"}')
    },
  ],
]

describe('a stream that ends with', () => {
  test.each(ENDS)('%s is opened again', async (_name, how) => {
    const desk = await listeningDesk(binance)
    const old = desk.venue.streams.listeners()
    for (const peer of old) how(peer)
    await comesAgain(desk, old)
    await works(desk)
  })
})

const GARBAGE = [
  '',
  '{',
  'null',
  '[]',
  '[[[]]]',
  '1',
  '"x"',
  '{}',
  'pong',
  '{"e":null}',
  '{"data":null}',
  '{"event":{}}',
]
const WORDS = [
  { channel: 'executions', data: 'x' },
  { channel: 'executions', data: [null, 1, 'x', {}, { order_id: 1, exec_type: 'trade' }] },
  { channel: 'user', events: [{ orders: [null, {}, { product_id: 'X-Y' }] }, null] },
  { channel: 'subscriptions', events: [] },
  { topic: 'order', data: [{ category: 'spot' }, null, 7] },
  { arg: { channel: 'orders' }, data: [{}, null, { instId: 'NO-SUCH' }] },
  { event: { e: 'executionReport', s: 'NONE', i: '9'.repeat(5_000), c: 'x'.repeat(5_000) } },
  { e: 'executionReport' },
  { e: 'outboundAccountPosition', B: [{}] },
  { id: '1', status: 200, result: {} },
]

test.each(STREAMING)('$venue: garbage changes nothing, and what comes after it is heard', async (fake) => {
  const desk = await listeningDesk(fake)
  const order = await submitted(desk, RESTING)
  await becomes(desk, order, 'open')
  const before = await stored(desk, order)
  for (const peer of desk.venue.streams.listeners()) {
    for (const words of GARBAGE) peer.say(words)
    for (const words of WORDS) peer.say(words)
    peer.raw(frame(0x2, Buffer.from('00ff00ff', 'hex')))
  }
  if (desk.venue.streams.listeners().length > 0) await heardOf(desk)
  const { status, filled, averagePrice } = await stored(desk, order)
  expect({ status, filled, averagePrice }).toMatchObject({ status: before.status, filled: before.filled })
  const [placed] = desk.engine.orders
  if (placed === undefined) throw new Error('no order')
  desk.engine.fill(placed, 20)
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
})

test.each(STREAMING)('$venue: a login that is never answered is given up after ten seconds', async (fake) => {
  const desk = await watchingDesk(fake)
  const { streams } = desk.venue
  Object.assign(streams, { isOn: true, isMute: true })
  await desk.ok('markets.list', { accountId: desk.accountId })
  await until(() => streams.peers.size > 0 && streams.heard.length > 0)
  desk.clock.advance(10_000)
  await until(() => streams.peers.size === 0)
  streams.isMute = false
  await comesAgain(desk, [])
  await works(desk)
})

test.each(STREAMING)('$venue: a login that is refused is tried again, more and more seldom', async (fake) => {
  const desk = await watchingDesk(fake)
  const { streams } = desk.venue
  streams.isOn = true
  streams.isMute = true
  await desk.ok('markets.list', { accountId: desk.accountId })
  for (const pause of [1_000, 2_000, 4_000]) {
    await until(() => streams.peers.size > 0 && streams.heard.length > 0)
    streams.heard.length = 0
    for (const peer of streams.peers) peer.say(fake.dialect.stream?.refusal)
    await until(() => streams.peers.size === 0)
    await desk.clock.sleeping(pause)
    desk.clock.advance(pause)
  }
  expect(streams.dials).toBeGreaterThanOrEqual(3)
})

test.each(STREAMING)('$venue: a thousand words on one order are few look-ups', async (fake) => {
  const desk = await listeningDesk(fake)
  const order = await submitted(desk, RESTING)
  await becomes(desk, order, 'open')
  const [placed] = desk.engine.orders
  if (placed === undefined) throw new Error('no order')
  const asked = desk.venue.asked.length
  for (let at = 0; at < 1_000; at += 1) desk.venue.streams.tell({ ...placed, filled: at % 7 })
  await heardOf(desk)
  for (let at = 0; at < 4; at += 1) {
    desk.clock.advance(500)
    await heardOf(desk)
  }
  // A round has four places at most, and one of the time; half a second apart.
  expect(desk.venue.asked.length - asked).toBeLessThan(40)
  expect(await stored(desk, order)).toMatchObject({ status: 'open', filled: '0' })
})

test.each(STREAMING)(
  '$venue: the lock of the vault ends the streams, and opening it begins them again',
  async (fake) => {
    const desk = await listeningDesk(fake)
    const { streams } = desk.venue
    // As the shell locks it: no operation comes through the door.
    await desk.backend.lock('sleep')
    await until(() => streams.peers.size === 0)
    const { dials } = streams
    for (let at = 0; at < 20; at += 1) {
      desk.clock.advance(2_900)
      await until(() => true)
    }
    expect(streams.dials).toBe(dials)
    await desk.ok('vault.unlock')
    await until(() => streams.listeners().length > 0)
    await works(desk)
  },
)

test.each(STREAMING)('$venue: an account that is removed is not listened to any more', async (fake) => {
  const desk = await listeningDesk(fake)
  await desk.ok('accounts.remove', { accountId: desk.accountId })
  await until(() => desk.venue.streams.peers.size === 0)
  const { dials } = desk.venue.streams
  desk.clock.advance(2_900)
  await desk.ok('app.status')
  expect(desk.venue.streams.dials).toBe(dials)
})

test.each(STREAMING)(
  '$venue: no part of a key in what is told, kept or logged, and the use is in the audit log',
  async (fake) => {
    const desk = await listeningDesk(fake)
    const told: unknown[] = []
    for (const event of ['orders.changed', 'app.changed', 'prices.changed', 'accounts.changed'] as const) {
      desk.backend.on(event, (payload) => void told.push(payload))
    }
    await works(desk)
    // A venue that repeats what was sent to it, key and signature and all, in an error.
    for (const peer of desk.venue.streams.listeners()) {
      for (const words of desk.venue.streams.heard) {
        peer.say({
          type: 'error',
          event: 'error',
          code: '1',
          msg: JSON.stringify(words),
          message: JSON.stringify(words),
        })
      }
    }
    for (let turn = 0; turn < 20; turn += 1) await until(() => true)
    const entries = await desk.ok('audit.list', { limit: 100 })
    const uses = entries.filter(({ event, detail }) => event === 'key-used' && detail['purpose'] === 'stream')
    expect(uses).toHaveLength(1)
    const signed = desk.venue.streams.heard.flatMap(textsOf).filter((text) => text.length > 24)
    const { apiKey, apiSecret } = fake.key
    const everything = inspect(
      [
        told,
        entries,
        readFileSync(join(desk.dataDir, 'prelist.log'), 'utf8'),
        await desk.ok('orders.list'),
        await desk.ok('app.status'),
      ],
      {
        depth: null,
        maxArrayLength: null,
        maxStringLength: null,
      },
    )
    const secrets = [apiKey, apiSecret, ...signed].flatMap(secretForms)
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
  },
)

test('closing leaves nothing open', async () => {
  const desk = await listeningDesk(binance)
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  await desk.backend.close()
  await until(() => desk.venue.streams.peers.size === 0)
  expect(timers()).toBeLessThan(before)
  const { dials } = desk.venue.streams
  desk.clock.advance(120_000)
  await until(() => true)
  expect(desk.venue.streams.dials).toBe(dials)
})

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
