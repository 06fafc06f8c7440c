// The tables of documented answers: every row is judged as its exchange spells it, against what is written down apart, and
// against what its own words say.

import { describe, expect, it, test } from 'vitest'
import type { Answer } from '../../../electron/ports/system.ts'
import { judgePlacing } from '../../../electron/services/orders/answers.ts'
import { BINANCE_ANSWERS } from '../../../shared/venues/answers/binance.ts'
import { BYBIT_ANSWERS } from '../../../shared/venues/answers/bybit.ts'
import { COINBASE_ANSWERS } from '../../../shared/venues/answers/coinbase.ts'
import { GATE_ANSWERS } from '../../../shared/venues/answers/gate.ts'
import { KRAKEN_ANSWERS } from '../../../shared/venues/answers/kraken.ts'
import { OKX_ANSWERS } from '../../../shared/venues/answers/okx.ts'
import type { AnswerRow, AnswerTable, Meaning } from '../../../shared/venues/answers/table.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import { outgoing } from '../../support/questions.ts'
import { type Owed, WITNESS } from './answer-witness.ts'

const SENT = outgoing('a'.repeat(32))
/** Counted once more in docs/exchanges.md. */
const TABLES: [venue: string, table: AnswerTable, rows: number][] = [
  ['binance', BINANCE_ANSWERS, 147],
  ['kraken', KRAKEN_ANSWERS, 74],
  ['coinbase', COINBASE_ANSWERS, 319],
  ['bybit', BYBIT_ANSWERS, 297],
  ['okx', OKX_ANSWERS, 514],
  ['gate', GATE_ANSWERS, 151],
]

/** How each exchange spells a code and its message on the wire, with the status that goes with it. */
const SPELT: Record<string, (code: string, message: string) => { status: number; body: unknown }> = {
  binance: (code, msg) => ({ status: 400, body: { code: Number(code), msg } }),
  kraken: (code) => ({ status: 200, body: { error: [code] } }),
  coinbase: (code, message) => {
    if (!/^[A-Z0-9_]+$/.test(code) || GRPC.has(code)) return { status: 400, body: { error: code, message } }
    const field = code.includes('PREVIEW_') ? 'preview_failure_reason' : 'new_order_failure_reason'
    const failed = { error: 'UNKNOWN_FAILURE_REASON', message, error_details: '', [field]: code }
    return { status: 200, body: { success: false, failure_reason: '', order_id: '', error_response: failed } }
  },
  bybit: (code, retMsg) => ({
    status: 200,
    body: { retCode: Number(code), retMsg, result: {}, retExtInfo: {}, time: 1 },
  }),
  okx: (sCode, sMsg) => ({
    status: 200,
    body: {
      code: '1',
      msg: 'All operations failed',
      data: [{ clOrdId: '', ordId: '', sCode, sMsg, tag: '', ts: '1' }],
    },
  }),
  gate: (label, message) => ({ status: 400, body: { label, message } }),
}
/** Of the whole request, never inside an `error_response`. */
const GRPC = new Set(
  'INVALID_ARGUMENT FAILED_PRECONDITION OUT_OF_RANGE NOT_FOUND UNIMPLEMENTED RESOURCE_EXHAUSTED PERMISSION_DENIED UNAUTHENTICATED UNKNOWN CANCELLED DEADLINE_EXCEEDED ALREADY_EXISTS ABORTED INTERNAL UNAVAILABLE DATA_LOSS'.split(
    ' ',
  ),
)

function meaningOf(venue: string, status: number, body: unknown): string {
  const record = recordOf(venue)
  const { key: _, ...read } = record.read(status, body)
  const answer: Answer = { phase: 'answered', status, ...read, order: null, buried: false }
  const verdict = judgePlacing(answer, SENT, record)
  if (verdict.kind === 'refused') return verdict.because === 'order' ? 'refused' : verdict.because
  if (verdict.kind !== 'unknown') return verdict.kind
  return verdict.detail.code === 'KEY_KNOWN_THERE' ? 'duplicate' : 'unknown'
}

const proves = (meaning: Meaning | Owed) => (meaning === 'not-for-orders' ? 'unknown' : meaning)
/** Neutral words where the row's own ones say nothing of the message on the wire. */
const messageOf = ({ message, words }: AnswerRow) => (message === undefined ? 'words' : words)

