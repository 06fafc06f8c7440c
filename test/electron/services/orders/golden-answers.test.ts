// Which answer to a placing means what, row by row as the venues' documents and measurements of others have it, and not
// as the lists of the app do: the code, the message beside it, and the verdict that is owed.

import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../../electron/ports/system.ts'
import { judgePlacing } from '../../../../electron/services/orders/answers.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { outgoing } from '../../../support/questions.ts'

const SENT = outgoing('a'.repeat(32))

/** What is owed: a refusal of the order, by the clock or of the key; a key that is known; or nothing that settles. */
type Owed = 'order' | 'clock' | 'key' | 'known' | 'unknown'

/** How each venue spells a code and its message. */
const SPELT: Record<string, (code: string, message: string) => { status: number; body: unknown }> = {
  binance: (code, msg) => ({ status: 400, body: { code, msg } }),
  kraken: (code) => ({ status: 200, body: { error: [code] } }),
  coinbase: (error, message) => ({ status: 200, body: { success: false, error_response: { error, message } } }),
  bybit: (retCode, retMsg) => ({ status: 200, body: { retCode, retMsg, result: {} } }),
  okx: (sCode, sMsg) => ({ status: 200, body: { code: '1', msg: 'All operations failed', data: [{ sCode, sMsg }] } }),
}

