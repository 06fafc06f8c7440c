// Whatever arrives on the socket, the exchange answers or closes, and goes on serving.

import { randomBytes } from 'node:crypto'
import { connect as openSocket } from 'node:net'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { codeOf, connect, jsonOf } from './client.ts'
import { marketBuy, startFixture } from './fixture.ts'
import { type Request, send } from './http.ts'
import { makeSigner } from './signer.ts'

/** Everything that the exchange writes back until it closes the connection. */
function rawAnswer(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = openSocket(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(text))
    socket.on('close', () => resolve(text))
  })
}

it.each<[string, string | Buffer, RegExp]>([
  ['noise', Buffer.concat([randomBytes(2_000), Buffer.from('\r\n\r\n')]), /^HTTP\/1\.1 400 /],
  ['nothing', '', /^$/],
  ['half a request', 'POST /v1/orders HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 50\r\n\r\n{', /./],
  ['a huge header', `GET /v1/keys HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 4/],
  ['a foreign host', 'GET /v1/keys HTTP/1.1\r\nhost: rebound.example\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'a body that is too long',
    `PUT /v1/accounts/a HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 65537\r\n\r\n${' '.repeat(65_537)}`,
    /^HTTP\/1\.1 413 .*\r\nconnection: close\r\n/is,
  ],
  ['a whole URI', 'GET http://127.0.0.1/v1/keys HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n', / 400 /],
])('survives %s', async (_name, bytes, answer) => {
  const { exchange, client } = await startFixture()
  expect(await rawAnswer(exchange.port, bytes)).toMatch(answer)
  expect((await client.accepted(marketBuy())).status).toBe('filled')
})

it('survives clients that leave before their answer', async () => {
  const { exchange, client, query } = await startFixture([{ on: 'POST /v1/orders', fault: 'stall-after', times: 20 }])
  const leave = (text: string) =>
    new Promise<void>((resolve) => {
      const socket = openSocket(exchange.port, '127.0.0.1', () => socket.write(text, () => socket.destroy()))
      socket.on('close', () => resolve())
    })
  for (let at = 0; at < 20; at++) {
    const { request } = await client.prepareOrder(marketBuy({ amount: '50' }))
    const headers = Object.entries({ host: `127.0.0.1:${exchange.port}`, ...request.headers })
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const length = Buffer.byteLength(request.body)
    await leave(`POST /v1/orders HTTP/1.1\r\n${head}content-length: ${length}\r\n\r\n${request.body}`)
  }
  expect((await client.accepted(marketBuy())).status).toBe('filled')
  expect(query('SELECT * FROM orders').length).toBeGreaterThan(1)
})

it('refuses a body over 64 kB, announced or not, and reads one of 64 kB', async () => {
  const { exchange } = await startFixture()
  const put = (body: string, headers: Record<string, string> = {}): Request => ({
    method: 'PUT',
    url: `${exchange.url}/v1/accounts/big`,
    headers,
    body,
  })
  expect((await send(put(' '.repeat(65_536)))).status).toBe(400)
  const over = await send(put(' '.repeat(65_537)))
  expect([over.status, codeOf(jsonOf(over))]).toEqual([413, 'TOO_LARGE'])
  expect((await send(put(' '.repeat(65_537), { 'transfer-encoding': 'chunked' }))).status).toBe(413)
})

it.each([
  ['GET', '/'],
  ['GET', '/v2/keys'],
  ['DELETE', '/v1/keys'],
  ['POST', '/v1/orders/abc'],
  ['POST', '/v1/orders/abc/void/now'],
  ['POST', '/v1/orders/abc/amend'],
  ['GET', '/v1/orders/%2e%2e'],
  ['GET', `/v1/orders/${'k'.repeat(65)}`],
  ['PUT', '/v1/accounts/UPPER'],
  ['PUT', `/v1/accounts/${'a'.repeat(65)}`],
])('knows no resource %s %s', async (method, path) => {
  const { exchange } = await startFixture()
  const response = await send({ method, url: `${exchange.url}${path}`, headers: {}, body: '' })
  expect([response.status, codeOf(jsonOf(response))]).toEqual([404, 'NOT_FOUND'])
})

it.each(['/v1/orders', '/v1/orders?status=all', '/v1/orders?status=open&limit=1'])(
  'refuses to list %s',
  async (path) => {
    const { client } = await startFixture()
    expect(codeOf(jsonOf(await client.get(path)))).toBe('BAD_REQUEST')
  },
)

it.each([
  ['no JSON', '{'],
  ['bytes that are no UTF-8', '\ud800'],
  ['a short key', JSON.stringify({ keyId: 'k', publicKey: 'AAAA' })],
  ['a padded key', JSON.stringify({ keyId: 'k', publicKey: `${makeSigner('a', 'k').publicKey}=` })],
  ['a bad key id', JSON.stringify({ keyId: 'K/1', publicKey: makeSigner('a', 'k').publicKey })],
  ['a field too many', JSON.stringify({ keyId: 'k', publicKey: makeSigner('a', 'k').publicKey, funds: '1' })],
])('registers no key from %s', async (_name, body) => {
  const { exchange, query } = await startFixture()
  const response = await send({ method: 'PUT', url: `${exchange.url}/v1/accounts/new`, headers: {}, body })
  expect([response.status, codeOf(jsonOf(response))]).toEqual([400, 'BAD_REQUEST'])
  expect(query(`SELECT * FROM accounts WHERE account_id = 'new'`)).toEqual([])
})

it('gives an account its money once and lets nobody replace a key', async () => {
  const { exchange, client, clock } = await startFixture()
  await client.accepted(marketBuy())
  const spent = await client.balance('USDT')
  const second = await connect(exchange.url, { now: clock.now })
  expect(await second.balance('USDT')).toEqual(spent)
  const thief = makeSigner('trader', client.signer.keyId)
  const body = JSON.stringify({ keyId: thief.keyId, publicKey: thief.publicKey })
  const response = await send({ method: 'PUT', url: `${exchange.url}/v1/accounts/trader`, headers: {}, body })
  expect(response.status).toBe(400)
  expect(await client.balance('USDT')).toEqual(spent)
})

it('answers 500 without details when its ledger fails, and keeps serving', async () => {
  const { client, dataDir } = await startFixture()
  const db = new DatabaseSync(path.join(dataDir, 'practice-exchange.sqlite'))
  db.exec('DROP TABLE balances')
  db.close()
  const response = await client.get('/v1/balances')
  expect([response.status, jsonOf(response)]).toEqual([
    500,
    { error: { code: 'INTERNAL', message: 'the exchange failed' } },
  ])
  expect((await client.get('/v1/keys')).status).toBe(200)
})