describe.each(TABLES)('%s', (venue, table, count) => {
  const spelt = SPELT[venue] ?? (() => ({ status: 0, body: null }))

  it('is the whole table, each row once, with its sources and their days', () => {
    expect(table.rows.length).toBe(count)
    expect(new Set(table.rows.map(({ code, message }) => `${code} ${message ?? ''}`)).size).toBe(count)
    expect(table.rows.filter(({ code, words }) => code.trim() === '' || words.trim() === '')).toEqual([])
    expect(table.statuses.filter(({ words }) => words.trim() === '')).toEqual([])
    expect(table.sources.length).toBeGreaterThan(0)
    for (const { page, read } of table.sources) {
      expect(page.length).toBeGreaterThan(20)
      expect(read).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    }
  })

  it('is judged row by row as the row says', () => {
    const differs = table.rows.flatMap((row) => {
      const { status, body } = spelt(row.code, messageOf(row))
      const meaning = meaningOf(venue, status, body)
      return meaning === proves(row.meaning) ? [] : [[row.code, row.words, row.meaning, meaning]]
    })
    expect(differs).toEqual([])
  })

  it('says what is written down apart, code by code', () => {
    const told: Record<string, string[]> = {}
    for (const { code, meaning, message } of table.rows) {
      if (message === undefined) told[meaning] = [...(told[meaning] ?? []), code]
    }
    for (const [meaning, codes] of Object.entries(WITNESS[venue] ?? {})) expect(told[meaning]).toEqual(codes)
    const named = Object.keys(WITNESS[venue] ?? {})
    expect(Object.keys(told).filter((meaning) => !named.includes(meaning))).toEqual(
      venue === 'coinbase' ? ['refused'] : [],
    )
  })

  it('calls nothing refused whose own words leave open what became of it', () => {
    const open =
      /time[sd]?[ _-]*out|execution status|does not mean|system error|server error|internal error|unknown error|network error|for processing|is processing|_UNKNOWN|^UNKNOWN|may not be filled|as much as possible|busy|overloaded|high load|duplicate(d)? (order|client)|already exists(?! under)/i
    const refused = table.rows.filter(({ meaning }) => proves(meaning) !== 'unknown' && meaning !== 'duplicate')
    expect(refused.filter(({ code, words }) => open.test(words) || open.test(code))).toEqual([])
  })

  it('leaves nothing unknown whose own words refuse the order', () => {
    const denied =
      /insufficient|not enough|precision|invalid (price|side|symbol|time|order)|below|above the (max|limit|plat)|exceed|too (large|small|high|low|many)|not supported|rejected|restricted|rate limit|not allowed|order failed/i
    const open = table.rows.filter(({ meaning }) => meaning === 'unknown')
    expect(open.filter(({ words }) => denied.test(words))).toEqual([])
  })

  it('believes no refusal of a server that failed, of a gate, or without its words', () => {
    for (const row of table.rows) {
      const { body } = spelt(row.code, messageOf(row))
      for (const status of [302, 500, 502, 503, 504, 520, 524])
        expect(proves(row.meaning) === 'duplicate' || meaningOf(venue, status, body)).toBe(
          proves(row.meaning) === 'duplicate' ? true : 'unknown',
        )
    }
    for (const { status, meaning } of [...table.statuses, { status: 400, meaning: 'unknown' as const }]) {
      for (const body of [null, {}, [], '', '<html>Bad gateway</html>', { message: 'words' }]) {
        expect(meaningOf(venue, status, body)).toBe(meaning)
      }
    }
  })

  it('leaves a code unknown that no row names, however near it stands', () => {
    const names = new Set(table.rows.map(({ code }) => code))
    const near = table.rows.flatMap(({ code }) => [`${code}0`, `0${code}`, code.slice(0, -1), `${code} `])
    const odd = near.filter(
      (code) => !names.has(code) && code !== '' && !names.has(String(Number(code))) && !/arguments:/.test(code),
    )
    expect(odd.length).toBeGreaterThan(100)
    // What follows Kraken's "Invalid arguments" is a detail; a reason in Coinbase's refusals speaks by its shape, whatever it is.
    const taken =
      venue === 'coinbase' ? [] : odd.filter((code) => meaningOf(venue, 200, spelt(code, 'words').body) !== 'unknown')
    expect(taken).toEqual([])
  })
})

test('one code in doubt among several of Kraken is enough, and its warnings count for nothing', () => {
  const meant = (...error: string[]) => meaningOf('kraken', 200, { error })
  expect(meant('EOrder:Insufficient funds', 'EOrder:Order minimum not met')).toBe('refused')
  expect(meant('EOrder:Insufficient funds', 'EService:Unavailable')).toBe('unknown')
  expect(meant('EService:Unavailable', 'EOrder:Insufficient funds')).toBe('unknown')
  expect(meant('EOrder:Insufficient funds', 'EOrder:Something new')).toBe('unknown')
  expect(meant('EOrder:Insufficient funds', 'EGeneral:Invalid arguments:cl_ord_id not unique')).toBe('duplicate')
  expect(meant('WOrder:Something', 'EOrder:Insufficient funds')).toBe('refused')
  expect(meant('WOrder:Something')).toBe('unknown')
  expect(meant('EOrder:Insufficient funds', '')).toBe('unknown')
  expect(meaningOf('kraken', 200, { error: ['WOrder:Odd'], result: { txid: ['O-1'] } })).toBe('acknowledged')
})

