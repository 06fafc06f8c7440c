// The listings in a coin's detail as they are drawn: only this coin's, whatever else the store holds.

import { beforeEach, expect, test } from 'vitest'
import { CoinListings } from '../../../../renderer/features/listings/coin/CoinListings.tsx'
import { useCoins } from '../../../../renderer/state/coins/coins-store.ts'
import { useListings } from '../../../../renderer/state/listings/listings-store.ts'
import type { Listing } from '../../../../shared/markets/listing.ts'
import { drawn } from '../../fakes/drawn.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

beforeEach(() => void setUpPage())

const aListing = (coinId: string, market: string): Listing => ({
  ...{ coinId, market, venue: 'kraken', accountIds: [], stage: 'trading', opensAt: null, closesAt: null },
  ...{ since: null, seenAt: null, source: 'list', match: 'ticker' },
})

test('a market of another coin is not drawn, so nobody is asked whether it is this one', () => {
  const value = catalogueDetails().find(({ id }) => id === 'peaq') ?? null
  const { detail } = useCoins.getState()
  useCoins.setState({ detail: { ...detail, value } })
  useListings.getState().begin('peaq')
  const rows = [aListing('peaq', 'PEAQ/JPY'), aListing('lurk', 'LURK/USD')]
  useListings.getState().putListings({ value: rows })
  const markup = drawn(<CoinListings coinId="peaq" />)
  expect(markup).toContain('PEAQ/JPY')
  expect(markup).not.toContain('LURK/USD')
  useListings.getState().begin('lurk')
  useListings.getState().putListings({ value: rows })
  expect(drawn(<CoinListings coinId="peaq" />)).not.toContain('PEAQ/JPY')
})
