// A library that was led astray, over the whole way from the ticket to the wire: what is another order in any field does not
// leave, and of two requests only the first one does.

import { expect, test } from 'vitest'
import { sayReason } from '../../../../renderer/messages/reasons/en.ts'
import type { OrderInput } from '../../../../shared/order.ts'
import { DOCUMENTED, FAKES, type Fake } from '../../../exchanges/all.ts'
import { tamper } from '../../../faults/ccxt-tamper.ts'
import { RESTING } from '../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

type Around = Parameters<typeof tamper>[2]

const ENDING = DOCUMENTED.filter(({ record }) => record.validity !== null)

/** Arguments of `createOrder`, by their place. */
const AT = { market: 0, side: 2, params: 5 } as const

const withArg =
  (at: number, changed: (arg: unknown) => unknown): Around =>
  (call, args) =>
    call(args.map((arg, index) => (index === at ? changed(arg) : arg)))

const withParams = (changed: Record<string, unknown>) =>
  withArg(AT.params, (params) => ({ ...(params as object), ...changed }))

/** A header of what is signed, changed after its signing. */
const withHeader =
  (name: string, value: string): Around =>
  (call, args) => {
    const signed = call(args) as { headers: Record<string, string>; method: string }
    if (signed.method !== 'POST') return signed
    return { ...signed, headers: { ...signed.headers, [name]: value } }
  }

/** The reason for which nothing has left. */
async function stopped(fake: Fake, method: 'createOrder' | 'sign', around: Around, input: Partial<OrderInput>) {
  // ccxt takes its `sign` when it is opened.
  const undo = await tamper(fake.venue, method, around)
  const desk = await startVenueDesk(fake, { alsoListed: ['MOVE/USDT'] })
  const order = await desk.submit(input)
  undo()
  if (typeof order === 'string') throw new Error(order)
  expect([order.status, desk.venue.sent.length, desk.engine.orders.length]).toEqual(['not-sent', 0, 0])
  return order.reason === null ? '' : sayReason(order.reason)
}

test.each(FAKES)('another side or market: $venue', async (fake) => {
  const sale = withArg(AT.side, () => 'sell')
  expect(await stopped(fake, 'createOrder', sale, RESTING)).toContain('different side')
  const elsewhere = withArg(AT.market, () => 'MOVE/USDT')
  expect(await stopped(fake, 'createOrder', elsewhere, RESTING)).toContain('different market')
})

test.each(DOCUMENTED)('another time in force: $venue', async (fake) => {
  const ioc = { ...RESTING, timeInForce: 'ioc' } as const
  const dropped = withParams({ timeInForce: undefined })
  expect(await stopped(fake, 'createOrder', dropped, ioc)).toMatch(/different .*(type|time in force|amount)/)
  const maker = { ...RESTING, timeInForce: 'post-only' } as const
  const taker = withParams({ postOnly: undefined })
  expect(await stopped(fake, 'createOrder', taker, maker)).toMatch(/different .*(type|time in force|amount)/)
})

test.each(DOCUMENTED)('a field or a header besides: $venue', async (fake) => {
  const besides = withParams({ leverage: '2' })
  expect(await stopped(fake, 'createOrder', besides, RESTING)).toContain('unexpected fields for the order: leverage')
  const partner = withHeader('x-partner', 'somebody')
  expect(await stopped(fake, 'sign', partner, RESTING)).toContain('unexpected fields for the order: x-partner')
})

test.each(ENDING)('its end moved or dropped: $venue', async (fake) => {
  const { end } = fake.standIn
  if (end === null) throw new Error(fake.venue)
  const why =
    'param' in end
      ? await stopped(fake, 'createOrder', withParams({ [end.param]: end.value }), RESTING)
      : await stopped(fake, 'sign', withHeader(end.header, end.value), RESTING)
  expect(why).toContain('different validity')
})

test.each(FAKES)('of two requests the first one leaves, and its answer counts: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  const undo = await tamper(fake.venue, 'createOrder', async (call, args) => {
    const first = await call(args)
    await Promise.resolve(call(args)).catch(() => {})
    return first
  })
  const order = await desk.submit(RESTING)
  undo()
  expect([(order as { status: string }).status, desk.venue.sent.length, desk.engine.orders.length]).toEqual([
    'open',
    1,
    1,
  ])
})

test.each(DOCUMENTED)('the library names itself as a broker nowhere: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.submit(RESTING)
  const [sent] = desk.venue.sent
  if (sent === undefined) throw new Error('nothing was sent')
  expect(JSON.stringify([sent.headers, sent.body, sent.raw])).not.toMatch(/ccxt/i)
})
