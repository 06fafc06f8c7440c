// What is taken out of the raw answer to a placing, and what each record promises the page: row by row.

import { describe, expect, it } from 'vitest'
import { hexKey, matches } from '../../../shared/venues/record.ts'
import { recordOf } from '../../../shared/venues/records.ts'

type Read = [code: string | null, message: string, orderId: string | null, key: string | null]

const READINGS: [venue: string, body: unknown, read: Read][] = [
  ['binance', { orderId: 28, clientOrderId: 'k' }, [null, '', '28', 'k']],
  ['binance', { orderId: 28, clientOrderId: '' }, [null, '', null, null]],
  ['binance', { clientOrderId: 'k' }, [null, '', null, 'k']],
  ['binance', { code: -1013, msg: 'words' }, ['-1013', 'words', null, null]],
  ['kraken', { error: [], result: { txid: ['O-1'], cl_ord_id: 'k' } }, [null, '', 'O-1', 'k']],
  ['kraken', { error: ['EOrder:Cost'], result: { txid: ['O-1'] } }, ['EOrder:Cost', 'EOrder:Cost', null, null]],
  ['kraken', { error: ['EOrder:Cost'] }, ['EOrder:Cost', 'EOrder:Cost', null, null]],
  // By the documented row, whatever detail follows, in whatever spelling; the words stay as they came.
  ...[
    ['EGeneral:Invalid arguments:volume', 'EGeneral:Invalid arguments'],
    ['EGeneral:Invalid arguments: cl_ord_id not unique', 'EGeneral:Invalid arguments:cl_ord_id not unique'],
    ['EGeneral:Invalid arguments:cl_ord_id', 'EGeneral:Invalid arguments:cl_ord_id not unique'],
    ['EGeneral:Invalid arguments:other cl_ord_id', 'EGeneral:Invalid arguments:cl_ord_id not unique'],
    ['EOrder:cl_ord_id', 'EOrder:cl_ord_id'],
    ['EGeneral:Internal Error:17', 'EGeneral:Internal error'],
    ['EGeneral:Internal Error', 'EGeneral:Internal error'],
    ['EService :Throttled', 'EService:Throttled'],
    ['EService: Throttled: 1741500000', 'EService:Throttled'],
    ['EAccount:Invalid permissions:USDT trading restricted for DE.', 'EAccount:Invalid permissions'],
    ['EOrder:Insufficient funds (insufficient user funds)', 'EOrder:Insufficient funds'],
    ['EOrder:Insufficient fundsX', 'EOrder:Insufficient fundsX'],
    ['EOrder:Reduce only:Position is closed', 'EOrder:Reduce only:Position is closed'],
  ].map(([told = '', code = '']): [string, unknown, Read] => [
    'kraken',
    { error: [told], result: { txid: ['O-1'] } },
    [code, told, null, null],
  ]),
  [
    'kraken',
    { error: 'EOrder:Insufficient funds' },
    ['EOrder:Insufficient funds', 'EOrder:Insufficient funds', null, null],
  ],
  // A warning is none that hides an order; alone it says nothing.
  ['kraken', { error: ['WOrder:Odd'], result: { txid: ['O-1'], cl_ord_id: 'k' } }, [null, 'WOrder:Odd', 'O-1', 'k']],
  ['kraken', { error: ['WOrder:Odd'] }, ['WOrder:Odd', 'WOrder:Odd', null, null]],
  // Of several errors the one that proves least counts.
  [
    'kraken',
    { error: ['EOrder:Insufficient funds', 'EService:Busy'] },
    ['EService:Busy', 'EOrder:Insufficient funds; EService:Busy', null, null],
  ],
  [
    'kraken',
    { error: ['EOrder:Invalid price', 'EGeneral:Invalid arguments:cl_ord_id not unique'] },
    [
      'EGeneral:Invalid arguments:cl_ord_id not unique',
      'EOrder:Invalid price; EGeneral:Invalid arguments:cl_ord_id not unique',
      null,
      null,
    ],
  ],
  [
    'kraken',
    { error: ['WOrder:Odd', 'EOrder:Invalid price', 'EAPI:Invalid key'] },
    ['EOrder:Invalid price', 'WOrder:Odd; EOrder:Invalid price; EAPI:Invalid key', null, null],
  ],
  ['kraken', { error: ['EOrder:Invalid price', {}] }, [null, 'EOrder:Invalid price; ', null, null]],
  ['kraken', { error: [{}], result: { txid: ['O-1'] } }, [null, '', null, null]],
  ['kraken', { error: null, result: { txid: ['O-1'] } }, [null, '', null, null]],
  ['kraken', { result: { txid: ['O-1'] } }, [null, '', 'O-1', null]],
  ['kraken', { error: [], result: { txid: ['O-1', 'O-2'] } }, [null, '', null, null]],
  ['kraken', { error: [], result: { txid: [] } }, [null, '', null, null]],
  ['kraken', { error: [], result: { txid: 'O' } }, [null, '', null, null]],
  ['kraken', { error: [], result: { txid: { 0: 'O-1', length: 1 } } }, [null, '', null, null]],
  ['coinbase', { success: true, success_response: { order_id: 'c', client_order_id: 'k' } }, [null, '', 'c', 'k']],
  ['coinbase', { success: 'true', success_response: { order_id: 'c' } }, [null, '', null, null]],
  ['coinbase', { success: false, success_response: { order_id: 'c' } }, [null, '', null, null]],
  ['coinbase', { success: true, error: 'A', message: 'words' }, [null, 'words', null, null]],
  ['coinbase', { error_response: { error: 'A', message: 'inner' }, message: 'outer' }, ['A', 'inner', null, null]],
  ['coinbase', { error_response: { error: 'A', new_order_failure_reason: 'B' } }, ['B', '', null, null]],
  ['coinbase', { error_response: { error: 'UNKNOWN_A', preview_failure_reason: 'B' } }, ['B', '', null, null]],
  ['coinbase', { error_response: { new_order_failure_reason: 'UNKNOWN_A', error: 'B' } }, ['B', '', null, null]],
  ['coinbase', { error_response: { new_order_failure_reason: 'UNKNOWN_A' } }, [null, '', null, null]],
  [
    'coinbase',
    {
      error_response: {
        new_order_failure_reason: 'UNKNOWN_A',
        error: 'UNKNOWN_B',
        preview_failure_reason: 'UNKNOWN_C',
      },
    },
    ['UNKNOWN_B', '', null, null],
  ],
  ['coinbase', { error: 'A', message: 'outer' }, ['A', 'outer', null, null]],
  ['coinbase', { error_response: { error: 'A', message: 'one', error_details: 'two' } }, ['A', 'one two', null, null]],
  [
    'coinbase',
    { error_response: { error: 'A', message: 'one', error_details: 'one' }, message: 'outer' },
    ['A', 'one', null, null],
  ],
  ['coinbase', { failure_reason: 'B', error_response: { error: 'unknown' } }, ['B', '', null, null]],
  ['coinbase', { failure_reason: 'UNKNOWN_FAILURE_REASON' }, [null, '', null, null]],
  ['coinbase', { error_response: { message: 'words' } }, ['error_response', 'words', null, null]],
  ['coinbase', { error_response: {} }, [null, '', null, null]],
  [
    'coinbase',
    { error_response: { new_order_failure_reason: 'IS_UNKNOWN', error: 'B' } },
    ['IS_UNKNOWN', '', null, null],
  ],
  // A cancel is answered in a row for each order.
  ['coinbase', { results: [{ success: false, failure_reason: 'A' }], error: 'B' }, ['A', '', null, null]],
  ['coinbase', { results: [{ success: true, failure_reason: 'A' }], error: 'B' }, [null, '', null, null]],
  ['coinbase', { results: [{ success: 'true' }], error: 'B' }, [null, '', null, null]],
  ['coinbase', { results: [], error: 'B' }, ['B', '', null, null]],
  ['bybit', { retCode: 0, retMsg: 'OK', result: { orderId: '1', orderLinkId: 'k' } }, [null, 'OK', '1', 'k']],
  ['bybit', { retCode: 10001, retMsg: 'words', result: { orderId: '1' } }, ['10001', 'words', null, null]],
  ['bybit', { result: { orderId: '1' } }, [null, '', null, null]],
  ['okx', { code: '0', msg: 'm', data: [{ sCode: '0', ordId: '1', clOrdId: 'k' }] }, [null, 'm', '1', 'k']],
  ['okx', { code: '0', data: [{ sCode: '51008', sMsg: 'words', ordId: '1' }] }, ['51008', 'words', null, null]],
  ['okx', { code: '1', msg: 'm', data: [{ sCode: '51008', sMsg: 'words' }] }, ['51008', 'words', null, null]],
  ['okx', { code: '1', msg: 'm', data: [{ sCode: '0', sMsg: '', ordId: '1' }] }, ['1', 'm', null, null]],
  ['okx', { code: '0', msg: '', data: [{ ordId: '1' }] }, [null, '', null, null]],
  ['okx', { data: [{ sCode: '0', ordId: '1' }] }, [null, '', null, null]],
  ['okx', { code: '50004', msg: 'words' }, ['50004', 'words', null, null]],
  ['okx', { code: '1', data: [{ sCode: '51008_1000', sMsg: 'words' }] }, ['51008', 'words', null, null]],
  ['okx', { code: '1', data: [{ sCode: '51008_x', sMsg: 'words' }] }, ['51008_x', 'words', null, null]],
  // Of one order there is one row.
  ['okx', { code: '2', msg: 'm', data: [{ sCode: '51008' }, { sCode: '0', ordId: '1' }] }, ['2', 'm', null, null]],
  ['okx', { code: '0', msg: 'm', data: [{ sCode: '0', ordId: '1' }, {}] }, [null, 'm', null, null]],
]

