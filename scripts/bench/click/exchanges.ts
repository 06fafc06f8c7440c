// The exchanges of the measure, in a process of their own: stand-ins over TLS, each behind a wire that takes so many
// milliseconds each way. Of each order it tells what came over the wire between the click and the order's first byte.

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { DOCUMENTED, type Fake } from '../../../test/exchanges/all.ts'
import { Engine } from '../../../test/exchanges/engine.ts'
import { type FakeVenue, openVenue } from '../../../test/exchanges/server.ts'
import { certify } from '../../../test/support/certificates.ts'

export type ToExchanges = { move: number } | { closeIdle: true } | { expect: string; clickedAt: number }

export interface OrderSeen {
  venue: string
  /** When its first byte came, milliseconds since 1970 with fractions. */
  arrivedAt: number
  /** What the app had sent since the click and before the order. */
  requests: string[]
  /** Connections, each with its TLS handshake, that the app had begun since then. */
  connections: number
}

export interface Listening {
  pem: string
  urls: Record<string, string>
  /** Some are made anew in each process. */
  keys: Record<string, Fake['key']>
}

const oneWayMs = Number(process.argv[2] ?? 0)
const now = () => performance.timeOrigin + performance.now()
let ahead = 0
const authority = certify({ name: 'Benchmark', authority: true })
const certificate = certify({ name: 'localhost', issuer: authority.signer, hosts: ['localhost', '127.0.0.1'] })

/** Bytes come out in their order, each so long after it went in. */
function slowly(from: Socket, to: Socket): void {
  from.on('data', (chunk: Buffer) => void setTimeout(() => to.write(chunk), oneWayMs))
  from.on('end', () => void setTimeout(() => to.end(), oneWayMs))
  from.on('error', () => to.destroy())
  from.on('close', () => void setTimeout(() => to.destroy(), oneWayMs))
}

async function wireTo(venue: FakeVenue, begun: () => void): Promise<string> {
  const wire = createServer((app) => {
    begun()
    const exchange = connect(Number(new URL(venue.url).port), '127.0.0.1')
    for (const socket of [app, exchange]) socket.setNoDelay(true)
    slowly(app, exchange)
    slowly(exchange, app)
  })
  await once(wire.listen(0, '127.0.0.1'), 'listening')
  return `https://127.0.0.1:${(wire.address() as AddressInfo).port}`
}

let expected = { venue: '', clickedAt: 0 }

async function open(fake: Fake): Promise<[string, { url: string; venue: FakeVenue }]> {
  const requests: { name: string; sentAt: number }[] = []
  const connections: number[] = []
  const engine = new Engine(() => Date.now() + ahead, { keyRule: fake.record.keyRule })
  const { dialect } = fake
  const noted: typeof dialect = {
    ...dialect,
    handle: (request, of) => {
      requests.push({ name: `${request.method} ${request.path}`, sentAt: now() - oneWayMs })
      return dialect.handle(request, of)
    },
  }
  const venue = await openVenue(noted, engine, certificate)
  venue.arrived = () => {
    const arrivedAt = now()
    const { clickedAt } = expected
    const isBetween = (at: number) => at >= clickedAt && at <= arrivedAt - oneWayMs
    const seen: OrderSeen = {
      venue: fake.venue,
      arrivedAt,
      requests: requests.filter(({ sentAt }) => isBetween(sentAt)).map(({ name }) => name),
      connections: connections.filter(isBetween).length,
    }
    process.send?.(seen)
  }
  const url = await wireTo(venue, () => connections.push(now()))
  return [fake.venue, { url, venue }]
}

const all = new Map(await Promise.all(DOCUMENTED.map(open)))
process.on('message', (message: ToExchanges) => {
  if ('move' in message) ahead += message.move
  else if ('closeIdle' in message) for (const { venue } of all.values()) venue.closeIdle()
  else expected = { venue: message.expect, clickedAt: message.clickedAt }
})
process.on('disconnect', () => process.exit(0))
const urls = Object.fromEntries([...all].map(([name, { url }]) => [name, url]))
const keys = Object.fromEntries(DOCUMENTED.map(({ venue, key }) => [venue, key]))
process.send?.({ pem: authority.cert, urls, keys } satisfies Listening)
