// The judgement over the lists of the venues: which answer to a placing is an acceptance, a refusal, or nothing.

import { expect, it } from 'vitest'
import type { Answer } from '../../../../electron/ports/system.ts'
import { judgePlacing } from '../../../../electron/services/orders/answers.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { outgoing } from '../../../support/questions.ts'

const SENT = outgoing('a'.repeat(32))
const BINANCE = recordOf('binance')
const answered = (status: number, code: string | null, message = 'words', orderId: string | null = null): Answer => ({
  phase: 'answered',
  status,
  code,
  message,
  order: null,
  orderId,
  buried: false,
})

it('acknowledges an id that comes with a success, and with no other status or beside a code', () => {
  for (const status of [200, 201, 299]) {
    expect(judgePlacing(answered(status, null, '', '7'), SENT, BINANCE)).toEqual({ kind: 'acknowledged', orderId: '7' })
  }
  for (const status of [100, 199, 300, 302, 400, 429, 500]) {
    expect(judgePlacing(answered(status, null, '', '7'), SENT, BINANCE).kind).toBe('unknown')
  }
  expect(judgePlacing(answered(200, '-1', '', '7'), SENT, BINANCE).kind).toBe('unknown')
  expect(judgePlacing(answered(200, null), SENT, BINANCE).kind).toBe('unknown')
})

it('tells an order that was refused from a key and a clock that were', () => {
  const because = (code: string, message = 'words') => {
    const verdict = judgePlacing(answered(400, code, message), SENT, BINANCE)
    return verdict.kind === 'refused' ? verdict.because : verdict.kind
  }
  expect([because('-1013'), because('-2010', 'insufficient balance'), because('-1021'), because('-2015')]).toEqual([
    'order',
    'order',
    'clock',
    'key',
  ])
  expect(because('-9999')).toBe('unknown')
})

it('believes a refusal only from a server that did not fail and did not send us elsewhere', () => {
  for (const status of [200, 299, 400, 401, 418, 429, 499]) {
    expect([status, judgePlacing(answered(status, '-1013'), SENT, BINANCE).kind]).toEqual([status, 'refused'])
  }
  for (const status of [100, 199, 300, 302, 399, 500, 502, 503, 599]) {
    expect([status, judgePlacing(answered(status, '-1013'), SENT, BINANCE).kind]).toEqual([status, 'unknown'])
  }
})

it('takes a known key for an order that may be there, never for a failure', () => {
  const verdict = judgePlacing(answered(400, '-2010', 'Duplicate order sent.'), SENT, BINANCE)
  expect(verdict).toEqual({ kind: 'unknown', detail: reason('KEY_KNOWN_THERE') })
})