const GOLDEN: [venue: string, owed: Owed, codes: string[], message?: string][] = [
  // Too many requests, filters, too many orders: answered before the engine.
  ['binance', 'order', ['-1003', '-1013', '-1015']],
  ['binance', 'order', ['-1020', '-1100', '-1102', '-1111', '-1115', '-1121', '-1128', '-1130']],
  ['binance', 'order', ['-2010'], 'Account has insufficient balance for requested action.'],
  ['binance', 'order', ['-2010'], 'Stop price would trigger immediately.'],
  ['binance', 'known', ['-2010'], 'Duplicate order sent.'],
  ['binance', 'known', ['-2010'], 'duplicate'],
  ['binance', 'unknown', ['-2010'], ''],
  ['binance', 'unknown', ['-2010'], 'Of two\nlines'],
  ['binance', 'clock', ['-1021']],
  ['binance', 'key', ['-1002', '-1022', '-2014', '-2015']],
  // Of the backend, of orders that exist, of cancels, and of other products.
  ['binance', 'unknown', ['-1000', '-1001', '-1006', '-1007', '-1008', '-1016', '-1034', '-1099', '-1129', '-1161']],
  ['binance', 'unknown', ['-2011', '-2013', '-2016', '-2021', '-2022', '-2026', '-4116', '-9000']],
  ['binance', 'unknown', ['-1131', '-1139', '-1140', '-1190', '-1200', '-11000', '-112', '1100', 'x-1100', '-11xx']],
  ['kraken', 'order', ['EOrder:Insufficient funds', 'EOrder:Order minimum not met', 'EOrder:Invalid price']],
  ['kraken', 'order', ['EOrder:Post only order', 'EOrder:Orders limit exceeded', 'EOrder:Trading agreement required']],
  ['kraken', 'order', ['EGeneral:Invalid arguments', 'EGeneral:Invalid arguments:volume']],
  ['kraken', 'order', ['EAPI:Rate limit exceeded', 'EAPI:Feature disabled', 'EQuery:Unknown asset pair']],
  ['kraken', 'order', ['EService:Market in cancel_only mode', 'EService:Market in post_only mode']],
  [
    'kraken',
    'order',
    ['EService:Market in limit_only mode', 'EAccount:Invalid permissions:USDT trading restricted for DE.'],
  ],
  ['kraken', 'order', ['EOrder:Rate limit exceeded', 'EGeneral:Temporary lockout', 'EGeneral:Unknown method']],
  // "Order will match as much as possible and cancel back the rest with this error".
  ['kraken', 'unknown', ['EOrder:Reduce only:Position is closed']],
  ['kraken', 'known', ['EGeneral:Invalid arguments:cl_ord_id not unique']],
  ['kraken', 'key', ['EAPI:Invalid key', 'EAPI:Invalid signature', 'EGeneral:Permission denied']],
  // The copy of a request is refused by its number; the first may have gone through.
  ['kraken', 'unknown', ['EAPI:Invalid nonce']],
  ['kraken', 'unknown', ['EService:Unavailable', 'EService:Busy', 'EService:Deadline elapsed', 'EService:Timeout']],
  ['kraken', 'unknown', ['EGeneral:Internal error', 'EDatabase:Internal error', 'EOrder:Something new']],
  ['kraken', 'unknown', ['WEOrder:Insufficient funds', 'W:EGeneral:Invalid arguments', 'EOrder', 'EAPI:Rate limit']],
  ['kraken', 'unknown', ['W:EGeneral:Invalid arguments:cl_ord_id not unique']],
  ['coinbase', 'order', ['UNSUPPORTED_ORDER_CONFIGURATION', 'INVALID_SIDE', 'INVALID_PRODUCT_ID']],
  ['coinbase', 'order', ['INVALID_SIZE_PRECISION', 'INVALID_PRICE_PRECISION', 'INSUFFICIENT_FUND']],
  ['coinbase', 'order', ['INVALID_LEDGER_BALANCE', 'ORDER_ENTRY_DISABLED', 'INELIGIBLE_PAIR', 'INVALID_REQUEST']],
  ['coinbase', 'order', ['INVALID_LIMIT_PRICE_POST_ONLY', 'INVALID_LIMIT_PRICE', 'INVALID_NO_LIQUIDITY']],
  ['coinbase', 'order', ['INVALID_ARGUMENT', 'PREVIEW_INVALID_STOP_PRICE', 'PREVIEW_INVALID_STOP_PRICE_PRECISION']],
  ['coinbase', 'order', ['PREVIEW_STOP_PRICE_ABOVE_LAST_TRADE_PRICE', 'PREVIEW_STOP_PRICE_BELOW_LAST_TRADE_PRICE']],
  ['coinbase', 'order', ['PREVIEW_STOP_PRICE_ABOVE_LIMIT_PRICE', 'PREVIEW_STOP_PRICE_BELOW_LIMIT_PRICE']],
  ['coinbase', 'known', ['DUPLICATE_CLIENT_ORDER_ID']],
  ['coinbase', 'key', ['PERMISSION_DENIED', 'UNAUTHENTICATED', 'unauthorized']],
  ['coinbase', 'unknown', ['UNKNOWN_FAILURE_REASON', 'INTERNAL', 'UNAVAILABLE', 'DEADLINE_EXCEEDED']],
  // The shape decides, but for reasons whose own words say otherwise.
  ['coinbase', 'order', ['INVALID', 'SOMETHING_NEW', 'PREVIEW_SOMETHING_NEW', 'INVALID_SOMETHING_TIMEZONE']],
  ['coinbase', 'unknown', ['REQUEST_TIMED_OUT', 'TIMEOUT', 'ORDER_TIME_OUT', 'SERVICE_UNAVAILABLE', 'ALREADY_PLACED']],
  ['coinbase', 'unknown', ['INTERNAL_SERVER_ERROR', 'ORDER_PENDING', 'MAY_HAVE_BEEN_PLACED', 'UNKNOWN_CANCEL_ORDER']],
  ['coinbase', 'unknown', ['SOMETHING_NEW', 'INSUFFICIENT_FUND'], 'The request timed out.'],
  ['coinbase', 'unknown', ['SOMETHING_NEW', 'INVALID_SIDE'], 'The order may have been placed.'],
  ['coinbase', 'unknown', ['SOMETHING_NEW'], 'Please try again.'],
  ['bybit', 'order', ['10001', '110003', '110007', '110017', '110071', '110090', '110099', '110100']],
  [
    'bybit',
    'order',
    ['170005', '170033', '170121', '170131', '170140', '170193', '170199', '170210', '170222', '170810'],
  ],
  ['bybit', 'known', ['170141', '110072', '10014']],
  ['bybit', 'clock', ['10002']],
  ['bybit', 'key', ['10003', '10004', '10005', '10007', '10010', '33004', '-2015']],
  // "Server timeout", "order creation timeout", and what says nothing.
  ['bybit', 'unknown', ['10000', '10016', '10429', '20003', '500000', '429']],
  ['bybit', 'unknown', ['170001', '170007', '170032', '170035', '170146', '170234', '110079', '3400214']],
  ['bybit', 'unknown', ['1701311', '0170131', '17013', '17013x', '1701x1', '1100071', '0110007', '11000', '11000x']],
  ['bybit', 'unknown', ['11000x7', '1100x7', '111007', '110002', '170000', '170999', '110001', '170142', '170147']],
  ['okx', 'order', ['50037', '50011', '50061', '51001', '51006', '51008', '51020', '51121', '51148', '51150']],
  ['okx', 'order', ['51000'], 'Parameter sz error'],
  ['okx', 'known', ['51000'], 'Parameter clOrdId error'],
  ['okx', 'known', ['51000'], 'clordid'],
  ['okx', 'known', ['51016', '51011', '50042', '50071']],
  ['okx', 'clock', ['50102', '50112']],
  ['okx', 'key', ['50100', '50101', '50103', '50104', '50105', '50110', '50111', '50113', '50114', '50119', '50120']],
  // "Does not indicate success or failure of order", timed out, busy.
  [
    'okx',
    'unknown',
    ['50004', '51149', '51054', '50001', '50005', '50013', '50026', '1', '2', '52000', '51603', '51999'],
  ],
  ['okx', 'unknown', ['510080', '051008', '5100', '5100x', '51x08']],
]

