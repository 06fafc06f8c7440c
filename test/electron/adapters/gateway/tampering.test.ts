// A sealed and signed order of the app on its way: with any byte of it changed, the gateway does nothing.

import { createHash } from 'node:crypto'
import { createConnection } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SUITES, sealRequest } from '../../../../electron/adapters/sealed-channel.ts'
import { openLedger } from '../../../../electron/practice-exchange/ledger.ts'
import { loadSealing } from '../../../../electron/practice-exchange/wire/sealing.ts'
import type { Sealing } from '../../../../shared/app.ts'
import { toAppClock } from '../../../support/app-clock.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { PERMIT } from '../../../support/permit.ts'
import { practiceAccount } from '../../../support/practice-account.ts'
import { makeFolder, startFixture } from '../../practice-exchange/fixture.ts'
import { keys as keysShape } from '../../practice-exchange/shapes.ts'
import { startRelay } from './relay.ts'

const KEY = 'key-of-the-order'
const ORDER = {
  key: KEY,
  market: 'PEAQ/USDT',
  side: 'buy',
  type: 'market',
  timeInForce: 'gtc',
  amount: '100',
  price: null,
  stopPrice: null,
  validUntil: null,
} as const
/** Connections at a time. */
const WIDTH = 16

/** An exchange, and the bytes of an order for it that were kept from it. */
async function keptOrder(sealing: Sealing) {
  const fixture = await startFixture([{ on: 'POST /v1/orders', fault: 'drop-before' }])
  const relay = await startRelay(fixture.exchange.url)
  const { account } = practiceAccount(relay.url, toAppClock(fixture.clock), { sealing })
  expect(await account.place(ORDER, PERMIT)).toMatchObject({ phase: 'lost' })
  return { fixture, bytes: relay.requests.at(-1) ?? '' }
}

/** The answer to exactly these bytes (Latin-1), empty where the exchange only closed the connection. */
function deliver(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1', () => socket.end(bytes, 'latin1'))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      // Where one request was made into two, the connection stays open after the first answer.
      if (answer.includes('connection: keep-alive')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

/** What of a request the signature covers: first line, the headers that matter in order, and the body. */
function coveredParts(bytes: string): string {
  const [head = '', ...body] = bytes.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const covered = ['host', 'idempotency-key', 'content-digest', 'signature-input', 'signature']
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(':')
    return [name.toLowerCase(), value.join(':').trim()] as const
  })
  const version = first.replace(/HTTP\/1\.[01]$/, '')
  return JSON.stringify([version, headers.filter(([name]) => covered.includes(name)).sort(), body])
}

const refusedBefore = (answer: string) =>
  answer === '' ||
  (/^HTTP\/1\.1 (400|401|404|405|413|431|505) /.test(answer) &&
    !answer.includes('NONCE_REUSED') &&
    !answer.includes('sealed+json'))

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
    }),
  )
}

it.each<Sealing>(['classic', 'post-quantum'])(
  'does nothing for a %s order with any byte changed on the way [R42]',
  async (sealing) => {
    const { fixture, bytes } = await keptOrder(sealing)
    const original = coveredParts(bytes)
    const counts = { refused: 0, harmless: 0 }
    await inTurns(
      [...bytes].map((_character, at) => at),
      async (at) => {
        const changed =
          bytes.slice(0, at) + String.fromCharCode(bytes.charCodeAt(at) ^ (1 << (at % 8))) + bytes.slice(at + 1)
        const refused = refusedBefore(await deliver(fixture.exchange.url, changed))
        if (refused) counts.refused += 1
        else {
          // Only what no signature covers may differ: case of a header's name, content type, connection.
          expect(coveredParts(changed), `byte ${at}`).toBe(original)
          counts.harmless += 1
        }
      },
    )
    console.log(
      `tampering: ${sealing}, ${bytes.length} bytes changed, ${counts.refused} refused, ${counts.harmless} outside of the signature`,
    )
    expect(counts.refused).toBeGreaterThan(bytes.length * 0.9)
    expect(fixture.query('SELECT * FROM orders').length).toBeLessThanOrEqual(1)
  },
)

