// Signed requests: every covered part is really checked, and no request counts twice or after its time.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { codeOf, connect, jsonOf } from '../client.ts'
import { type Fixture, marketBuy, startFixture } from '../fixture.ts'
import { type Request, send } from '../http.ts'
import { digestOf, makeSigner, type SignatureOptions, signed } from '../signer.ts'

async function outcome(request: Request): Promise<string> {
  const response = await send(request)
  return response.status === 200 ? 'OK' : `${response.status} ${codeOf(jsonOf(response))}`
}

function nothingHappened({ query }: Fixture): void {
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
}

const withHeader = (request: Request, name: string, value: string): Request => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})

const TAMPERINGS: [string, (request: Request) => Request][] = [
  ['the query', (request) => ({ ...request, url: `${request.url}?x=1` })],
  [
    'the host',
    (request) => withHeader(request, 'host', request.url.replace(/^http:\/\/127.0.0.1(:\d+).*/, 'localhost$1')),
  ],
  ['the digest', (request) => withHeader(request, 'content-digest', digestOf('another'))],
  ['the body', (request) => ({ ...request, body: `${request.body} ` })],
  [
    'body and digest',
    (request) => withHeader({ ...request, body: `${request.body} ` }, 'content-digest', digestOf(`${request.body} `)),
  ],
  ['the idempotency key', (request) => withHeader(request, 'idempotency-key', randomUUID())],
  ['created', (request) => replaceInput(request, /created=(\d+)/, (created) => `created=${Number(created) - 1}`)],
  ['expires', (request) => replaceInput(request, /expires=(\d+)/, (expires) => `expires=${Number(expires) + 1}`)],
  ['the nonce', (request) => replaceInput(request, /nonce="(.)/, (first) => `nonce="${first === 'A' ? 'B' : 'A'}`)],
  ['the signature', (request) => withHeader(request, 'signature', `sig1=:${'A'.repeat(86)}==:`)],
]

function replaceInput(request: Request, pattern: RegExp, make: (found: string) => string): Request {
  const input = request.headers['signature-input'] ?? ''
  return withHeader(
    request,
    'signature-input',
    input.replace(pattern, (_whole, found: string) => make(found)),
  )
}

it.each(TAMPERINGS)('refuses an order when %s was changed on the way [R42]', async (_name, tamper) => {
  const fixture = await startFixture()
  const { request } = await fixture.client.prepareOrder(marketBuy())
  expect(await outcome(tamper(request))).toBe('401 SIGNATURE_INVALID')
  nothingHappened(fixture)
  expect(await outcome(request)).toBe('OK')
})

it('refuses another method and another path than the signed ones [R42]', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  const lookUp = client.prepare('GET', `/v1/orders/${key}`)
  const voiding = { ...lookUp, method: 'POST', url: `${lookUp.url}/void` }
  expect(await outcome(voiding)).toBe('401 SIGNATURE_INVALID')
  expect(await outcome({ ...client.prepare('GET', `/v1/orders/${key}/void`), method: 'POST' })).toBe(
    '401 SIGNATURE_INVALID',
  )
  expect(await outcome(lookUp)).toBe('404 ORDER_NOT_FOUND')
})

it.each(['@method', '@target-uri', 'content-digest', 'idempotency-key'])(
  'refuses a good signature that leaves %s out [R42]',
  async (component) => {
    const fixture = await startFixture()
    const { request } = await fixture.client.prepareOrder(marketBuy(), { signature: { omit: [component] } })
    const response = await send(request)
    expect([response.status, codeOf(jsonOf(response))]).toEqual([401, 'SIGNATURE_INVALID'])
    expect(response.text).toContain('does not cover')
    nothingHappened(fixture)
  },
)

it('refuses requests without a signature', async () => {
  const { client } = await startFixture()
  const { request } = await client.prepareOrder(marketBuy())
  const { signature: _gone, ...headers } = request.headers
  expect(await outcome({ ...request, headers })).toBe('401 SIGNATURE_INVALID')
  expect(await outcome({ ...request, headers: {} })).toBe('401 SIGNATURE_INVALID')
})

it('refuses unknown keys, and keys of another account under this name', async () => {
  const fixture = await startFixture()
  const { client, clock, exchange } = fixture
  const created = clock.now() / 1000
  const bare = { method: 'GET', url: `${client.url}/v1/balances`, headers: {}, body: '' }
  const stranger = makeSigner('trader', 'never-registered')
  expect(await outcome(signed(bare, stranger, { created }))).toBe('401 KEY_UNKNOWN')
  const other = await connect(exchange.url, { accountId: 'other', now: clock.now })
  const posing = { created, keyid: `trader/${other.signer.keyId}` }
  expect(await outcome(signed(bare, other.signer, posing))).toBe('401 KEY_UNKNOWN')
  const forging = { created, keyid: `trader/${client.signer.keyId}` }
  expect(await outcome(signed(bare, other.signer, forging))).toBe('401 SIGNATURE_INVALID')
})

it.each<[string, Partial<SignatureOptions> & { age: number }, string]>([
  ['just before its expiry', { age: 29.999 }, 'OK'],
  ['at its expiry', { age: 30 }, '401 REQUEST_EXPIRED'],
  ['long after its expiry', { age: 86_400 }, '401 REQUEST_EXPIRED'],
  ['valid for 60 seconds', { age: 0, validFor: 60 }, 'OK'],
  ['valid for longer', { age: 0, validFor: 61 }, '401 SIGNATURE_INVALID'],
  ['that ends before it begins', { age: 0, validFor: -1 }, '401 SIGNATURE_INVALID'],
  ['from 5 seconds ahead', { age: -5 }, 'OK'],
  ['from further ahead', { age: -5.001 }, '401 SIGNATURE_INVALID'],
])('judges a request %s', async (_name, { age, ...options }, expected) => {
  const { client, clock } = await startFixture()
  // Whole minutes on the clock first, so that `created` is a whole second and the age can be a fraction.
  const request = client.prepare('GET', '/v1/balances', { created: clock.now() / 1000 + 60, ...options })
  clock.advance(60_000 + age * 1000)
  expect(await outcome(request)).toBe(expected)
})

it('takes a request once, also after a restart', async () => {
  const fixture = await startFixture()
  const request = fixture.client.prepare('GET', '/v1/balances')
  expect(await outcome(request)).toBe('OK')
  expect(await outcome(request)).toBe('401 NONCE_REUSED')
  const { request: order } = await fixture.client.prepareOrder(marketBuy())
  expect(await outcome(order)).toBe('OK')
  expect(await outcome(order)).toBe('401 NONCE_REUSED')
  const before = fixture.query('SELECT account_id, key_id, nonce FROM nonces')
  await fixture.restart()
  expect(fixture.query('SELECT account_id, key_id, nonce FROM nonces')).toEqual(before)
})

it('forgets a nonce only when its request has expired', async () => {
  const { client, clock, query } = await startFixture()
  await client.get('/v1/balances')
  clock.advance(29_999)
  await client.get('/v1/balances')
  expect(query('SELECT count(*) AS n FROM nonces')).toEqual([{ n: 2 }])
  clock.advance(1)
  await client.get('/v1/balances')
  expect(query('SELECT count(*) AS n FROM nonces')).toEqual([{ n: 2 }])
})

it('lets two keys of one account use the same nonce', async () => {
  const { client, clock, exchange } = await startFixture()
  const second = await connect(exchange.url, { now: clock.now })
  const nonce = 'AAAAAAAAAAAAAAAAAAAAAA'
  expect(await outcome(client.prepare('GET', '/v1/balances', { nonce }))).toBe('OK')
  expect(await outcome(second.prepare('GET', '/v1/balances', { nonce }))).toBe('OK')
})
