// Dojima Network: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const dojima: CatalogEntry = {
  id: 'dojima',
  snapshot: {
    rank: 13,
    name: 'Dojima Network',
    ticker: null,
    what: 'omnichain layer 1 for Web3, DeFi, NFTs and gaming',
    narratives: ['layer 1', 'omnichain'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 89,
    },
    comparable: 'Polygon',
    competitors: ['ZetaChain', 'Polkadot', 'Cosmos'],
    backers: [],
    why: ['under the radar, early entry possible'],
    airdrop: 'confirmed',
    asPublished: {
      Polkadot: 'Pokedat',
    },
  },
  facts: [
    {
      fact: 'only SDK packages found',
      source: 'search of public pages, 2026-11',
      date: null,
      stage: 'unknown',
    },
  ],
}