const OWED: Record<Owed, object> = {
  order: { kind: 'refused', because: 'order' },
  clock: { kind: 'refused', because: 'clock' },
  key: { kind: 'refused', because: 'key' },
  known: { kind: 'unknown', detail: reason('KEY_KNOWN_THERE') },
  unknown: { kind: 'unknown' },
}

function verdictOf(venue: string, status: number, body: unknown) {
  const record = recordOf(venue)
  const { key: _, ...read } = record.read(status, body)
  const answer: Answer = { phase: 'answered', status, ...read, order: null, buried: false }
  return judgePlacing(answer, SENT, record)
}

describe.each(GOLDEN)('%s: %s by %j', (venue, owed, codes, message = 'words') => {
  it.each(codes)('%s', (code) => {
    const { status, body } = SPELT[venue]?.(code, message) ?? { status: 0, body: null }
    const verdict = verdictOf(venue, status, body)
    expect(verdict).toMatchObject(OWED[owed])
    if (owed === 'unknown') {
      const detail = reason('ANSWER_SETTLES_NOTHING', { status, code })
      expect(verdict).toEqual({ kind: 'unknown', detail })
    }
  })
})

const LATE = reason('NO_ANSWER_IN_TIME', { seconds: 10 })
const REFUSED = reason('NOT_REACHED', { system: 'ECONNREFUSED' })

/** What was seen to happen behind Binance's orders, the server having had each of them, and what it proves. */
const FAULTS: [what: string, answer: Answer | { status: number; body: unknown }, owed: object][] = [
  ['no answer at all', { phase: 'lost', sent: 'whole', detail: LATE }, { kind: 'unknown', detail: LATE }],
  ['a refused connection', { phase: 'not-sent', detail: REFUSED }, { kind: 'not-sent', detail: REFUSED }],
  ['an empty object', { status: 200, body: {} }, { kind: 'unknown' }],
  ['null', { status: 200, body: null }, { kind: 'unknown' }],
  ['a list', { status: 200, body: [] }, { kind: 'unknown' }],
  ['an answer to be waited for', { status: 202, body: {} }, { kind: 'unknown' }],
  ['an id without our key', { status: 200, body: { orderId: 7 } }, { kind: 'unknown' }],
  ['another place', { status: 302, body: {} }, { kind: 'unknown' }],
  ...[400, 401, 403, 409, 413, 425, 500, 502, 503, 504, 505, 507, 524, 527].map(
    (status): [string, { status: number; body: unknown }, object] => [
      `${status} of a gate before it`,
      { status, body: {} },
      { kind: 'unknown', detail: reason('ANSWER_SETTLES_NOTHING', { status, code: null }) },
    ],
  ),
  ['503 and -1001', { status: 503, body: { code: -1001, msg: 'Internal error' } }, { kind: 'unknown' }],
  ['500 and -1006', { status: 500, body: { code: -1006, msg: 'Unexpected response' } }, { kind: 'unknown' }],
  ['408 and -1007', { status: 408, body: { code: -1007, msg: 'Timeout' } }, { kind: 'unknown' }],
  ['409 and -2021', { status: 409, body: { code: -2021, msg: 'Partially failed' } }, { kind: 'unknown' }],
  [
    'a failed server with a refusal',
    { status: 500, body: { code: -1013, msg: 'Filter failure' } },
    { kind: 'unknown' },
  ],
  ['429 and -1003', { status: 429, body: { code: -1003, msg: 'Too many requests' } }, OWED.order],
  ['418 and -1003', { status: 418, body: { code: -1003, msg: 'Banned' } }, OWED.order],
  ['a known key', { status: 400, body: { code: -2010, msg: 'Duplicate order sent.' } }, OWED.known],
  [
    'too little money',
    { status: 400, body: { code: -2010, msg: 'Account has insufficient balance.' } },
    { kind: 'refused', because: 'order', code: '-2010', message: 'Account has insufficient balance.' },
  ],
  [
    'another clock',
    { status: 400, body: { code: -1021, msg: 'Timestamp outside.' } },
    { kind: 'refused', because: 'clock', code: '-1021', message: 'Timestamp outside.' },
  ],
  [
    'a key without the right',
    { status: 401, body: { code: -2015, msg: 'Invalid API-key.' } },
    { kind: 'refused', because: 'key', code: '-2015', message: 'Invalid API-key.' },
  ],
]

it.each(FAULTS)('%s', (_what, answer, owed) => {
  const verdict =
    'phase' in answer
      ? judgePlacing(answer, SENT, recordOf('binance'))
      : verdictOf('binance', answer.status, answer.body)
  expect(verdict).toMatchObject(owed)
})
