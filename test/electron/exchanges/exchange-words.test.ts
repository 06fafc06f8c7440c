// The exchange's own words: kept with the sending, shown with the order while it is in doubt and after, and never with
// anything of the key in them.

import { expect, test } from 'vitest'
import { DOCUMENTED, FAKES, type Fake } from '../../exchanges/all.ts'
import { stored, submitted } from '../../faults/fault-kit.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

const at = (venue: string): Fake => {
  const fake = FAKES.find((each) => each.venue === venue)
  if (fake === undefined) throw new Error(`no stand-in for ${venue}`)
  return fake
}

async function answeredWith(venue: string, status: number, body: unknown) {
  const desk = await startVenueDesk(at(venue))
  desk.venue.faults.push({ kind: 'reply', when: 'before', status, body: JSON.stringify(body) })
  return { desk, order: await submitted(desk) }
}

const okx = (sCode: string, sMsg: string) => ({ code: '1', msg: '', data: [{ sCode, sMsg, ordId: '' }] })
const shaped = (error: string, message: string) => ({ success: false, error_response: { error, message } })

test.each<[venue: string, body: unknown, words: string]>([
  ['okx', okx('51008', 'Order failed. Insufficient USDT balance.'), '51008: Order failed. Insufficient USDT balance.'],
  ['okx', okx('50037', 'Order expired.'), '50037: Order expired.'],
  ['bybit', { retCode: 170210, retMsg: 'New order rejected.', result: {} }, '170210: New order rejected.'],
  ['bybit', { retCode: -2015, retMsg: 'Your api key has expired.', result: {} }, '-2015: Your api key has expired.'],
  [
    'kraken',
    { error: ['EAccount:Invalid permissions:USDT trading restricted for DE.'] },
    'EAccount:Invalid permissions:USDT trading restricted for DE.',
  ],
  ['kraken', { error: ['EService:Market in post_only mode'] }, 'EService:Market in post_only mode'],
  ['coinbase', shaped('A_REASON_OF_TOMORROW', 'Not today.'), 'A_REASON_OF_TOMORROW: Not today.'],
])('%s refuses at once with its own words: %j', async (venue, body, words) => {
  const { desk, order } = await answeredWith(venue, 200, body)
  expect(order).toMatchObject({
    status: 'rejected',
    reason: { code: 'EXCHANGE_SAID', params: { words } },
    attempts: [{ outcome: 'refused', words }],
  })
  expect((await desk.settle(order, 3)).status).toBe('rejected')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 0])
})

test.each<[venue: string, status: number, body: unknown, words: string]>([
  [
    'bybit',
    200,
    { retCode: 170035, retMsg: 'Submitted to the system for processing!', result: {} },
    '170035: Submitted to the system for processing!',
  ],
  [
    'okx',
    500,
    { code: '51054', msg: 'Request timed out. Please try again.', data: [] },
    '51054: Request timed out. Please try again.',
  ],
  ['okx', 200, okx('51011', 'Order ID already exists.'), '51011: Order ID already exists.'],
  ['okx', 429, { code: '50013', msg: 'Systems are busy.', data: [] }, '50013: Systems are busy.'],
])(
  '%s leaves in doubt with status %i what it says, and the words are shown until the end and after: %j',
  async (venue, status, body, words) => {
    const { desk, order } = await answeredWith(venue, status, body)
    expect(order.status).toBe('unknown')
    expect(order.reason).toEqual({ code: 'ANSWER_UNCLEAR', params: { words } })
    expect(order.attempts).toMatchObject([{ outcome: 'unknown', words }])
    const settled = await desk.settle(order)
    expect(settled.status).toBe('not-placed')
    expect(settled.reason).toEqual({ code: 'NEVER_PLACED', params: { words } })
    expect((await stored(desk, order)).attempts).toMatchObject([{ words }])
  },
)

test('of an answer that was lost or accepted there are no words', async () => {
  const desk = await startVenueDesk(at('okx'))
  expect((await submitted(desk)).attempts).toMatchObject([{ outcome: 'accepted', words: null }])
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const lost = await submitted(desk)
  expect(lost.attempts).toMatchObject([{ outcome: 'unknown', words: null }])
  expect(lost.reason?.code).toBe('ANSWER_LOST')
})

test.each(DOCUMENTED)('$venue: what repeats the key, the secret or the signature is blotted out', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { apiKey, apiSecret, ...more } = fake.key
  const signature = `${'9f86d081884c7d65'.repeat(4)}`
  const secrets = [apiKey, apiSecret, ...Object.values<string>(more), signature]
  const echo = `Bad\u202E request\u0000 ${secrets.join(' and ')} of you`
  const bodies: Record<string, [number, unknown]> = {
    binance: [400, { code: -1102, msg: echo }],
    kraken: [200, { error: [`EOrder:Something ${echo}`] }],
    coinbase: [200, shaped('A_REASON_OF_TOMORROW', echo)],
    bybit: [200, { retCode: 10001, retMsg: echo, result: {} }],
    okx: [200, okx('51000', echo)],
  }
  const [status, body] = bodies[fake.venue] ?? [400, { message: echo }]
  desk.venue.faults.push({ kind: 'reply', when: 'before', status, body: JSON.stringify(body) })
  const told = JSON.stringify(await submitted(desk))
  expect(told).toContain('Bad request')
  for (const secret of secrets) for (const part of [secret, secret.slice(0, 20)]) expect(told).not.toContain(part)
})
