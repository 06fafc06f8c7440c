// The records of the venues: keys that they take, and codes of which none means two things.

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { VENUES } from '../../../shared/venues/list.ts'
import { hasOwnForm } from '../../../shared/venues/own-keys.ts'
import { matches, type VenueRecord } from '../../../shared/venues/record.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

const ALL = VENUES.map(({ id }) => recordOf(id))
const KNOWN = ALL.filter(({ refusals }) => refusals.length > 0)

test('each venue of the list has a record of its own name', () => {
  expect(ALL.map(({ venue }) => venue)).toEqual(VENUES.map(({ id }) => id))
  expect(recordOf('practice')).toBe(recordOf('gateway'))
  expect(KNOWN.map(({ venue }) => venue)).toEqual(['binance', 'kraken', 'coinbase', 'bybit', 'okx', 'gate', 'gateway'])
})

describe.each(ALL)('$venue', (record) => {
  it('takes the key of every intent, and no two intents have one key', () => {
    const seen = new Map<string, string>()
    const seed = announcedSeed('keys')
    fc.assert(
      fc.property(fc.uuid(), (intentId) => {
        const key = record.toClientOrderId(intentId)
        expect(key).toMatch(record.keyPattern)
        expect(record.toClientOrderId(intentId)).toBe(key)
        expect(seen.get(key) ?? intentId).toBe(intentId)
        seen.set(key, intentId)
      }),
      { seed },
    )
  })

  // A gateway lists nobody's orders, and at GRVT none are placed.
  it.skipIf(['gateway', 'grvt'].includes(record.venue))('gives keys that an alarm knows as our own', () => {
    expect(hasOwnForm(record.toClientOrderId(crypto.randomUUID()))).toBe(true)
  })

  it('reads garbage as nothing at all', () => {
    const garbage = [
      null,
      undefined,
      1,
      '',
      'x',
      [],
      {},
      [null],
      { code: {} },
      { error: [{}] },
      { data: [1] },
      { result: [] },
    ]
    for (const body of garbage) {
      expect(record.read(200, body)).toMatchObject({ code: null, orderId: null, key: null })
    }
    fc.assert(
      fc.property(fc.anything(), (body) => void record.read(200, body)),
      { seed: announcedSeed('answers') },
    )
  })

  it('sends again only where that asks for the first order', () => {
    expect(record.resend === 'replay').toBe(record.venue === 'coinbase')
  })
})

