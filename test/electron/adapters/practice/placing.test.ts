// The practice account against the real practice exchange: each fault on the way of an order, and what it is called.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Answer, OutgoingOrder } from '../../../../electron/ports/system.ts'
import type { FaultEntry } from '../../../../electron/practice-exchange/faults.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { toAppClock } from '../../../support/app-clock.ts'
import { PERMIT } from '../../../support/permit.ts'
import { practiceAccount } from '../../../support/practice-account.ts'
import { outgoing, questionFor, said } from '../../../support/questions.ts'
import { startRawServer } from '../../../support/raw-server.ts'
import { until } from '../../../support/until.ts'
import { startFixture } from '../../practice-exchange/fixture.ts'

const ON = 'POST /v1/orders'

const buy = (changes: Partial<OutgoingOrder> = {}): OutgoingOrder => outgoing(randomUUID(), changes)

async function start(faults: readonly FaultEntry[] = []) {
  const fixture = await startFixture(faults)
  const clock = toAppClock(fixture.clock)
  const { account } = practiceAccount(`${fixture.exchange.url}/`, clock)
  return { fixture, clock, account, placed: () => fixture.query('SELECT * FROM orders').length }
}

it('places an order and reads the whole answer', async () => {
  const { account, placed, fixture } = await start()
  const order = buy()
  const { ask } = await fixture.client.price('PEAQ/USDT')
  expect(await account.place(order, PERMIT)).toMatchObject({
    phase: 'answered',
    status: 200,
    code: null,
    buried: false,
    order: { key: order.key, market: 'PEAQ/USDT', side: 'buy', amount: '100', status: 'filled', averagePrice: ask },
  })
  expect(placed()).toBe(1)
  expect(said(await account.find(questionFor(order.key)))).toMatchObject({ key: order.key })
  expect((await account.balances()).find(({ asset }) => asset === 'PEAQ')).toMatchObject({ total: '100', free: '100' })
})

it.each<[FaultEntry, Answer['phase'], number]>([
  [{ on: ON, fault: 'refuse-connection' }, 'lost', 0],
  [{ on: ON, fault: 'drop-before' }, 'lost', 0],
  [{ on: ON, fault: 'drop-after' }, 'lost', 1],
  [{ on: ON, fault: 'truncate-after' }, 'lost', 1],
  [{ on: ON, fault: 'malformed-json-after' }, 'lost', 1],
  [{ on: ON, fault: 'empty-after' }, 'lost', 1],
  [{ on: ON, fault: 'empty-object-after' }, 'lost', 1],
  [{ on: ON, fault: 'wrong-seal-after' }, 'lost', 1],
  [{ on: ON, fault: 'status-before', status: 307 }, 'lost', 0],
  [{ on: ON, fault: 'status-before', status: 422 }, 'lost', 0],
  [{ on: ON, fault: 'status-before', status: 500 }, 'lost', 0],
  [{ on: ON, fault: 'status-after', status: 302 }, 'lost', 1],
  [{ on: ON, fault: 'status-after', status: 422 }, 'lost', 1],
  [{ on: ON, fault: 'status-after', status: 503 }, 'lost', 1],
])('%j: %s, with %i orders at the exchange', async (fault, phase, count) => {
  const { account, placed } = await start([fault])
  const order = buy()
  const answer = await account.place(order, PERMIT)
  expect([answer.phase, placed()]).toEqual([phase, count])
  const found = said(await account.find(questionFor(order.key)))
  if (count === 1) expect(found).toMatchObject({ key: order.key })
  else expect(found).toBe('none')
})

it.each<[FaultEntry['fault'] & ('hang-before' | 'hang-after' | 'stall-after'), number]>([
  ['hang-before', 0],
  ['hang-after', 1],
  ['stall-after', 1],
])('%s: lost after 5 seconds, with %i orders at the exchange', async (fault, count) => {
  const { account, clock, placed } = await start([{ on: ON, fault }])
  const answer = account.place(buy(), PERMIT)
  await clock.sleeping(5_000)
  await until(() => placed() === count)
  clock.advance(5_000)
  expect(await answer).toEqual({ phase: 'lost', sent: 'whole', detail: reason('NO_ANSWER_IN_TIME', { seconds: 5 }) })
  expect(placed()).toBe(count)
})

