// One HTTP request against sockets that misbehave: what may be called not sent, what is lost, and what is an answer.

import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { type HttpAnswer, type HttpRequest, sendHttp } from '../../../electron/adapters/http-request.ts'
import { systemClock } from '../../../electron/adapters/system-clock.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../support/app-clock.ts'
import { startRawServer } from '../../support/raw-server.ts'

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

function request(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url: `${url}/v1/orders`, headers: {}, body: '{"a":"\u00e9"}', deadlineMs: 5_000, ...changes }
}

async function answerTo(answer: (socket: Socket) => void, changes: Partial<HttpRequest> = {}) {
  const server = await startRawServer(answer)
  return { server, outcome: await sendHttp(request(server.url, changes), systemClock) }
}

it('gives back a whole answer, and sends exactly what it was given', async () => {
  const { server, outcome } = await answerTo((socket) => socket.end(`${HEAD}content-length: 2\r\n\r\n{}`), {
    headers: { 'idempotency-key': 'abc' },
  })
  expect(outcome).toEqual({
    phase: 'answered',
    status: 200,
    contentType: 'application/json',
    retryAfter: null,
    body: '{}',
  })
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatch(/^POST \/v1\/orders HTTP\/1\.1\r\n/)
  expect(server.received[0]).toMatch(/\r\nidempotency-key: abc\r\n/)
  expect(server.received[0]).toMatch(/\r\ncontent-length: 10\r\n/)
  expect(server.received[0]?.endsWith('\r\n\r\n{"a":"\u00e9"}')).toBe(true)
})

it('says not sent only where no connection came about', async () => {
  expect(await sendHttp(request('http://127.0.0.1:9'), systemClock)).toEqual({
    phase: 'not-sent',
    detail: reason('NOT_REACHED', { system: 'ECONNREFUSED' }),
  })
})

it.each([
  ['a header that no header can be', { headers: { 'x-key': 'canary\u200b' } }],
  ['a header with a line break', { headers: { 'x-key': 'canary\r\nx: y' } }],
  ['a header with a name that is none', { headers: { 'x key': 'canary' } }],
  ['a header with a sign of control', { headers: { 'x-key': 'canary\u0000' } }],
  ['a method that is none', { method: 'GET canary' }],
  ['a path that is none', { url: 'http://127.0.0.1:1/\ud800' }],
  ['no address', { url: 'canary' }],
])('sends nothing of a request with %s, and says no part of it', async (_, changes) => {
  const server = await startRawServer((socket) => socket.end())
  const outcome = await sendHttp(request(server.url, changes), systemClock)
  expect(outcome).toMatchObject({
    phase: 'not-sent',
    detail: { code: expect.stringMatching(/^(REQUEST_NOT_BUILT|NO_ADDRESS|NOT_REACHED)$/) },
  })
  expect(JSON.stringify(outcome)).not.toContain('canary')
  expect(server.received.join('')).toBe('')
})

