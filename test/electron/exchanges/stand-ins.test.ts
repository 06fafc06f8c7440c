// The stand-ins refuse what the documents of the exchanges refuse: names that are not known, wrong types, what is missing or
// comes twice, and a cancel of what has ended.

import { expect, test } from 'vitest'
import { DOCUMENTED, FAKES } from '../../exchanges/all.ts'
import { COINBASE_DIALECT } from '../../exchanges/coinbase/api.ts'
import { formProblem } from '../../exchanges/common/request-forms.ts'
import type { VenueRequest } from '../../exchanges/server.ts'
import { submitted } from '../../faults/fault-kit.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

function withBody(request: VenueRequest, body: string): VenueRequest {
  return { ...request, body, raw: body, fields: new URLSearchParams(body) }
}

test.each(DOCUMENTED)('an order with one thing wrong: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  await submitted(desk)
  const [sent] = desk.venue.sent
  if (sent === undefined) throw new Error('nothing was sent')
  const { forms } = fake.standIn
  if (forms === null) throw new Error('nothing is documented')
  const problem = (request: VenueRequest) => formProblem(forms, 'order', request)?.kind ?? null
  expect(problem(sent)).toBeNull()
  expect(problem({ ...sent, headers: { ...sent.headers, 'content-type': 'text/plain' } })).toBe('content-type')
  if (!forms.isJson) {
    expect(problem(withBody(sent, `${sent.body}&leverageX=2`))).toBe('unknown')
    expect(problem(withBody(sent, `${sent.body}&side=x&side=x`))).toBe('twice')
    expect(problem(withBody(sent, sent.body.replace(/(symbol|pair)=[^&]*&/, '')))).toBe('missing')
    return
  }
  const body = JSON.parse(sent.body) as Record<string, unknown>
  const changed = (changes: object) => problem(withBody(sent, JSON.stringify({ ...body, ...changes })))
  expect(changed({ createMarketBuyOrderRequiresPrice: false })).toBe('unknown')
  expect(changed({ side: 1 })).toBe('type')
  expect(changed({ side: undefined })).toBe('missing')
})

test('Coinbase names the field that it does not know', async () => {
  const [fake] = FAKES.filter(({ venue }) => venue === 'coinbase')
  if (fake === undefined) throw new Error('no fake exchange')
  const desk = await startVenueDesk(fake)
  await submitted(desk)
  const [sent] = desk.venue.sent
  if (sent === undefined) throw new Error('nothing was sent')
  const body = JSON.stringify({ ...(JSON.parse(sent.body) as object), createMarketBuyOrderRequiresPrice: false })
  expect(COINBASE_DIALECT.handle(withBody(sent, body), desk.engine)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('unknown field "createMarketBuyOrderRequiresPrice"') },
  })
  expect(desk.engine.orders).toHaveLength(1)
})

test.each(DOCUMENTED)('a sale that trades at once is taken: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.engine.balances.set('PEAQ', 100)
  await desk.ok('vault.lock')
  await desk.ok('vault.unlock')
  const { accountId } = desk
  const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'sell' })
  const order = await desk.ok('orders.submit', { intentId, ...desk.atOnce(), size: { unit: 'base', value: '20' } })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
  expect(desk.venue.sent).toHaveLength(1)
})
