// The wire of a stream: to the right exchange over TLS, and not one byte to any other, whatever the dialling library would
// have done by itself.

import { expect, it } from 'vitest'
import { createBudget } from '../../../../electron/adapters/ccxt/budget.ts'
import { openClient } from '../../../../electron/adapters/ccxt/client.ts'
import { openStream } from '../../../../electron/adapters/ccxt/streams/venue-stream.ts'
import { createVenueService } from '../../../../electron/adapters/ccxt/venue-service.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import type { StreamEvent } from '../../../../electron/ports/system.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { type Certified, certify } from '../../../support/certificates.ts'
import { until } from '../../../support/until.ts'
import { startTlsServer } from '../../adapters/gateway/tls-server.ts'
import { STREAMING } from './stream-kit.ts'

const HOSTS = ['localhost', '127.0.0.1']
const authority = certify({ name: 'Test authority', authority: true })
const stranger = certify({ name: 'Another authority', authority: true })
const issuer = authority.signer
const good = certify({ name: 'localhost', issuer, hosts: HOSTS })

const credentialsOf = ({ key }: (typeof STREAMING)[number]) => ({
  apiKey: key.apiKey,
  apiSecret: key.apiSecret,
  passphrase: 'passphrase' in key ? String(key.passphrase) : null,
})

it.each(STREAMING)('$venue: stands over TLS with the right certificate, and tells of an order [R43]', async (fake) => {
  const venue = await startVenue(fake.dialect, new Engine(Date.now, { keyRule: fake.record.keyRule }), good)
  venue.streams.isOn = true
  const service = createVenueService(systemClock, [authority.cert])
  const told: StreamEvent[] = []
  const call = { venue: fake.venue, environment: 'test', host: venue.url, stream: { kind: 'orders' } } as const
  const end = service.watch(call, credentialsOf(fake), (news) => void told.push(news))
  await until(() => told.some(({ kind }) => kind === 'up'))
  const terms = { market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 20, price: 1.5 } as const
  venue.engine.place({ key: 'a'.repeat(32), ...terms })
  await until(() => told.some(({ kind }) => kind === 'order'))
  expect(told).toMatchObject([{ kind: 'up' }, { kind: 'order', order: { key: 'a'.repeat(32), status: 'open' } }])
  end()
  end()
  expect(told.slice(2)).toEqual([{ kind: 'down' }])
  await until(() => venue.streams.peers.size === 0)
})

/** Opens a stream of Binance to this host as if its requests had been answered, and waits for its end. */
async function dial(host: string, elsewhere?: string): Promise<StreamEvent[]> {
  const [fake] = STREAMING
  if (fake === undefined) throw new Error('no venue')
  const place = { venue: fake.venue, environment: 'test', host } as const
  const budget = createBudget(systemClock, fake.record)
  const { exchange: session } = await openClient(place, null, systemClock, budget, [authority.cert])
  session.markets = {}
  session.milliseconds = Date.now
  const told: StreamEvent[] = []
  openStream({
    venue: fake.venue,
    subscription: { kind: 'orders' },
    clock: systemClock,
    trusted: [authority.cert],
    session,
    open: async () => {
      const client = await openClient(place, credentialsOf(fake), systemClock, budget, [authority.cert], 'streams')
      const { api } = client.exchange.urls as unknown as { api: { ws: { 'ws-api': { spot: string } } } }
      if (elsewhere !== undefined) api.ws['ws-api'].spot = elsewhere
      return client
    },
    tell: (news) => void told.push(news),
  })
  await until(() => told.some(({ kind }) => kind === 'down'))
  return told
}

it('says something to a server with the right certificate, so that the silence below means something', async () => {
  const server = await startTlsServer({ ...good, minVersion: 'TLSv1.3' })
  expect(await dial(`https://localhost:${server.port}`)).toEqual([{ kind: 'down' }])
  expect(server.seen.bytes).toBeGreaterThan(100)
})

it.each<[string, Certified, object]>([
  ['an expired certificate', certify({ name: 'localhost', issuer, hosts: HOSTS, from: -9, until: -1 }), {}],
  ['one for another host', certify({ name: 'localhost', issuer, hosts: ['example.org'] }), {}],
  ['a self-signed one', certify({ name: 'localhost', hosts: HOSTS }), {}],
  ['one of an unknown authority', certify({ name: 'localhost', issuer: stranger.signer, hosts: HOSTS }), {}],
  ['an old protocol', good, { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }],
])('%s: no byte of a stream leaves [R43]', async (_name, certificate, options) => {
  const server = await startTlsServer({ ...certificate, ...options })
  expect(await dial(`https://localhost:${server.port}`)).toEqual([{ kind: 'down' }])
  expect(server.seen.connections).toBeGreaterThan(0)
  expect(server.seen.bytes).toBe(0)
})

it('dials no other host than the venue’s, and nothing without encryption but this machine', async () => {
  const server = await startTlsServer({ ...good, minVersion: 'TLSv1.3' })
  const other = await startTlsServer({ ...good, minVersion: 'TLSv1.3' })
  expect(await dial(`https://localhost:${server.port}`, `wss://localhost:${other.port}/ws`)).toEqual([{ kind: 'down' }])
  expect(await dial(`http://localhost:${other.port}`)).toEqual([{ kind: 'down' }])
  expect([server.seen.connections, other.seen.connections]).toEqual([0, 0])
})