test('of OKX the row of the order counts, with or without a sub-code, and of two rows none', () => {
  const meant = (body: unknown) => meaningOf('okx', 200, body)
  expect(meant({ code: '1', msg: '', data: [{ sCode: '51008_1000', sMsg: 'Order failed.' }] })).toBe('refused')
  expect(meant({ code: '0', msg: '', data: [{ sCode: '51008', sMsg: 'Order failed.' }] })).toBe('refused')
  expect(meant({ code: '50011', msg: 'Rate limit reached.', data: [] })).toBe('refused')
  expect(meant({ code: '1', msg: 'Operation failed.', data: [] })).toBe('unknown')
  expect(meant({ code: '2', msg: 'Partly', data: [{ sCode: '51008' }, { sCode: '0', ordId: '1' }] })).toBe('unknown')
  expect(meant({ code: '0', msg: '', data: [{ sCode: '0', ordId: '1' }, { sCode: '51008' }] })).toBe('unknown')
  expect(meaningOf('okx', 400, { code: '51000', msg: 'Parameter sz error', data: [] })).toBe('refused')
  expect(meaningOf('okx', 400, { code: '51000', msg: 'Parameter clOrdId error', data: [] })).toBe('duplicate')
})

test('the shape decides at Coinbase, but for words that say otherwise', () => {
  const meant = (failed: unknown, more: object = { success: false }) =>
    meaningOf('coinbase', 200, { ...more, error_response: failed })
  const reason = 'A_REASON_OF_TOMORROW'
  for (const field of ['error', 'preview_failure_reason', 'new_order_failure_reason']) {
    expect(meant({ [field]: reason })).toBe('refused')
    // Without the shape it is only a code that nobody knows.
    expect([meant({ [field]: reason }, {}), meant({ [field]: reason }, { success: 'false' })]).toEqual([
      'unknown',
      'unknown',
    ])
    expect(meant({ [field]: 'DUPLICATE_CLIENT_ORDER_ID' })).toBe('duplicate')
    expect(meant({ [field]: 'UNKNOWN_FAILURE_REASON' })).toBe('unknown')
  }
  expect(meant({ error: 'UNKNOWN_FAILURE_REASON', preview_failure_reason: 'PREVIEW_INSUFFICIENT_FUND' })).toBe(
    'refused',
  )
  expect(meant({ message: 'Too many decimals in order price' })).toBe('refused')
  expect(meant({ message: 'The request timed out' })).toBe('unknown')
  expect(meant({ error: reason, error_details: 'It may have been placed' })).toBe('unknown')
  expect(meant({ error: 'INSUFFICIENT_FUND', message: 'It may have been placed' })).toBe('unknown')
  expect([meant({}), meant(null), meant('words')]).toEqual(['unknown', 'unknown', 'unknown'])
  expect(meaningOf('coinbase', 200, { success: false, failure_reason: 'INSUFFICIENT_FUND' })).toBe('refused')
  expect(meaningOf('coinbase', 500, { success: false, error_response: { error: reason } })).toBe('unknown')
  expect(meant({ error: reason }, { success: true, success_response: { order_id: 'c-1' } })).toBe('acknowledged')
})

test.each([
  'Request timed out.',
  'Timeout waiting for response',
  'Time-out',
  'The order may have been placed',
  'It might already have gone through',
  'execution status unknown',
  'Unknown status',
  'The order is being processed',
  'Submitted to the system for processing!',
  'This does not mean that the request was successful or failed',
  'Please check the order status',
  'please check the request result',
])('no code refuses under the words "%s"', (words) => {
  expect(meaningOf('okx', 200, { code: '1', data: [{ sCode: '51008', sMsg: words }] })).toBe('unknown')
  expect(meaningOf('binance', 400, { code: -2015, msg: words })).toBe('unknown')
  expect(meaningOf('bybit', 200, { retCode: 10002, retMsg: words })).toBe('unknown')
})

test('the words of ordinary refusals leave nothing open', () => {
  const ordinary = [
    'Parameter timeInForce error',
    'Account may not place orders',
    'Order price is out of the limit',
    'words',
  ]
  for (const sMsg of ordinary)
    expect(meaningOf('okx', 200, { code: '1', data: [{ sCode: '51008', sMsg }] })).toBe('refused')
})

test('of the messages of Binance’s engine those of an order refuse it under both of its codes', () => {
  const named = BINANCE_ANSWERS.rows.filter(({ code }) => code === '-1010')
  expect(named.length).toBe(41)
  for (const { words, meaning } of named) {
    const under = (code: number) => meaningOf('binance', 400, { code, msg: `${words}.` })
    expect([words, under(-1010)]).toEqual([words, proves(meaning)])
    // Under the code of a rejected new order every message but a known key refuses.
    expect([words, under(-2010)]).toEqual([words, meaning === 'duplicate' ? 'duplicate' : 'refused'])
  }
  expect(meaningOf('binance', 400, { code: -1010, msg: 'Something new.' })).toBe('unknown')
  expect(meaningOf('binance', 400, { code: -1010, msg: 'Market is closed. Or not.' })).toBe('unknown')
})
