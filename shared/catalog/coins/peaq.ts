// peaq: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const peaq: CatalogEntry = {
  id: 'peaq',
  snapshot: {
    rank: 14,
    name: 'peaq',
    ticker: null,
    what: 'layer 1 for real-world applications, DePIN above all',
    narratives: ['layer 1', 'DePIN'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 89,
    },
    comparable: 'Solana',
    competitors: ['Solana', 'IoTeX'],
    backers: [
      {
        name: 'Tesla',
        role: 'support, as published',
      },
      {
        name: 'Sony',
        role: 'support, as published',
      },
      {
        name: 'Bosch',
        role: 'support, as published',
      },
      {
        name: 'Jaguar',
        role: 'support, as published',
      },
    ],
    why: ['growing ecosystem', 'support of large companies'],
    airdrop: 'confirmed',
    asPublished: {
      DePIN: 'Deepin',
    },
  },
  facts: [
    {
      fact: 'token generation 2024-11-12; 4.2 billion genesis supply; also listed on Gate, MEXC, Bitget, Kraken, BitMart',
      source: 'tokenomics pages 2024-11',
      date: '2024-11-12',
      stage: 'listed',
      venue: 'kucoin',
      instrument: 'spot',
      ticker: 'PEAQ',
      airdrop: 'happened',
    },
  ],
}