it.each(READINGS)('%s reads %j', (venue, body, [code, message, orderId, key]) => {
  expect(recordOf(venue).read(200, body)).toMatchObject({ code, message, orderId, key })
})

const HEX = '0123456789abcdef0123456789abcdef'
const HOUR = 60 * 60 * 1_000
const WINDOW = { windowMs: 5_000, marginMs: 11_000, lagMs: 11 * 60 * 1_000 }
/** A conditional order can be out of sight for half an hour. */
const STOP_WINDOW = { ...WINDOW, stopSilenceMs: 31 * 60 * 1_000 }
const STOPS = ['market', 'limit', 'stop-limit']
const TIMES = ['gtc', 'ioc', 'post-only']

/** As the documents of 2026 have it; the second list of keys is refused there. */
const PROMISES: [venue: string, facts: object, keys: string[], no: string[]][] = [
  [
    'binance',
    {
      keyRule: 'unique-while-open',
      validity: STOP_WINDOW,
      orderTypes: STOPS,
      legs: ['id', 'open', 'history', 'trades'],
      retention: { closedMs: null, unfilledMs: 90 * 24 * HOUR },
      testing: 'own-host',
    },
    [HEX, 'A', 'a'.repeat(36), 'A-z_0'],
    ['', 'a'.repeat(37), 'a b', ' a', 'a.'],
  ],
  [
    'kraken',
    {
      keyRule: 'unique-while-open',
      validity: STOP_WINDOW,
      orderTypes: STOPS,
      legs: ['open', 'history', 'trades'],
      retention: { closedMs: null, unfilledMs: null },
      testing: 'none',
    },
    [HEX],
    ['', `${HEX}0`, `0${HEX}`, HEX.slice(1), HEX.toUpperCase()],
  ],
  [
    'coinbase',
    {
      keyRule: 'replayed',
      validity: null,
      orderTypes: STOPS,
      legs: ['history', 'trades'],
      resend: 'replay',
      retention: { closedMs: null, unfilledMs: null },
      testing: 'none',
    },
    [HEX],
    ['', `${HEX}0`, `0${HEX}`, HEX.slice(1), HEX.toUpperCase()],
  ],
  [
    'bybit',
    {
      keyRule: 'unique',
      validity: WINDOW,
      orderTypes: ['market', 'limit'],
      legs: ['id', 'open', 'history', 'trades'],
      retention: { closedMs: 7 * 24 * HOUR, unfilledMs: 24 * HOUR },
      testing: 'own-host',
    },
    [HEX, 'A', 'a'.repeat(36), 'A-z_0'],
    ['', 'a'.repeat(37), 'a b', ' a', 'a.'],
  ],
  [
    'okx',
    {
      keyRule: 'unique-while-open',
      validity: WINDOW,
      orderTypes: ['market', 'limit'],
      legs: ['id', 'open', 'history', 'trades'],
      retention: { closedMs: 90 * 24 * HOUR, unfilledMs: 2 * HOUR },
      testing: 'header',
    },
    [HEX, 'A', 'Z9'],
    ['', `${HEX}0`, 'a-b', 'a_b'],
  ],
]