it('delay within the deadline: answered', async () => {
  const { account, clock, fixture } = await start([{ on: ON, fault: 'delay', ms: 4_000 }])
  const answer = account.place(buy(), PERMIT)
  await clock.sleeping(5_000)
  await fixture.clock.asleep()
  await until(() => fixture.query('SELECT * FROM nonces').length > 0)
  clock.advance(4_000)
  expect(await answer).toMatchObject({ phase: 'answered', order: { status: 'filled' } })
})

it('duplicate: the answer to the second delivery is no order and no refusal', async () => {
  const { account, placed } = await start([{ on: ON, fault: 'duplicate' }])
  expect(await account.place(buy(), PERMIT)).toMatchObject({
    phase: 'answered',
    status: 401,
    order: null,
    buried: false,
  })
  expect(placed()).toBe(1)
})

it.each(['key', 'market', 'side', 'amount', 'price'] as const)(
  'another %s in the answer is handed on to be judged',
  async (field) => {
    const { account } = await start([{ on: ON, fault: 'wrong-order-after', field }])
    const order = buy()
    const answer = await account.place(order, PERMIT)
    if (answer.phase !== 'answered' || answer.order === null) throw new Error('no order')
    expect(answer.order[field]).not.toBe(order[field])
  },
)

it.each([
  [{ amount: '100.0001' }, 'STEP'],
  [{ type: 'limit' as const, price: '0.000001' }, 'TICK'],
  [{ amount: '0.1' }, 'MIN_AMOUNT'],
  [{ amount: '1000001' }, 'MAX_AMOUNT'],
  [{ amount: '1' }, 'MIN_NOTIONAL'],
  [{ market: 'OLA/USDT' }, 'MARKET_NOT_TRADING'],
  [{ market: 'NONE/USDT' }, 'MARKET_UNKNOWN'],
  [{ amount: '100000' }, 'INSUFFICIENT_FUNDS'],
  [{ type: 'limit' as const, price: '1', timeInForce: 'post-only' as const }, 'POST_ONLY_WOULD_CROSS'],
])('a refusal of %j comes back sealed, as %s', async (changes, code) => {
  const { account, placed } = await start()
  expect(await account.place(buy(changes), PERMIT)).toMatchObject({ phase: 'answered', status: 422, code, order: null })
  expect(placed()).toBe(0)
})

it('a key used for another order, and one that was buried', async () => {
  const { account, placed } = await start()
  const order = buy()
  await account.place(order, PERMIT)
  expect(await account.place({ ...order, amount: '200' }, PERMIT)).toMatchObject({
    status: 422,
    code: 'IDEMPOTENCY_KEY_REUSED',
  })
  expect(await account.voidKey?.(order.key)).toMatchObject({ status: 200, buried: false, order: { key: order.key } })
  const buried = buy()
  expect(await account.voidKey?.(buried.key)).toMatchObject({ status: 200, buried: true, order: null })
  expect(await account.place(buried, PERMIT)).toMatchObject({ status: 410, code: 'KEY_BURIED', buried: true })
  expect(said(await account.find(questionFor(buried.key)))).toBe('failed')
  expect(placed()).toBe(1)
})

it('believes no refusal in the clear: whoever can speak for the exchange could make one up', async () => {
  const { fixture } = await start()
  const answers: [string, number, string][] = [
    ['GET /v1/keys', 200, await fetch(`${fixture.exchange.url}/v1/keys`).then((response) => response.text())],
    ['PUT /v1/accounts', 200, '{}'],
    ['POST /v1/orders', 422, '{"error":{"code":"INSUFFICIENT_FUNDS","message":"no"}}'],
  ]
  const forger = await startRawServer((socket) => {
    const [, status, body] = answers.find(([start]) => forger.received.at(-1)?.startsWith(start)) ?? ['', 404, '']
    const head = `HTTP/1.1 ${status} x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`
    socket.end(`${head}\r\n\r\n${body}`)
  })
  const { account } = practiceAccount(forger.url, toAppClock(fixture.clock))
  expect(await account.place(buy(), PERMIT)).toEqual({
    phase: 'lost',
    sent: 'whole',
    detail: reason('ANSWER_UNREADABLE', { status: 422 }),
  })
})
