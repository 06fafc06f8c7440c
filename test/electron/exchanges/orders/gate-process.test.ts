// A stop while an order is on its way in the vault's own process, which is forked: while its key is fetched by a command, and
// while the exchange is asked for its time and its markets. After the answer to the stop no byte of the order leaves.

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSendGate } from '../../../../electron/adapters/ccxt/requests/send-gate.ts'
import { type Backend, createBackend } from '../../../../electron/app/backend.ts'
import type { TracePoint } from '../../../../electron/ports/system.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import type { FakeVenue } from '../../../exchanges/server.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { atOnce } from '../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { type HeldWire, startHeldWire } from '../../../support/held-wire.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'
import { until } from '../../../support/until.ts'

const OPENING = 'eight words for a vault that is made here'
interface Trader {
  backend: Backend
  venue: FakeVenue
  accountId: string
  at: { trace: (point: TracePoint) => void }
  /** From now on a command for the key waits; resolves when one does. */
  hold(): void
  isHeld(): boolean
  release(): void
  /** Between the app and the exchange. */
  wire: HeldWire
  /** The command answers with another key from now on: for that one the exchange is asked everything anew. */
  changeKey(): void
}

/** Runs a command line as a shell does, which waits while a file is there. */
async function traderWithCommand(fake: Fake): Promise<Trader> {
  const venue = await startVenue(fake.dialect, new Engine(Date.now, { keyRule: fake.record.keyRule }))
  const wire = await startHeldWire(venue.url)
  onTestFinished(wire.close)
  const dataDir = makeProfile()
  const at: Trader['at'] = { trace: () => {} }
  const backend = await createBackend({
    dataDir,
    venueHosts: { [`${fake.venue}:test`]: wire.url, practice: 'http://127.0.0.1:9' },
    confirmCommand: async () => true,
    trace: (point) => at.trace(point),
  })
  onTestFinished(() => backend.close())
  await okOf(backend, 'vault.create', { passphrase: OPENING })
  const place = (name: string) => path.join(dataDir, '..', name)
  const [hold, asked, script] = ['hold', 'asked', 'key.sh'].map(place) as [string, string, string]
  const waits = `while [ -e '${hold}' ]; do : > '${asked}'; sleep 0.02; done`
  writeFileSync(script, `${waits}\ncat "$1"\n`)
  const reference: Record<string, string> = { kind: 'command' }
  for (const [name, value] of Object.entries(fake.key)) {
    writeFileSync(place(name), value)
    reference[name] = `/bin/sh ${script} ${place(name)}`
  }
  const account = { venue: fake.venue, environment: 'test', label: 'Mine' }
  const { accountId } = await okOf(backend, 'accounts.addReference', { ...account, reference })
  return {
    backend,
    venue,
    accountId,
    at,
    wire,
    changeKey: () => writeFileSync(place('apiKey'), `${fake.key.apiKey}x`),
    hold: () => writeFileSync(hold, ''),
    isHeld: () => existsSync(asked),
    release: () => rmSync(hold),
  }
}

/** Answers once the stop has reached the process that sends, and hands over what is answered to whoever pressed. */
type Stop = (trader: Trader, intentId: string) => Promise<{ answer: Promise<unknown> }>

const halt: Stop = async ({ backend }) => ({ answer: Promise.resolve(await okOf(backend, 'orders.halt', {})) })

// A cancel is answered when its order has come to an end, and its order waits here for the test.
const cancel: Stop = async ({ backend }, intentId) => {
  const answer = okOf(backend, 'orders.cancel', { intentId })
  let isAsked = false
  while (!isAsked) isAsked = (await okOf(backend, 'orders.get', { intentId })).cancelRequested
  // A question to the same process, over the same channel: what was said before it has been heard.
  await okOf(backend, 'vault.rotate', { what: 'data-key' })
  return { answer }
}

const STOPS = { halt, cancel }
type StopName = keyof typeof STOPS

