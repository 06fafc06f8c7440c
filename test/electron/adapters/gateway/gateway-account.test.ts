// The account against gateways that change their keys, or are others: what is sent to whom, and sealed with what.

import { expect, it } from 'vitest'
import type { OutgoingOrder } from '../../../../electron/ports/system.ts'
import { startPracticeExchange } from '../../../../electron/practice-exchange/server.ts'
import type { Sealing } from '../../../../shared/app.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { toAppClock } from '../../../support/app-clock.ts'
import { CLASSIC, listedKey, makeIdentity, POST_QUANTUM } from '../../../support/gateway-identity.ts'
import { PERMIT } from '../../../support/permit.ts'
import { memoryPins, practiceAccount } from '../../../support/practice-account.ts'
import { outgoing, questionFor, said } from '../../../support/questions.ts'
import { startRawServer } from '../../../support/raw-server.ts'
import { type Fixture, SEED, startFixture } from '../../practice-exchange/fixture.ts'
import { startRelay } from './relay.ts'

let keys = 0
function order(): OutgoingOrder {
  keys += 1
  return outgoing(`key-${keys}`)
}

const FILLED = { phase: 'answered', status: 200, order: { status: 'filled' } }

/** Closes the fixture's exchange and starts it again on the same folder with something replaced. */
async function rotate(fixture: Fixture, what: 'keys' | 'identity'): Promise<void> {
  await fixture.exchange.close()
  const { dataDir, clock } = fixture
  fixture.exchange = await startPracticeExchange({ dataDir, port: 0, seed: SEED, clock, rotate: what })
}

function accountAt(fixture: Fixture, sealing: Sealing = 'classic') {
  const pins = memoryPins()
  const host = {
    locate: async () => ({ baseUrl: fixture.exchange.url, identity: null, registration: null }),
    close: async () => {},
  }
  return { pins, ...practiceAccount(host, toAppClock(fixture.clock), { pins, sealing }) }
}

it.each<[Sealing, string, number]>([
  ['classic', CLASSIC, 32],
  ['post-quantum', POST_QUANTUM, 1120],
])('seals %s orders with the suite %s, and reads the sealed answer', async (sealing, suite, size) => {
  const fixture = await startFixture()
  const relay = await startRelay(fixture.exchange.url)
  const { account } = practiceAccount(relay.url, toAppClock(fixture.clock), { sealing })
  expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
  const body = JSON.parse(relay.requests.at(-1)?.split('\r\n\r\n')[1] ?? '')
  expect(body).toMatchObject({ suite, keyId: expect.stringMatching(/^gk-[0-9a-f]{32}$/) })
  expect(Buffer.from(body.enc, 'base64url')).toHaveLength(size)
})

it.each<Sealing>(['classic', 'post-quantum'])(
  'goes on with %s orders when the exchange has new keys',
  async (sealing) => {
    const fixture = await startFixture()
    const { account, pins, events } = accountAt(fixture, sealing)
    expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
    await rotate(fixture, 'keys')
    expect(await account.place(order(), PERMIT)).toMatchObject({ phase: 'not-sent' })
    expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
    expect(pins.saved.map(({ serial }) => serial)).toEqual([1, 2])
    expect(events.map(({ kind }) => kind)).toEqual(['remembered', 'renewed'])
  },
)

it('opens what was sealed to the keys before, and begins anew where they are gone', async () => {
  const fixture = await startFixture()
  const relay = await startRelay(() => fixture.exchange.url)
  const { account } = practiceAccount(relay.url, toAppClock(fixture.clock), {})
  await account.place(order(), PERMIT)
  await rotate(fixture, 'keys')
  // The session still knows the old list; the address is the relay's and did not change.
  expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
  await rotate(fixture, 'keys')
  expect(await account.place(order(), PERMIT)).toMatchObject({
    phase: 'answered',
    status: 400,
    code: 'CANNOT_OPEN',
    order: null,
  })
  expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
})

it('follows the exchange to another identity that the old one announced, and to no other', async () => {
  const fixture = await startFixture()
  const { account, pins, events } = accountAt(fixture)
  await account.balances()
  await rotate(fixture, 'identity')
  await account.find(questionFor('gone'))
  expect(await account.place(order(), PERMIT)).toMatchObject(FILLED)
  expect(pins.saved.at(-1)).toEqual({ identity: fixture.exchange.identity, serial: 2 })
  expect(events.map(({ kind }) => kind)).toEqual(['remembered', 'succeeded'])

  const other = await startFixture()
  await fixture.exchange.close()
  fixture.exchange = other.exchange
  await account.find(questionFor('gone'))
  expect(await account.place(order(), PERMIT)).toMatchObject({
    phase: 'not-sent',
    detail: { code: 'GATEWAY_OTHER_IDENTITY' },
  })
  expect(said(await account.find(questionFor('key')))).toBe('failed')
  await expect(account.balances()).rejects.toThrow(expect.objectContaining({ code: 'GATEWAY_KEY_CHANGED' }))
  expect(other.query("SELECT * FROM accounts WHERE account_id = 'p-1'")).toEqual([])
  expect(other.query('SELECT * FROM orders')).toEqual([])
})

/** A gateway that publishes what it is told to, and records what else is asked of it. */
async function startPublisher(published: unknown): Promise<{ url: string; asked: () => string[] }> {
  const body = JSON.stringify(published)
  const server = await startRawServer((socket) =>
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  )
  return { url: server.url, asked: () => server.received.map((text) => text.split(' HTTP')[0] ?? '') }
}

it('uses no classic key where post-quantum sealing was chosen, nor the other way about', async () => {
  const cases = [
    ['post-quantum', CLASSIC],
    ['classic', POST_QUANTUM],
  ] as const
  for (const [sealing, suite] of cases) {
    const gateway = await startPublisher(makeIdentity().publish({ keys: [listedKey(suite)] }))
    const { account } = practiceAccount(gateway.url, toAppClock((await startFixture()).clock), { sealing })
    const detail = reason('GATEWAY_NO_SEALING_KEY', { sealing })
    expect(await account.place(order(), PERMIT)).toEqual({ phase: 'not-sent', detail })
    expect(gateway.asked()).toEqual(['GET /v1/keys', 'PUT /v1/accounts/p-1'])
  }
})

it('asks a gateway that is not to be trusted for nothing but its keys', async () => {
  const list = makeIdentity().publish()
  const wrong = [
    makeIdentity().publish(),
    { ...list, serial: 2 },
    { ...list, keys: [] },
    { ...list, identity: 'x' },
    [],
    {},
  ]
  for (const published of wrong) {
    const gateway = await startPublisher(published)
    const pins = memoryPins({ identity: list.identity, serial: 1 })
    const { account } = practiceAccount(gateway.url, toAppClock((await startFixture()).clock), { pins })
    expect(await account.place(order(), PERMIT)).toMatchObject({ phase: 'not-sent' })
    expect(await account.voidKey?.('key')).toMatchObject({ phase: 'not-sent' })
    await expect(account.prices([])).rejects.toThrow()
    expect(new Set(gateway.asked())).toEqual(new Set(['GET /v1/keys']))
    expect(pins.saved).toEqual([])
  }
})
