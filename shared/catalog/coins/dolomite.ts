// Dolomite: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const dolomite: CatalogEntry = {
  id: 'dolomite',
  snapshot: {
    rank: 7,
    name: 'Dolomite',
    ticker: null,
    what: 'DEX and lending protocol in one, capital-efficient and modular, on Arbitrum',
    narratives: ['DeFi', 'DEX', 'lending', 'Arbitrum'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 85,
    },
    comparable: 'dYdX',
    competitors: ['dYdX', 'Synthetix', 'GMX'],
    backers: [
      {
        name: 'Coinbase Ventures',
        role: 'backer',
      },
    ],
    why: ['capital efficiency', 'DEX and lending together'],
    airdrop: 'confirmed',
    asPublished: {},
  },
  facts: [
    {
      fact: 'HODLer airdrop 33 and spot listing; 1 billion supply, 20% airdrop',
      source: 'Binance Square 2025',
      date: '2025',
      stage: 'listed',
      venue: 'binance',
      instrument: 'spot',
      ticker: 'DOLO',
      airdrop: 'happened',
    },
  ],
  contracts: [
    {
      chain: 'ethereum',
      address: '0x0F81001eF0A83ecCE5ccebf63EB302c70a39a654',
      source: 'addresses of DOLO in Dolomite’s contract modules, and public token lists',
      date: '2026-11-30',
    },
    {
      chain: 'berachain',
      address: '0x0F81001eF0A83ecCE5ccebf63EB302c70a39a654',
      source: 'addresses of DOLO in Dolomite’s contract modules, and public token lists',
      date: '2026-11-30',
    },
  ],
}