/** Submits, stops it while it waits, lets it go on, and holds that nothing left. */
async function stopMidway(fake: Fake, name: StopName, kind: 'key' | RegExp): Promise<void> {
  const trader = await traderWithCommand(fake)
  const { backend, venue, wire, accountId, at } = trader
  const { intentId } = await okOf(backend, 'orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  at.trace = (point) => {
    if (point !== 'attempt-recorded') return
    if (kind === 'key') return trader.hold()
    trader.changeKey()
    wire.hold(kind)
  }
  const answer = backend.call('orders.submit', {
    intentId,
    ...atOnce(fake, venue.engine.priceOf('')),
    size: { unit: 'quote', value: '50' },
  })
  await until(() => (kind === 'key' ? trader.isHeld() : wire.held().length > 0))
  const stopped = await STOPS[name](trader, intentId)
  if (kind === 'key') trader.release()
  else wire.release()
  const order = await answer
  await stopped.answer
  expect(order).toMatchObject({
    ok: true,
    value: {
      status: 'not-sent',
      reason: { code: expect.stringMatching(/^(STOPPED|CANCELED|HALTED)_BEFORE_SENDING$/) },
    },
  })
  expect([venue.sent.length, venue.engine.orders.length]).toEqual([0, 0])
}

const SENDERS = FAKES.filter(({ venue }) => venue !== 'coinbase')
const onLinux = test.runIf(process.platform === 'linux')
const LONG = { timeout: 60_000 }

onLinux.each(SENDERS.flatMap((fake) => (['halt', 'cancel'] as const).map((name) => ({ ...fake, fake, name }))))(
  '$venue: a $name while the key is fetched by a command, in the forked process [H3]',
  LONG,
  ({ fake, name }) => stopMidway(fake, name, 'key'),
)

/** What an exchange is asked before the first order of a key. */
const TIME = /time/i
const MARKETS = /exchangeInfo|AssetPairs|instruments/
const ASKED = [
  { name: 'halt', what: 'its time', path: TIME },
  { name: 'cancel', what: 'its time', path: TIME },
  { name: 'halt', what: 'its markets', path: MARKETS },
  { name: 'cancel', what: 'its markets', path: MARKETS },
] as const

// Spread over the exchanges: the way through the process is the same for all of them.
onLinux.each(SENDERS.map((fake, at) => ({ fake, venue: fake.venue, ...(ASKED[at % ASKED.length] ?? ASKED[0]) })))(
  '$venue: a $name while it is asked for $what, in the forked process [H3]',
  LONG,
  ({ fake, name, path }) => stopMidway(fake, name, path),
)

test('the gate in the process that sends: time, clocks set either way, and keys that were called back', () => {
  const clock = makeAppClock()
  const gate = createSendGate(clock)
  const limit = () => ({ at: clock.now(), until: clock.now() + 10_000, withinMs: 10_000 })
  const [young, stopped, later] = ['a', 'b', 'c'].map((key) => gate.open(key, limit())) as [
    () => Reason | null,
    () => Reason | null,
    () => Reason | null,
  ]
  gate.withdraw(['b', 'd'])
  expect([young(), stopped(), gate.open('d', limit())()]).toEqual([
    null,
    reason('STOPPED_BEFORE_SENDING'),
    reason('STOPPED_BEFORE_SENDING'),
  ])
  clock.advance(9_999)
  expect([young(), later()]).toEqual([null, null])
  clock.advance(1)
  expect([young(), later()]).toEqual([reason('LOOK_TOO_OLD'), reason('LOOK_TOO_OLD')])
  for (const jump of [-3_600_000, -3_000, 11_000, 3_600_000]) {
    const set = gate.open(`j${jump}`, limit())
    clock.jump(jump)
    expect([jump, set()]).toEqual([jump, reason('LOOK_TOO_OLD')])
    clock.jump(-jump)
  }
  // Handed over late: its time was over before it was heard of.
  const { at, until: end } = limit()
  clock.advance(10_001)
  expect(gate.open('late', { at, until: end, withinMs: 10_000 })()).toEqual(reason('LOOK_TOO_OLD'))
})