describe.each(PROMISES)('%s', (venue, facts, keys, no) => {
  const record = recordOf(venue)

  it('promises what its documents say', () => {
    expect(record).toMatchObject({ resend: 'never', refusalStatus: null, reportsPermissions: true, ...facts })
    expect(record.timesInForce).toEqual(TIMES)
    expect(record.streams).toEqual(['orders', 'book'])
  })

  it('takes keys of its own form only, and spells ours as 32 digits', () => {
    expect(keys.filter((key) => !record.keyPattern.test(key))).toEqual([])
    expect(no.filter((key) => record.keyPattern.test(key))).toEqual([])
    expect(record.toClientOrderId('01234567-89AB-cdef-0123-456789abcdef')).toBe(HEX)
  })
})

it.each([
  // Requests in ten seconds, those for orders alone, the venue's words that it was too much, and words near them.
  ['binance', 130, 90, ['-1003', '-1015'], ['-1013', '-1021']],
  [
    'kraken',
    70,
    40,
    [
      'EAPI:Rate limit exceeded',
      'EGeneral:Temporary lockout',
      'EGeneral:Too many requests',
      'EAuth:Rate limit exceeded',
      'EAuth:Too many requests',
      'EOrder:Rate limit exceeded',
      'EOrder:Domain rate limit exceeded',
      'EService:Throttled',
    ],
    ['EOrder:Orders limit exceeded', 'EAPI:Invalid nonce', 'WEOrder:Rate limit'],
  ],
  ['coinbase', 150, 80, [], ['INVALID_REQUEST']],
  ['bybit', 200, 100, ['10006', '10018', '10429', '170005', '170222'], ['10005', '10000']],
  ['okx', 150, 80, ['50011', '50013', '50040', '50061'], ['50001', '50004']],
] as const)('%s is asked %i times at most, %i of them for orders', (venue, requests, forOrders, words, others) => {
  const { limits } = recordOf(venue)
  expect(limits).toMatchObject({ requests, forOrders })
  expect(words.filter((code) => !matches(limits.tooMany, code, ''))).toEqual([])
  expect(others.filter((code) => matches(limits.tooMany, code, ''))).toEqual([])
  expect(limits.tooMany.length).toBe(words.length)
})

it('spells a key without hyphens and capitals', () => {
  expect(hexKey('01234567-89AB-cdef-0123-456789abcdef')).toBe(HEX)
})

it.each<[code: string | null, message: string, meant: boolean]>([
  ['A', '', true],
  ['AA', '', false],
  ['a', '', false],
  ['B1', 'both', true],
  ['B1', 'neither', false],
  ['B2', 'both', true],
  ['C', 'both', false],
  // No code is none, even where a rule would match its spelling.
  [null, 'both', false],
])('%j with %j is meant: %j', (code, message, meant) => {
  const rules = [{ code: 'A' }, { code: /^B\d$/, message: /both/ }, { code: /null/ }]
  expect(matches(rules, code, message)).toBe(meant)
  expect(matches([], code, message)).toBe(false)
})

it('knows where the numbers of requests must rise', () => {
  const all = ['binance', 'kraken', 'coinbase', 'bybit', 'okx', 'gateway', 'mexc']
  expect(all.filter((venue) => recordOf(venue).strictNonce)).toEqual(['kraken'])
})