/** Codes and messages of the venues' own documents, and what each means for an order that was sent. */
const GOLDEN: [venue: string, status: number, body: unknown, meaning: string][] = [
  ['binance', 200, { symbol: 'PEAQUSDT', orderId: 28, clientOrderId: 'k' }, 'id 28'],
  ['binance', 200, { symbol: 'PEAQUSDT', orderId: 28 }, 'nothing'],
  ['binance', 400, { code: -2010, msg: 'Account has insufficient balance for requested action.' }, 'refused'],
  ['binance', 400, { code: -2010, msg: 'Duplicate order sent.' }, 'known'],
  ['binance', 400, { code: -2010 }, 'nothing'],
  ['binance', 400, { code: -1013, msg: 'Filter failure: LOT_SIZE' }, 'refused'],
  ['binance', 400, { code: -1111, msg: 'Precision is over the maximum defined for this asset.' }, 'refused'],
  ['binance', 400, { code: -1130, msg: 'Invalid data sent for a parameter.' }, 'refused'],
  ['binance', 400, { code: -1131, msg: 'recvWindow must be less than 60000' }, 'nothing'],
  ['binance', 400, { code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' }, 'clock'],
  ['binance', 401, { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' }, 'key'],
  ['binance', 408, { code: -1007, msg: 'Timeout waiting for response from backend server.' }, 'nothing'],
  ['binance', 500, { code: -1006, msg: 'Execution status unknown.' }, 'nothing'],
  ['binance', 400, { code: -2013, msg: 'Order does not exist.' }, 'nothing'],
  ['binance', 409, { code: -2021, msg: 'Order cancel-replace partially failed.' }, 'nothing'],
  ['kraken', 200, { error: [], result: { txid: ['OAAAAA-BBBBB-CCCCCC'] } }, 'id OAAAAA-BBBBB-CCCCCC'],
  ['kraken', 200, { error: [], result: { txid: ['A', 'B'] } }, 'nothing'],
  ['kraken', 200, { error: ['EOrder:Insufficient funds'] }, 'refused'],
  ['kraken', 200, { error: ['EOrder:Rate limit exceeded'] }, 'refused'],
  ['kraken', 200, { error: ['EGeneral:Invalid arguments:volume'] }, 'refused'],
  ['kraken', 200, { error: ['EGeneral:Invalid arguments:cl_ord_id not unique'] }, 'known'],
  ['kraken', 200, { error: ['EAPI:Invalid nonce'] }, 'nothing'],
  ['kraken', 200, { error: ['EAPI:Invalid key'] }, 'key'],
  ['kraken', 200, { error: ['EService:Deadline elapsed'] }, 'nothing'],
  ['kraken', 200, { error: ['EService:Unavailable'] }, 'nothing'],
  ['kraken', 200, { error: ['EGeneral:Internal error'] }, 'nothing'],
  ['coinbase', 200, { success: true, success_response: { order_id: 'c-1', client_order_id: 'k' } }, 'id c-1'],
  ['coinbase', 200, { success: true, success_response: {} }, 'nothing'],
  ['coinbase', 200, { success: false, error_response: { error: 'INSUFFICIENT_FUND', message: 'm' } }, 'refused'],
  ['coinbase', 200, { success: false, error_response: { error: 'DUPLICATE_CLIENT_ORDER_ID' } }, 'known'],
  ['coinbase', 200, { success: false, error_response: { error: 'UNKNOWN_FAILURE_REASON' } }, 'nothing'],
  ['coinbase', 500, { error: 'INTERNAL', message: 'm' }, 'nothing'],
  ['bybit', 200, { retCode: 0, retMsg: 'OK', result: { orderId: '17', orderLinkId: 'k' } }, 'id 17'],
  ['bybit', 200, { retCode: 170131, retMsg: 'Balance insufficient' }, 'refused'],
  ['bybit', 200, { retCode: 10001, retMsg: 'params error' }, 'refused'],
  ['bybit', 200, { retCode: 170141, retMsg: 'Duplicate clientOrderId' }, 'known'],
  ['bybit', 200, { retCode: 10014, retMsg: 'Invalid duplicate request' }, 'known'],
  ['bybit', 200, { retCode: 110072, retMsg: 'OrderLinkedID is duplicate' }, 'known'],
  ['bybit', 200, { retCode: 10002, retMsg: 'invalid request, timestamp' }, 'clock'],
  ['bybit', 200, { retCode: 10003, retMsg: 'API key is invalid.' }, 'key'],
  ...[10000, 10016, 170001, 170007, 170032, 170035, 170146, 20003, 500000].map(
    (retCode): [string, number, unknown, string] => ['bybit', 200, { retCode, retMsg: 'm' }, 'nothing'],
  ),
  ['okx', 200, { code: '0', data: [{ sCode: '0', ordId: '312', clOrdId: 'k' }] }, 'id 312'],
  ['okx', 200, { code: '1', data: [{ sCode: '51008', sMsg: 'Insufficient balance' }] }, 'refused'],
  ['okx', 200, { code: '1', data: [{ sCode: '51016', sMsg: 'Client order ID already exists' }] }, 'known'],
  ['okx', 200, { code: '1', data: [{ sCode: '51000', sMsg: 'Parameter clOrdId error' }] }, 'known'],
  ['okx', 200, { code: '1', data: [{ sCode: '51000', sMsg: 'Parameter sz error' }] }, 'refused'],
  ['okx', 200, { code: '1', data: [{ sCode: '51149', sMsg: 'Order timed out' }] }, 'nothing'],
  ['okx', 200, { code: '50004', msg: 'API endpoint request timeout' }, 'nothing'],
  ['okx', 200, { code: '50102', msg: 'Timestamp request expired' }, 'clock'],
  ['okx', 401, { code: '50113', msg: 'Invalid Sign' }, 'key'],
  ['okx', 503, { code: '50001', msg: 'Service temporarily unavailable' }, 'nothing'],
  ['gate', 201, { id: '1852454420', text: 't-k', status: 'open' }, 'id 1852454420'],
  ['gate', 200, { id: '1852454420', text: 't-k', status: 'closed' }, 'id 1852454420'],
  ['gate', 202, { id: '1852454420', text: 't-k' }, 'nothing'],
  ['gate', 400, { label: 'BALANCE_NOT_ENOUGH', message: 'Not enough balance' }, 'refused'],
  ['gate', 400, { label: 'INVALID_PARAM_VALUE', detail: 'too small' }, 'refused'],
  ['gate', 400, { label: 'POC_FILL_IMMEDIATELY' }, 'refused'],
  ['gate', 401, { label: 'REQUEST_EXPIRED', message: 'gap exceeds 60' }, 'clock'],
  ['gate', 403, { label: 'READ_ONLY' }, 'key'],
  ['gate', 500, { label: 'SERVER_ERROR' }, 'nothing'],
  ['gate', 429, { label: 'TOO_MANY_REQUESTS' }, 'nothing'],
  ['gate', 400, { label: 'REPEATED_CREATION' }, 'nothing'],
  ['gate', 400, { label: 'CLIENT_ID_NOT_FOUND' }, 'nothing'],
]

function meaningOf(record: VenueRecord, status: number, body: unknown): string {
  const { code, message, orderId } = record.read(status, body)
  const lists = { known: 'duplicates', clock: 'clockRefusals', key: 'keyRefusals', refused: 'refusals' } as const
  const meant = Object.entries(lists).filter(([, list]) => matches(record[list], code, message))
  expect(meant.length, `${record.venue} ${code}: in at most one list`).toBeLessThan(2)
  return meant[0]?.[0] ?? (orderId === null ? 'nothing' : `id ${orderId}`)
}

it.each(GOLDEN)('%s, status %i, %j means %s', (venue, status, body, meaning) => {
  expect(meaningOf(recordOf(venue), status, body)).toBe(meaning)
})