it.each<[string, (socket: Socket) => void]>([
  ['closes before it answers', (socket) => socket.end()],
  ['resets before it answers', (socket) => socket.resetAndDestroy()],
  ['closes within the headers', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty')],
  ['closes within a body of known length', (socket) => socket.end(`${HEAD}content-length: 50\r\n\r\n{"half`)],
  [
    'resets within a body',
    (socket) => void socket.write(`${HEAD}content-length: 50\r\n\r\n{`, () => socket.resetAndDestroy()),
  ],
  ['closes within a chunked body', (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"ha`)],
  ['answers no HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n')],
  ['answers noise', (socket) => socket.end(Buffer.alloc(500, 0xfe))],
  ['answers two lengths', (socket) => socket.end(`${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`)],
  ['answers headers without end', (socket) => socket.end(`${HEAD}x: ${'a'.repeat(100_000)}\r\n\r\n`)],
  ['answers more than a megabyte', (socket) => socket.end(`${HEAD}\r\n${'a'.repeat(1024 * 1024 + 1)}`)],
  [
    'wants to change the protocol',
    (socket) => socket.end('HTTP/1.1 101 Go\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  ],
])('calls it lost when the other side %s', async (_name, answer) => {
  const { server, outcome } = await answerTo(answer)
  expect([outcome.phase, server.received.length]).toEqual(['lost', 1])
})

it.each<[string, (socket: Socket) => void]>([
  ['never answers', () => {}],
  ['stalls within the headers', (socket) => void socket.write('HTTP/1.1 200 OK\r\n')],
  ['stalls within the body', (socket) => void socket.write(`${HEAD}content-length: 50\r\n\r\n{"half`)],
  ['answers that it will go on', (socket) => void socket.write('HTTP/1.1 100 Continue\r\n\r\n')],
])('calls it lost at the deadline when the other side %s', async (_name, answer) => {
  const clock = makeAppClock()
  let asked: () => void = () => {}
  const arrived = new Promise<void>((resolve) => {
    asked = resolve
  })
  const server = await startRawServer((socket) => {
    answer(socket)
    asked()
  })
  const outcome = sendHttp(request(server.url), clock)
  await arrived
  clock.advance(4_999)
  expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting')
  clock.advance(1)
  expect(await outcome).toEqual({ phase: 'lost', sent: 'whole', detail: reason('NO_ANSWER_IN_TIME', { seconds: 5 }) })
  await server.closed()
})

const AHEAD = 2 ** 26

it('tells a request that left in part from one that left whole', async () => {
  const { outcome } = await answerTo((socket) => void socket.pause().resetAndDestroy(), { body: 'x'.repeat(AHEAD) })
  expect(outcome).toMatchObject({ phase: 'lost', sent: 'part' })
  const whole = await answerTo((socket) => socket.resetAndDestroy())
  expect(whole.outcome).toMatchObject({ phase: 'lost', sent: 'whole' })
})

/** A request whose deadline is over, with the connection that it still has. */
async function overdue(forMs: number) {
  const clock = makeAppClock()
  const arrived = Promise.withResolvers<Socket>()
  const server = await startRawServer(arrived.resolve)
  const late: HttpAnswer[] = []
  const told = Promise.withResolvers<void>()
  const take = (answer: HttpAnswer) => {
    late.push(answer)
    told.resolve()
  }
  const outcome = sendHttp(request(server.url, { late: { forMs, take } }), clock)
  const socket = await arrived.promise
  clock.advance(5_000)
  expect(await outcome).toMatchObject({ phase: 'lost', sent: 'whole' })
  return { clock, server, socket, late, told: told.promise }
}

it('hands over an answer that comes after the deadline, and lets the connection go', async () => {
  const { socket, server, late, told } = await overdue(60_000)
  socket.end(`${HEAD}content-length: 2\r\n\r\n{}`)
  await told
  expect(late).toEqual([
    { phase: 'answered', status: 200, contentType: 'application/json', retryAfter: null, body: '{}' },
  ])
  await server.closed()
})

it('waits for it no longer than it was told', async () => {
  const { clock, server, late } = await overdue(60_000)
  await clock.sleeping(60_000)
  clock.advance(59_999)
  expect(server.open()).toBe(1)
  clock.advance(1)
  await server.closed()
  expect(late).toEqual([])
})

it('hands over no half of an answer', async () => {
  const { socket, server, late } = await overdue(60_000)
  socket.end(`${HEAD}content-length: 50\r\n\r\n{"half`)
  await server.closed()
  expect(late).toEqual([])
})

it.each([301, 302, 307, 308])('does not follow a %i', async (status) => {
  const other = await startRawServer((socket) => socket.end(`${HEAD}content-length: 2\r\n\r\n{}`))
  const { server, outcome } = await answerTo((socket) =>
    socket.end(`HTTP/1.1 ${status} Elsewhere\r\nlocation: ${other.url}/\r\ncontent-length: 0\r\n\r\n`),
  )
  expect(outcome).toEqual({ phase: 'answered', status, contentType: '', retryAfter: null, body: '' })
  expect([server.received.length, other.received.length]).toEqual([1, 0])
})

it('takes an answer that ends with the connection, and one that an interim answer came before', async () => {
  const { outcome } = await answerTo((socket) =>
    socket.end(`HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.0 503 Busy\r\nretry-after: 5\r\n\r\nlater`),
  )
  expect(outcome).toEqual({ phase: 'answered', status: 503, contentType: '', retryAfter: '5', body: 'later' })
})

it('keeps the time of the answer beside a date to wait for, and beside nothing else', async () => {
  const [date, until] = ['Mon, 23 Nov 2026 12:00:00 GMT', 'Mon, 23 Nov 2026 12:00:07 GMT']
  const told = async (wait: string) => {
    const head = `HTTP/1.1 429 Slow\r\ndate: ${date}\r\nretry-after: ${wait}\r\n`
    const { outcome } = await answerTo((socket) => socket.end(`${head}content-length: 0\r\n\r\n`))
    return outcome
  }
  const empty = { phase: 'answered', status: 429, contentType: '', body: '' }
  expect(await told(until)).toEqual({ ...empty, retryAfter: until, date })
  expect(await told('7')).toEqual({ ...empty, retryAfter: '7' })
})

it('opens a connection for each request', async () => {
  const answer = (socket: Socket) => void socket.write(`${HEAD}connection: keep-alive\r\ncontent-length: 2\r\n\r\n{}`)
  const server = await startRawServer(answer)
  for (let at = 0; at < 3; at++) await sendHttp(request(server.url, { body: null, method: 'GET' }), systemClock)
  expect(server.received).toHaveLength(3)
  expect(server.received[0]).not.toMatch(/content-length/)
})
