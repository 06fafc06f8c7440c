// `npm run probe` against the stand-ins: what each question comes to, what is kept of it, and that nothing stays behind.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeRecord } from '../../../tools/probe/record.ts'
import { redactFor } from '../../../tools/probe/redact.ts'
import { PROBE_VENUES, probesOf } from '../../../tools/probe/venues.ts'
import { FAKES } from '../../exchanges/all.ts'
import { secretForms } from '../../support/hostile/secret-forms.ts'
import { fakeOf, startProbe } from './probe-kit.ts'

/** What each stand-in does after its documents. */
const OUTCOMES: Record<string, Record<string, string>> = {
  binance: {
    'key-open': 'refused-as-known',
    'key-canceled': 'second-order',
    'key-filled': 'second-order',
    late: 'refused-listed',
  },
  kraken: {
    'key-open': 'refused-as-known',
    'key-canceled': 'second-order',
    'key-filled': 'second-order',
    late: 'refused-unlisted',
  },
  coinbase: {
    'key-open': 'answered-with-first',
    'key-canceled': 'answered-with-first',
    'key-filled': 'answered-with-first',
  },
  bybit: {
    'key-open': 'refused-as-known',
    'key-canceled': 'refused-as-known',
    'key-filled': 'refused-as-known',
    late: 'refused-listed',
  },
  okx: {
    'key-open': 'refused-as-known',
    'key-canceled': 'second-order',
    'key-filled': 'second-order',
    late: 'refused-listed',
  },
  gate: {
    'key-open': 'second-order',
    'key-canceled': 'second-order',
    'key-filled': 'second-order',
  },
  mexc: {
    'key-open': 'second-order',
    'key-canceled': 'second-order',
    'key-filled': 'second-order',
    late: 'accepted',
    'key-length': 'all-lengths',
  },
}
const LOOKS = { 'look-open': 'shown', 'look-canceled': 'still-shown', 'look-trades': 'shown' }

test.each(FAKES)('$venue: every question is answered, kept with its date, and nothing stays open', async (fake) => {
  const kit = await startProbe(fake)
  expect(await kit.run(), kit.printed.join('\n')).toBe(0)
  const record = kit.record()
  expect(Object.fromEntries((record?.probes ?? []).map(({ id, outcome }) => [id, outcome]))).toEqual({
    ...LOOKS,
    ...OUTCOMES[fake.venue],
  })
  const venue = PROBE_VENUES.find(({ id }) => id === fake.venue)
  expect(record?.probes).toHaveLength(venue === undefined ? 0 : probesOf(venue).length)
  expect(record?.probes.filter(({ agrees }) => agrees === false)).toEqual([])
  expect(record).toMatchObject({
    format: 'prelist-probe/1',
    environment: 'stand-in',
    hosts: [kit.venue.url],
    market: 'PEAQ/USDT',
    startedAt: '2026-11-23T12:00:00.000Z',
    versions: { prelist: '0.1.0', commit: 'abc1234', ccxt: '4.5.84' },
    spending: { quote: 'USDT', limit: '20', orders: kit.venue.sent.length },
    left: [],
  })
  expect(readdirSync(kit.folder)).toEqual([`${fake.venue}-2026-11-23.json`])
  expect(kit.engine.orders.filter(({ status }) => status === 'open')).toEqual([])
})

test.each(FAKES)('$venue: no part of the key, no signature and no id is printed or kept', async (fake) => {
  const kit = await startProbe(fake)
  await kit.run('--only', 'key-open,look-trades')
  const text = [JSON.stringify(kit.record()), ...kit.printed].join('\n')
  const secrets = [fake.key.apiKey, fake.key.apiSecret, 'passphrase' in fake.key ? String(fake.key.passphrase) : '']
  for (const secret of secrets.filter((one) => one !== '')) {
    for (const form of secretForms(secret)) expect(text).not.toContain(form)
  }
  for (const { orderId, key } of kit.engine.orders) {
    expect(text).not.toContain(String(orderId))
    expect(text).not.toContain(key)
  }
  expect(text).not.toMatch(/signature|[0-9a-f]{24}/i)
})

test('the code and the words of a refusal are kept, with how long it took', async () => {
  const kit = await startProbe(fakeOf('okx'))
  await kit.run('--only', 'key-open')
  const [probe] = kit.record()?.probes ?? []
  expect(probe).toMatchObject({
    question: 'What is a second order with the same client id answered while the first is open?',
    says: 'refused while the first is open',
    did: 'refused it (status 200, 51016 “Client order ID already exists.”, after 0 ms)',
    agrees: true,
  })
  expect(probe?.steps[1]).toEqual({
    step: 'place',
    name: 'second',
    sent: {
      key: 'A',
      keyLength: 32,
      side: 'buy',
      type: 'limit',
      amount: '0.1',
      price: '1.4',
      timeInForce: 'gtc',
      lateByMs: 0,
    },
    reply: { phase: 'answered', status: 200, code: '51016', message: 'Client order ID already exists.', tookMs: 0 },
    isAccepted: false,
    isFirst: false,
  })
})

