// A public list in its parts: each market of it once.

import { expect, it } from 'vitest'
import type { PublicMarket } from '../../../../electron/ports/market-data.ts'
import { createVenueLists, type VenueListParts } from '../../../../electron/services/sources/venue-lists.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

const told = (id: string, market: string, stage: PublicMarket['stage']): PublicMarket => {
  const [base = '', quote = ''] = market.split('/')
  return { id, market, base, quote, stage, opensAt: null, closesAt: null, contracts: null }
}

it('of a market that is told twice the one that trades counts, else the first, in one part or in two', async () => {
  const parts = [
    [told('a', 'TEN/USDT', 'halted'), told('b', 'TEN/USDT', 'trading'), told('c', 'PEAQ/USDT', 'trading')],
    [told('d', 'PEAQ/USDT', 'delisted'), told('e', 'OLA/USDT', 'auction'), told('f', 'OLA/USDT', 'halted')],
    [told('g', 'TEN/USDT', 'trading')],
  ]
  const ask = async (_source: string, _kind: string, { part }: { part: number }) => ({
    ok: true,
    rows: parts[part],
    at: null,
  })
  const lists = createVenueLists({
    ...{ clock: makeAppClock(), partsOf: () => parts.length, store: { row: () => expect.unreachable() } },
    namesContracts: () => false,
    client: { ask, problem: () => null } as unknown as VenueListParts['client'],
  })
  const { markets } = await lists.read('binance')
  expect(markets.map(({ market, stage }) => `${market} ${stage}`)).toEqual([
    ...['TEN/USDT trading', 'PEAQ/USDT trading', 'OLA/USDT auction'],
  ])
  expect((await lists.markets('binance', 60_000))?.map(({ id }) => id)).toEqual(['b', 'c', 'e'])
})
