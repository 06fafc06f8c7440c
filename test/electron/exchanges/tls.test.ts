// Trading over TLS: an order reaches an exchange with the right certificate, and nothing reaches one with a wrong one.

import { expect, it } from 'vitest'
import { createVenueService } from '../../../electron/adapters/ccxt/venue-service.ts'
import { systemClock } from '../../../electron/adapters/system-clock.ts'
import type { OrderQuery, OutgoingOrder } from '../../../electron/ports/system.ts'
import type { KeyedCall } from '../../../electron/ports/vault.ts'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import { Engine } from '../../exchanges/engine.ts'
import { startVenue } from '../../exchanges/start-venue.ts'
import { atOnce } from '../../faults/venue-desk.ts'
import { type Certified, certify } from '../../support/certificates.ts'
import { NO_LIMIT } from '../../support/permit.ts'

const HOSTS = ['localhost', '127.0.0.1']
const authority = certify({ name: 'Test authority', authority: true })
const stranger = certify({ name: 'Another authority', authority: true })
const issuer = authority.signer
const good = certify({ name: 'localhost', issuer, hosts: HOSTS })

function anOrder(fake: Fake): OutgoingOrder {
  const { type, price = null, timeInForce = 'gtc' } = atOnce(fake, 2)
  const terms = { market: 'PEAQ/USDT', side: 'buy', type, timeInForce, amount: '25', price, stopPrice: null } as const
  return { key: fake.record.toClientOrderId(crypto.randomUUID()), ...terms, validUntil: Date.now() + 5_000 }
}

async function startOver(fake: Fake, certificate: Certified) {
  const engine = new Engine(Date.now, { keyRule: fake.record.keyRule })
  const venue = await startVenue(fake.dialect, engine, certificate)
  const service = createVenueService(systemClock, [authority.cert])
  const { apiKey, apiSecret } = fake.key
  const passphrase = 'passphrase' in fake.key ? String(fake.key.passphrase) : null
  const place = { venue: fake.venue, environment: 'test', host: venue.url } as const
  const call = (ask: KeyedCall['ask']) => service.call({ ...place, ask }, { apiKey, apiSecret, passphrase })
  return { venue, engine, call }
}

it.each(FAKES)('$venue: an order, one whose answer is lost, and its look-up [R43]', async (fake) => {
  const { venue, engine, call } = await startOver(fake, good)
  expect(await call({ kind: 'place', order: anOrder(fake), limit: NO_LIMIT })).toMatchObject({
    answer: { phase: 'answered' },
  })
  venue.faults.push({ kind: 'cut', when: 'after' })
  const order = anOrder(fake)
  expect(await call({ kind: 'place', order, limit: NO_LIMIT })).toMatchObject({ answer: { phase: 'lost' } })
  expect(engine.orders).toHaveLength(2)
  const question: OrderQuery = { order, orderId: null, since: Date.now() - 1_000 }
  const reply = await call({ kind: 'find', question })
  const legs = reply.kind === 'round' ? reply.round.legs : []
  expect(legs.every(({ state }) => state === 'answered')).toBe(true)
  expect(legs.flatMap((leg) => (leg.state === 'answered' ? leg.orders : [])).some(({ key }) => key === order.key)).toBe(
    true,
  )
})

it.each([
  ['an expired certificate', certify({ name: 'localhost', issuer, hosts: HOSTS, from: -9, until: -1 })],
  ['one for another host', certify({ name: 'localhost', issuer, hosts: ['example.org'] })],
  ['a self-signed one', certify({ name: 'localhost', hosts: HOSTS })],
  ['one of an unknown authority', certify({ name: 'localhost', issuer: stranger.signer, hosts: HOSTS })],
])('%s: no request reaches any exchange, and the order was not sent [R43]', async (_name, certificate) => {
  for (const fake of FAKES) {
    const { venue, engine, call } = await startOver(fake, certificate)
    expect(await call({ kind: 'place', order: anOrder(fake), limit: NO_LIMIT })).toMatchObject({
      answer: { phase: 'not-sent' },
    })
    expect([venue.asked.length, engine.orders.length]).toEqual([0, 0])
  }
})