test('what the record does not say is said aloud', async () => {
  const kit = await startProbe(fakeOf('binance'), { keyRule: 'unique' })
  await kit.run('--only', 'key-canceled,key-filled')
  expect(kit.record()?.probes.map(({ agrees }) => agrees)).toEqual([false, false])
  const text = kit.printed.join('\n')
  expect(text).toContain('DIFFERS')
  expect(text).toContain('the record says: accepted as a second order after the first was cancelled')
  expect(text).toContain('the exchange did: refused it (status 400, -2010 “Duplicate order sent.”')
  expect(text).toContain('A stand-in answered on this machine: this says nothing about binance.')
})

test('an exchange without a record shows its code all the same', async () => {
  const kit = await startProbe(fakeOf('mexc'), { keyRule: 'unique' })
  await kit.run('--only', 'key-open')
  expect(kit.record()?.probes[0]).toMatchObject({ outcome: 'refused-unlisted', agrees: null })
  expect(kit.printed.join('\n')).toContain('-2010 “Duplicate order sent.”')
})

test('look-ups that lag are timed, and those that never show it say so', async () => {
  const kit = await startProbe(fakeOf('binance'), { lag: { id: 1_000, open: 60_000, history: 4_000, trades: 7_000 } })
  await kit.run('--only', 'look-open,look-trades')
  const [open, trades] = kit.record()?.probes ?? []
  expect(open).toMatchObject({ outcome: 'not-shown', agrees: false })
  expect(open?.did).toBe('showed it: id after 1500 ms, open not within 8000 ms, history after 4000 ms')
  expect(trades).toMatchObject({ outcome: 'shown', did: 'showed it: trades after 8000 ms' })
})

test('a cancelled order that is forgotten within seconds is told', async () => {
  const kit = await startProbe(fakeOf('binance'), { forgetsUnfilledMs: 4_000 })
  await kit.run('--only', 'look-canceled')
  expect(kit.record()?.probes[0]).toMatchObject({ outcome: 'forgotten', agrees: false })
})

test('a limit of age that is not kept is told', async () => {
  const fake = fakeOf('kraken')
  const handle: typeof fake.dialect.handle = (request, engine) => {
    request.fields.delete('deadline')
    return fake.dialect.handle(request, engine)
  }
  const kit = await startProbe({ ...fake, dialect: { ...fake.dialect, handle } } as typeof fake)
  await kit.run('--only', 'late')
  expect(kit.record()?.probes[0]).toMatchObject({ outcome: 'accepted', agrees: false })
  expect(kit.engine.orders.map(({ status }) => status)).toEqual(['canceled', 'canceled'])
})

test('a duplicate that Coinbase refuses differs from its record, which expects the first order', async () => {
  const kit = await startProbe(fakeOf('coinbase'), { keyRule: 'unique' })
  await kit.run('--only', 'key-open')
  expect(kit.record()?.probes[0]).toMatchObject({ outcome: 'refused-as-known', agrees: false })
  expect(kit.record()?.probes[0]?.did).toContain('DUPLICATE_CLIENT_ORDER_ID')
})

const KEY = { apiKey: 'key-of-mine', apiSecret: 'line one\nline two', passphrase: 'some words' }

test('what an exchange says of the trader is taken out of its words', () => {
  const redact = redactFor(KEY)
  expect(redact('Key key-of-mine from 203.0.113.9, account 12345678 of a@b.example')).toBe(
    'Key [key] from [address], account [number] of [mail]',
  )
  expect(redact('line one\nline two some words 2001:db8:0:1::7')).toBe('[key] [key] [address]')
  expect(redact('DUPLICATE_CLIENT_ORDER_ID 51016')).toBe('DUPLICATE_CLIENT_ORDER_ID 51016')
  expect(redact(`order ${'0123456789ab'.repeat(3)} is gone`)).toBe('order [id] is gone')
})

test('a record that holds a part of the key after all is not written', async () => {
  const kit = await startProbe(fakeOf('binance'))
  await kit.run('--only', 'look-open')
  const record = kit.record()
  if (record === null) throw new Error('no record')
  for (const secret of Object.values(KEY)) {
    const path = join(kit.folder, 'another.json')
    expect(() => writeRecord(path, { ...record, left: [secret] }, KEY)).toThrow('not written')
    expect(existsSync(path)).toBe(false)
  }
})