/** The parts that an attacker may want to change, each as the text around it. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  method: /^()(\w+)( )/,
  path: /^(\w+ )(\S+)( HTTP)/,
  host: /(\r\nhost: )([^\r]+)(\r\n)/i,
  key: /(\r\nidempotency-key: )([^\r]+)(\r\n)/i,
  digest: /(\r\ncontent-digest: )([^\r]+)(\r\n)/i,
  created: /(;created=)(\d+)(;)/,
  expires: /(;expires=)(\d+)(;)/,
  keyid: /(;keyid=")([^"]+)(";)/,
  nonce: /(;nonce=")([^"]+)(";)/,
  components: /(sig1=\()([^)]+)(\);created)/,
  signature: /(\r\nsignature: sig1=:)([^:]+)(:\r\n)/i,
  body: /(\r\n\r\n)(.*)()$/s,
}
const PRINTABLE = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code))

/** A change within one field: a character put in, taken out or replaced. */
const edit = fc.record({
  field: fc.constantFrom(...Object.keys(FIELDS)),
  kind: fc.constantFrom('insert', 'delete', 'replace'),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  character: PRINTABLE,
  redigest: fc.boolean(),
})

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

/** The request with the change, whole again: with the right length, and on demand with the right digest. */
function edited(bytes: string, { field, kind, place, character, redigest }: Edit): string {
  const changed = bytes.replace(FIELDS[field] ?? /$^/, (_whole, before: string, value: string, after: string) => {
    const at = Math.floor(place * value.length)
    const put = kind === 'delete' ? '' : character
    return `${before}${value.slice(0, at)}${put}${value.slice(kind === 'insert' ? at : at + 1)}${after}`
  })
  if (field !== 'body') return changed
  const body = changed.split('\r\n\r\n')[1] ?? ''
  const digest = createHash('sha256').update(Buffer.from(body, 'latin1')).digest('base64')
  const whole = changed.replace(/(content-length: )\d+/i, `$1${body.length}`)
  return redigest ? whole.replace(/(content-digest: sha-256=:)[^:]+/i, `$1${digest}`) : whole
}

it('does nothing for an order that was edited in any field, not even with its digest made right [R42]', async () => {
  const { fixture, bytes } = await keptOrder('classic')
  const counts: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(edit, async (change) => {
      const changed = edited(bytes, change)
      fc.pre(changed !== bytes)
      expect(refusedBefore(await deliver(fixture.exchange.url, changed))).toBe(true)
      counts[change.field] = (counts[change.field] ?? 0) + 1
    }),
    { numRuns: 1_000, seed: announcedSeed('tampering') },
  )
  console.log(`tampering: edits refused by field ${JSON.stringify(counts)}`)
  expect(Object.keys(counts).sort()).toEqual(Object.keys(FIELDS).sort())
  expect(fixture.query('SELECT * FROM orders')).toEqual([])
  // The control: untouched, it is an order, once.
  expect(await deliver(fixture.exchange.url, bytes)).toMatch(/^HTTP\/1\.1 200 .*sealed\+json/s)
  expect(await deliver(fixture.exchange.url, bytes)).toMatch(/^HTTP\/1\.1 401 .*NONCE_REUSED/s)
  expect(fixture.query('SELECT * FROM orders')).toHaveLength(1)
})

it.each<Sealing>(['classic', 'post-quantum'])(
  'opens no %s body with any byte changed, even where the signature were right [R42]',
  async (sealing) => {
    const db = openLedger(makeFolder())
    const exchange = await loadSealing(db)
    db.close()
    const listed = keysShape.parse(exchange.statement).keys.find(({ suite }) => suite === SUITES[sealing])
    const publicKey = Buffer.from(listed?.publicKey ?? '', 'base64url')
    const key = { keyId: listed?.keyId ?? '', suite: SUITES[sealing], environment: 'practice', publicKey } as const
    const { body } = await sealRequest(key, { amount: '1' }, 'aad')
    const original = Buffer.from(body)
    await expect(exchange.open(original, 'aad')).resolves.toMatchObject({ value: { amount: '1' } })
    // One bit of each byte; of the last characters of a base64url text, which have unused bits, each of them.
    const flips = [...body].flatMap((_character, at) =>
      body[at + 1] === '"' ? [0, 1, 2, 3, 4, 5, 6].map((bit) => ({ at, bit })) : [{ at, bit: at % 7 }],
    )
    for (const { at, bit } of flips) {
      const changed = Uint8Array.from(original)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      await expect(exchange.open(changed, 'aad'), `byte ${at}`).rejects.toThrow(
        expect.objectContaining({ code: 'CANNOT_OPEN' }),
      )
    }
    console.log(`tampering: ${sealing} body, ${flips.length} changed bits in ${original.length} bytes, none opened`)
  },
)
