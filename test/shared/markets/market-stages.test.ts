// What may be ordered at which stage of a market: the whole table, and what is left where several say less.

import { describe, expect, test } from 'vitest'
import { common, MARKET_STAGES, offerFor } from '../../../shared/markets/market-stages.ts'
import { offerAt } from '../../../shared/markets/venue-offers.ts'

const BOTH = ['buy', 'sell']

describe('what a stage takes', () => {
  test.each(['announced', 'pre-launch', 'cancel-only', 'halted', 'delisted', 'unknown'] as const)(
    '%s: nothing',
    (stage) => {
      expect(offerAt(stage, 'binance')).toEqual({ orderTypes: [], timesInForce: [], sides: [] })
    },
  )

  test('trading and delisting: everything, on both sides', () => {
    for (const stage of ['trading', 'delisting'] as const) {
      expect(offerAt(stage, 'kraken').orderTypes).toEqual(['market', 'limit', 'stop-limit'])
      expect(offerAt(stage, 'kraken').sides).toEqual(BOTH)
    }
  })

  test('the restricted ones: limit orders, of these times in force', () => {
    expect(offerAt('post-only', 'kraken')).toEqual({ orderTypes: ['limit'], timesInForce: ['post-only'], sides: BOTH })
    expect(offerAt('limit-only', 'kraken').timesInForce).toEqual(['gtc', 'ioc', 'post-only'])
    expect(offerAt('auction', 'practice').timesInForce).toEqual(['gtc', 'post-only'])
  })

  test('no auction takes an order that cannot wait, and Coinbase none that is post-only', () => {
    for (const venue of ['practice', 'okx', 'coinbase', 'bybit', 'binance']) {
      expect(offerAt('auction', venue).timesInForce).not.toContain('ioc')
      expect(offerAt('auction', venue).orderTypes).not.toContain('market')
    }
    expect(offerAt('auction', 'coinbase').timesInForce).toEqual(['gtc'])
    expect(offerAt('auction', 'binance').orderTypes).toEqual([])
  })
})

describe('several that each say less', () => {
  test('leave what all of them take', () => {
    const offer = common(
      offerAt('trading', 'binance'),
      { orderTypes: ['limit'], timesInForce: ['gtc'] },
      { sides: ['sell'] },
    )
    expect(offer).toEqual({ orderTypes: ['limit'], timesInForce: ['gtc'], sides: ['sell'] })
    expect(offerFor(offer, 'buy').orderTypes).toEqual([])
    expect(offerFor(offer, 'sell').orderTypes).toEqual(['limit'])
  })

  test('leave no limit order where no time in force is left', () => {
    const offer = common(offerAt('post-only', 'kraken'), { timesInForce: ['gtc', 'ioc'] })
    expect(offer).toEqual({ orderTypes: [], timesInForce: [], sides: [] })
  })

  test('never leave more than one of them', () => {
    for (const stage of MARKET_STAGES) {
      for (const other of MARKET_STAGES) {
        const offer = common(offerAt(stage, 'okx'), offerAt(other, 'okx'))
        expect(offerAt(stage, 'okx').orderTypes).toEqual(expect.arrayContaining([...offer.orderTypes]))
        expect(offerAt(other, 'okx').timesInForce).toEqual(expect.arrayContaining([...offer.timesInForce]))
      }
    }
  })
})
