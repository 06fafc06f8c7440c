// Movement Labs: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const movement: CatalogEntry = {
  id: 'movement',
  snapshot: {
    rank: 8,
    name: 'Movement Labs',
    ticker: null,
    what: 'modular network that brings the Move language to Ethereum and Avalanche layer 2s',
    narratives: ['layer 2', 'Move', 'ZK', 'modular'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 85,
    },
    comparable: 'Stacks',
    competitors: ['Eclipse', 'Ethereum rollups'],
    backers: [],
    why: ['may become a Move-based ZK layer 2 on Ethereum'],
    airdrop: 'confirmed',
    asPublished: {},
  },
  facts: [
    {
      fact: 'launched',
      source: 'press, December 2024',
      date: '2024-12-09',
      stage: 'listed',
      venue: 'binance',
      instrument: 'spot',
      ticker: 'MOVE',
    },
    {
      fact: 'market moved to limit-only',
      source: 'Decrypt 2025-05',
      date: '2025-05-01',
      stage: 'limit-only',
      venue: 'coinbase',
      instrument: 'spot',
      ticker: 'MOVE',
    },
    {
      fact: 'trading suspended after the market-maker affair; other venues went on',
      source: 'Decrypt 2025-05',
      date: '2025-05-15',
      stage: 'delisted',
      venue: 'coinbase',
      instrument: 'spot',
      ticker: 'MOVE',
    },
  ],
  contracts: [
    {
      chain: 'ethereum',
      address: '0x3073f7aAA4DB83f95e9FFf17424F71D4751a3073',
      source: 'deployment scripts of the MOVE token for Ethereum, and public token lists',
      date: '2026-11-30',
    },
  ],
}
