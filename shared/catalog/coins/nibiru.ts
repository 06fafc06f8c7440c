// Nibiru: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const nibiru: CatalogEntry = {
  id: 'nibiru',
  snapshot: {
    rank: 5,
    name: 'Nibiru',
    ticker: null,
    what: 'proof-of-stake layer 1 in the Cosmos ecosystem for DeFi and real-world assets',
    narratives: ['layer 1', 'DeFi', 'RWA', 'Cosmos'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 81,
    },
    comparable: 'Injective',
    competitors: ['Solana', 'Sei', 'Injective', 'Neutron', 'Archway'],
    backers: [],
    why: ['higher tech score than Neutron, then valued at 1.5 billion USD'],
    airdrop: 'confirmed',
    asPublished: {
      Sei: 'Sey',
    },
  },
  facts: [
    {
      fact: "NIBIUSDT is used by the project's own price feed; maximum supply 1.5 billion NIBI",
      source: 'Nibiru documentation',
      date: null,
      stage: 'listed',
      venue: 'bybit',
      instrument: 'spot',
      ticker: 'NIBI',
    },
  ],
}
