// The six meanings of "not trading yet": what a market's stage means, and what an exchange offers in general.

import { describe, expect, it, test } from 'vitest'
import { MARKET_STAGES } from '../../../shared/markets/market-stages.ts'
import { MEANINGS } from '../../../shared/markets/meanings.ts'
import { MEANING_FACTS, meaningOf, notTradingYet } from '../../../shared/markets/not-trading-yet.ts'
import { VENUES } from '../../../shared/venues/list.ts'

test.each([
  ['TEN/USDT', 'auction', 'call-auction'],
  ['TEN/USDT', 'pre-launch', null],
  ['TEN/USDT', 'trading', null],
  ['TEN/USDT:USDT', 'pre-launch', 'pre-market-perpetual'],
  ['TEN/USDT:USDT', 'auction', 'pre-market-perpetual'],
  ['TEN/USDT:USDT', 'trading', null],
] as const)('%s in %s means %s', (market, stage, meaning) => {
  expect(meaningOf({ market, stage })).toBe(meaning)
})

describe('of a coin at the trader’s exchanges', () => {
  it('what a list shows stands first, with its market and opening; the same is not offered again in general', () => {
    const seen = { venue: 'kucoin', market: 'TEN/USDT', stage: 'auction', opensAt: '2026-11-27T10:00:00.000Z' } as const
    const rows = notTradingYet(['kucoin', 'bybit', 'kraken'], [seen])
    expect(rows.map(({ meaning, venue, market }) => [meaning, venue, market])).toEqual([
      ['call-auction', 'kucoin', 'TEN/USDT'],
      ['otc-pre-market', 'bybit', null],
      ['pre-market-perpetual', 'bybit', null],
      ['on-chain-otc', null, null],
      ['staged', null, null],
    ])
    expect(rows[0]).toMatchObject({ here: 'order', opensAt: seen.opensAt })
  })

  it('only what is staged binds nobody, and nothing pretends that a spot order was placed', () => {
    for (const stage of MARKET_STAGES) {
      const rows = notTradingYet(
        VENUES.map(({ id }) => id),
        [{ venue: 'okx', market: 'A/USDT', stage, opensAt: null }],
      )
      const orders = rows.filter(({ here, market }) => here === 'order' && market !== null)
      expect(orders.length).toBe(stage === 'auction' ? 1 : 0)
      for (const { meaning, what, costs, binds } of rows) {
        expect([what, costs, binds].map(({ params }) => params)).toEqual(Array(3).fill({ meaning }))
      }
    }
    expect(MEANINGS.filter((meaning) => MEANING_FACTS[meaning].undo === 'until-sent')).toEqual(['staged'])
  })

  it('every meaning is somewhere: at an exchange of the list, elsewhere by name, or here', () => {
    const all = notTradingYet(
      VENUES.map(({ id }) => id),
      [],
    )
    expect(new Set(all.map(({ meaning }) => meaning))).toEqual(new Set(MEANINGS))
    expect(all.filter(({ venue }) => venue === 'kraken')).toEqual([])
  })
})
