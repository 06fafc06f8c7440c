// The ticket says each broken limit once.

import { expect, test } from 'vitest'
import { noticesOf } from '../../../../renderer/state/ticket/preview-notices.ts'
import type { Preview } from '../../../../shared/order.ts'
import type { Breach } from '../../../../shared/portfolio.ts'
import { asText } from '../../../../shared/reasons/reason.ts'

const PROJECT: Breach = { rule: 'project', limit: '0.05', share: '0.06', level: 'block', coinId: 'peaq' }
const BROKEN = { code: 'RULE_BREACH', reason: asText('This order breaks your project limit.') } as const
const SHORT = { code: 'INSUFFICIENT_FUNDS', reason: asText('This order needs more.') } as const
const UNKNOWN = { code: 'SHARE_UNKNOWN', reason: asText('The share cannot be computed.') } as const

function preview(patch: Pick<Preview, 'breaches' | 'problems'>): Preview {
  return {
    price: null,
    amount: '1',
    value: '1',
    fee: '0',
    total: '1',
    reserved: null,
    free: { base: null, quote: null },
    warnings: [],
    shareBefore: '0',
    shareAfter: '0.06',
    unpriced: [],
    atCost: [],
    estimate: null,
    largestAllowed: '500',
    ...patch,
  }
}

test('a limit that stops the order is said as a limit, and not again as a refusal', () => {
  const notices = noticesOf(preview({ breaches: [PROJECT], problems: [BROKEN, SHORT] }), {
    overridden: false,
    farAccepted: false,
  })
  expect(notices.breaches).toEqual([{ breach: PROJECT, effect: 'stops' }])
  expect(notices).toMatchObject({ refused: true, problems: [SHORT], overridable: true })
})

test('an override lifts the limit and leaves the other reasons', () => {
  const both = preview({ breaches: [PROJECT], problems: [BROKEN, SHORT] })
  expect(noticesOf(both, { overridden: true, farAccepted: false })).toMatchObject({
    refused: true,
    problems: [SHORT],
    breaches: [{ effect: 'overridden' }],
  })
  const alone = preview({ breaches: [PROJECT], problems: [BROKEN] })
  expect(noticesOf(alone, { overridden: true, farAccepted: false })).toMatchObject({
    refused: false,
    problems: [],
    overridable: true,
  })
})

test('a limit that warns, or that a sale leaves broken, stops nothing', () => {
  const warning: Breach = { ...PROJECT, level: 'warn' }
  expect(
    noticesOf(preview({ breaches: [warning], problems: [] }), { overridden: false, farAccepted: false }),
  ).toMatchObject({
    refused: false,
    overridable: false,
    breaches: [{ effect: 'warns' }],
  })
  expect(
    noticesOf(preview({ breaches: [PROJECT], problems: [] }), { overridden: false, farAccepted: false }).breaches[0]
      ?.effect,
  ).toBe('warns')
})

test('a refusal that no limit says already stays', () => {
  expect(
    noticesOf(preview({ breaches: [], problems: [BROKEN] }), { overridden: false, farAccepted: false }).problems,
  ).toEqual([BROKEN])
  const unknown = preview({ breaches: [], problems: [UNKNOWN] })
  expect(noticesOf(unknown, { overridden: false, farAccepted: false })).toMatchObject({
    refused: true,
    problems: [UNKNOWN],
    overridable: true,
  })
  expect(noticesOf(unknown, { overridden: true, farAccepted: false })).toMatchObject({ refused: false, problems: [] })
})
