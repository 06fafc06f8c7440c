// What the checks of the messages find in a refusal: each of these was let pass once, or may look as if it should be.

import { expect, it } from 'vitest'
import { asText, nothingSent, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { faultOfRefusal } from './answer-checks.ts'

const NUMBER = '7391824242'
const refusal = (why: Parameters<typeof nothingSent>[0]) => ({
  ...new AppError('NOT_ALLOWED', why).toValue(),
  message: 'No.',
})
const faultOf = (error: unknown) => faultOfRefusal(error, { said: 'tell nobody', number: NUMBER }, new Set())

it.each([
  ['a number in a text, as a mark', asText(NUMBER), /a mark/],
  ['the input in a text', asText('You said: tell nobody'), /the input/],
  ['the input in one text of several', reason('SEVERAL_MARKETS', { markets: ['A/B', 'tell nobody'] }), /the input/],
  ['the input in a reason within', nothingSent(asText('tell nobody')), /the input/],
])('%s is found', (_what, why, fault) => {
  expect(faultOf(refusal(why))).toMatch(fault)
})

it('takes no reason that is none of ours', () => {
  const bare = { code: 'NOT_ALLOWED', message: 'No.', reason: { code: 'NO_SUCH_CODE', params: {} } }
  expect(faultOf(bare)).toMatch(/none of ours/)
  expect(faultOf({ ...bare, reason: { code: 'CLICK_OFF', params: { more: 'tell nobody' } } })).toMatch(/none of ours/)
})

it('takes a price beside another one for what it is', () => {
  expect(faultOf(refusal(reason('CLICK_PRICE_MOVED', { seen: NUMBER, now: '2' })))).toBeNull()
})

it('takes the exchange that a key is for as a word of ours, and no other', () => {
  const fault = (venue: string) =>
    refusal(reason('KEY_FAULT', { venue, field: 'apiSecret', reason: 'character', position: 7 }))
  expect(faultOfRefusal(fault('binance'), { venue: 'binance' }, new Set())).toBeNull()
  expect(faultOfRefusal(fault('somewhere'), { venue: 'somewhere' }, new Set())).toMatch(/the input/)
})
