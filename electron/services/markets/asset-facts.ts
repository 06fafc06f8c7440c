// What public lists and the trader's plans say of an exchange's assets, for whoever asks which coin one is.

import type { ListingStore } from '../../ports/listings.ts'
import type { AssetFacts } from './asset-matches.ts'

/** Reads both from what is kept; each once until it is changed. */
export function assetFacts(store: Pick<ListingStore, 'rows' | 'plans' | 'changed'>): AssetFacts {
  let at = -1
  let contracts = new Map<string, readonly string[]>()
  let planned = new Map<string, string[]>()
  const keyOf = (venue: string, asset: string) => JSON.stringify([venue, asset])
  const renew = () => {
    const now = store.changed()
    if (now === at) return
    at = now
    contracts = new Map()
    // Each market of an asset has the same ones; one of them may tell none. What is delisted tells those of before: the name may
    // be another token's by now.
    const rows = store.rows().toSorted((a, b) => Number(b.stage === 'delisted') - Number(a.stage === 'delisted'))
    for (const { venue, base, contracts: told } of rows) {
      if (told.length > 0) contracts.set(keyOf(venue, base), told)
    }
    planned = new Map()
    for (const { venue, market, coinId } of store.plans()) {
      const key = keyOf(venue, market.split('/')[0] ?? '')
      planned.set(key, [...(planned.get(key) ?? []), coinId])
    }
  }
  return {
    contractsOf: (venue, asset) => {
      renew()
      return contracts.get(keyOf(venue, asset)) ?? []
    },
    plannedAs: (venue, asset) => {
      renew()
      return planned.get(keyOf(venue, asset)) ?? []
    },
    changed: store.changed,
  }
}
