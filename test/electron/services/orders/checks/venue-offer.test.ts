// What is offered where: at an exchange that is not written down only what its request says by itself.

import { expect, test } from 'vitest'
import { offerProblems } from '../../../../../electron/services/orders/checks/venue-offer.ts'
import type { Refusal } from '../../../../../shared/order.ts'
import { type ReasonParams, reason } from '../../../../../shared/reasons/reason.ts'
import { recordOf } from '../../../../../shared/venues/records.ts'

const MARKET = {}
const LIMIT = { price: '2' }
const IOC = { price: '2', timeInForce: 'ioc' } as const
const STOP = { price: '2', stopPrice: '1.9' }

const said = (venue: string) => [MARKET, LIMIT, IOC, STOP].map((order) => offerProblems(recordOf(venue), order))

const yes: Refusal[] = []
const no = (what: ReasonParams<'NOT_PLACED_HERE'>['what']): Refusal[] => [
  { code: 'NOT_ALLOWED', reason: reason('NOT_PLACED_HERE', { what }) },
]

test('of a kind that has a recorded meaning, and of no other', () => {
  expect(said('binance')).toEqual([yes, yes, yes, yes])
  expect(said('okx')).toEqual([yes, yes, yes, no('stop-limit')])
  expect(said('mexc')).toEqual([yes, yes, no('ioc'), no('stop-limit')])
  for (const venue of ['bitget', 'kucoin', 'elsewhere']) {
    expect(said(venue), venue).toEqual([no('market'), yes, no('ioc'), no('stop-limit')])
  }
  expect(said('gate')).toEqual([no('market'), yes, yes, no('stop-limit')])
  expect(said('grvt')).toEqual(Array(4).fill(no('orders')))
})
