// A gateway that shows another identity, seen from the page: refused with a notice, and used again once the trader agreed.

import { expect, it } from 'vitest'
import { startDesk } from '../../../support/start-backend.ts'
import { startFixture } from '../../practice-exchange/fixture.ts'
import { startRelay } from './relay.ts'

const CHANGED = 'GATEWAY_KEY_CHANGED'

async function draft(desk: Awaited<ReturnType<typeof startDesk>>): Promise<string> {
  return (await desk.ok('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })).intentId
}

it('refuses another exchange under the same account, across a restart, until the trader agrees', async () => {
  const desk = await startDesk()
  expect(await desk.ok('gateway.identity', { accountId: 'practice' })).toEqual({ known: null, offered: null })
  await desk.ok('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
  const { known } = await desk.ok('gateway.identity', { accountId: 'practice' })
  expect(known).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/)

  const other = await startFixture()
  await desk.restart({ venueHosts: { practice: other.exchange.url } })
  const order = { intentId: await draft(desk), type: 'limit', size: { unit: 'base', value: '100' }, price: '0.1' }
  const refused = await desk.ok('orders.submit', order)
  expect(refused).toMatchObject({ status: 'not-sent' })
  expect(refused.attempts.at(-1)?.detail).toMatchObject({ code: 'GATEWAY_OTHER_IDENTITY' })
  expect(other.query('SELECT * FROM orders')).toEqual([])
  expect(other.query("SELECT * FROM accounts WHERE account_id LIKE 'p-%'")).toEqual([])
  const notices = async () => (await desk.ok('app.status')).notices.map(({ code }) => code)
  expect(await notices()).toContain(CHANGED)

  const { offered } = await desk.ok('gateway.identity', { accountId: 'practice' })
  expect(offered).not.toBe(known)
  expect(await desk.code('gateway.trust', { accountId: 'practice', fingerprint: known })).toBe('NOT_FOUND')
  expect(await desk.code('gateway.trust', { accountId: 'other', fingerprint: offered })).toBe('NOT_FOUND')
  const agreed = await desk.ok('gateway.trust', { accountId: 'practice', fingerprint: offered })
  expect(agreed).toEqual({ known: offered, offered: null })
  expect(await notices()).not.toContain(CHANGED)
  const again = { ...order, intentId: await draft(desk) }
  expect(await desk.ok('orders.submit', again)).toMatchObject({ status: 'open' })

  const events = (await desk.ok('audit.list', { subject: 'practice' })).map(({ event, detail }) => [event, detail.how])
  expect(events.filter(([event]) => String(event).startsWith('gateway'))).toEqual([
    ['gateway-key-accepted', 'confirmed'],
    ['gateway-key-refused', 'refused'],
    ['gateway-key-accepted', 'remembered'],
  ])
})

it('seals as the settings say from the next order on', async () => {
  const desk = await startDesk()
  const relay = await startRelay(desk.exchange.exchange.url)
  await desk.restart({ venueHosts: { practice: relay.url } })
  const suites = { classic: '0020-0001-0003', 'post-quantum': '647a-0001-0003' }
  for (const sealing of ['classic', 'post-quantum', 'classic'] as const) {
    expect(await desk.ok('settings.save', { sealing })).toMatchObject({ sealing })
    const input = { intentId: await draft(desk), type: 'market', size: { unit: 'quote', value: '20' } }
    expect(await desk.ok('orders.submit', input)).toMatchObject({ status: 'filled' })
    const sent = relay.requests.filter((request) => request.startsWith('POST /v1/orders '))
    expect(sent.at(-1)).toContain(suites[sealing])
    desk.clock.advance(2_001)
  }
  expect(desk.placed()).toBe(3)
})
