// Connections that stay open between requests: who may use one, when it is used no more, and that a request which went out on
// one that was dying is lost and never repeated.

import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createConnections } from '../../../electron/adapters/connections.ts'
import { type HttpRequest, sendHttp } from '../../../electron/adapters/http-request.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../support/app-clock.ts'
import { startKeptServer } from '../../support/kept-server.ts'
import { until } from '../../support/until.ts'

const ORDER: Partial<HttpRequest> = { isOrder: true }
const READ: Partial<HttpRequest> = { method: 'GET', body: null }

async function start(answer?: (socket: Socket, number: number) => void, head?: string) {
  const server = await startKeptServer(answer, head)
  const clock = makeAppClock()
  const connections = createConnections(clock)
  const send = (changes: Partial<HttpRequest>) => {
    const request = { method: 'POST', url: `${server.url}/v1/orders`, headers: {}, body: '{}', deadlineMs: 5_000 }
    return sendHttp({ ...request, ...changes }, clock, undefined, connections)
  }
  return { server, clock, send }
}

it('an order goes out on a connection that a read has left', async () => {
  const { server, send } = await start()
  await send(READ)
  expect(await send(ORDER)).toMatchObject({ phase: 'answered', status: 200 })
  expect(server.requests).toEqual([['GET', 'POST']])
})

it('reads leave one for an order, and take turns on the others', async () => {
  const { server, send } = await start()
  for (let at = 0; at < 6; at += 1) await send(READ)
  expect(server.requests).toEqual([
    ['GET', 'GET', 'GET'],
    ['GET', 'GET', 'GET'],
  ])
  const many = Array.from({ length: 5 }, () => send(READ))
  await send(ORDER)
  await Promise.all(many)
  const used = server.requests.findIndex((each) => each.includes('POST'))
  expect(used).toBeLessThan(2)
  await until(() => server.open() === 3)
})

it('one that was silent for too long is used no more, and neither is one whose end is near', async () => {
  const silent = await start()
  await silent.send(READ)
  silent.clock.advance(15_000)
  await silent.send(ORDER)
  expect(silent.server.requests).toEqual([['GET'], ['POST']])
  const named = await start(undefined, 'keep-alive: timeout=5\r\n')
  await named.send(READ)
  named.clock.advance(3_999)
  await named.send(ORDER)
  named.clock.advance(4_000)
  await named.send(ORDER)
  expect(named.server.requests).toEqual([['GET', 'POST'], ['POST']])
})

it.each<[string, (socket: Socket) => void]>([
  ['closed', (socket) => socket.end()],
  ['reset', (socket) => socket.resetAndDestroy()],
  ['spoken on', (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')],
])('one that was %s while nobody used it carries no order', async (_name, act) => {
  const { server, send } = await start()
  await send(READ)
  const [first] = server.sockets
  if (first === undefined) throw new Error('no connection')
  act(first)
  // No pause: what the other side has just said must be heard before the first byte.
  expect(await send(ORDER)).toMatchObject({ phase: 'answered' })
  expect(server.requests).toEqual([['GET'], ['POST']])
})

it.each<[string, (socket: Socket) => void]>([
  ['closes without a word', (socket) => socket.end()],
  ['resets', (socket) => socket.resetAndDestroy()],
  ['closes within the answer', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"half')],
])('an order on a kept connection that then %s is lost, and left once', async (_name, act) => {
  const { server, send } = await start((socket, number) => {
    if (number === 1) server.answer(socket)
    else act(socket)
  })
  await send(READ)
  expect(await send(ORDER)).toMatchObject({ phase: 'lost', sent: 'whole' })
  await until(() => server.open() === 0)
  expect(server.requests).toEqual([['GET', 'POST']])
})

it('what must not leave after all leaves nothing behind on the connection', async () => {
  const { server, send } = await start()
  await send(READ)
  const detail = reason('STOPPED_BEFORE_SENDING')
  expect(await send({ ...ORDER, mayLeave: () => detail })).toEqual({ phase: 'not-sent', detail })
  await until(() => server.open() === 0)
  expect(server.requests).toEqual([['GET']])
})

it('a connection is not kept where the other side ends it, nor one whose answer came late', async () => {
  const ended = await start(undefined, 'connection: close\r\n')
  await ended.send(READ)
  await ended.send(ORDER)
  expect(ended.server.requests).toEqual([['GET'], ['POST']])
  const held = await start(() => {})
  const late = Promise.withResolvers<unknown>()
  const outcome = held.send({ ...ORDER, late: { forMs: 60_000, take: late.resolve } })
  await until(() => held.server.requests.flat().length === 1)
  held.clock.advance(5_000)
  expect(await outcome).toMatchObject({ phase: 'lost' })
  const [socket] = held.server.sockets
  if (socket !== undefined) held.server.answer(socket)
  expect(await late.promise).toMatchObject({ phase: 'answered' })
  await until(() => held.server.open() === 0)
})
