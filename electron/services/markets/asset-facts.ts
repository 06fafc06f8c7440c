// What public lists and the trader's plans say of an exchange's assets, for whoever asks which coin one is.

import type { ListingStore } from '../../ports/listings.ts'
import type { AssetFacts } from './asset-matches.ts'

/** Reads both from what is kept; each once until it is changed. */
export function assetFacts(store: Pick<ListingStore, 'rows' | 'plans' | 'changed'>): AssetFacts {
  let at = -1
  let contracts = new Map<string, string | null>()
  let planned = new Map<string, string[]>()
  const keyOf = (venue: string, asset: string) => JSON.stringify([venue, asset])
  const renew = () => {
    const now = store.changed()
    if (now === at) return
    at = now
    contracts = new Map()
    for (const { venue, base, contract } of store.rows()) {
      // Each market of an asset has the same contract; one of them may tell none.
      if (contract !== null) contracts.set(keyOf(venue, base), contract)
    }
    planned = new Map()
    for (const { venue, market, coinId } of store.plans()) {
      const key = keyOf(venue, market.split('/')[0] ?? '')
      planned.set(key, [...(planned.get(key) ?? []), coinId])
    }
  }
  return {
    contractOf: (venue, asset) => {
      renew()
      return contracts.get(keyOf(venue, asset)) ?? null
    },
    plannedAs: (venue, asset) => {
      renew()
      return planned.get(keyOf(venue, asset)) ?? []
    },
    changed: store.changed,
  }
}
