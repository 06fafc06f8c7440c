// Nillion: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const nillion: CatalogEntry = {
  id: 'nillion',
  snapshot: {
    rank: 2,
    name: 'Nillion',
    ticker: null,
    what: 'blind computer for decentralised trust: sharing secure data storage, and privacy for AI, DePIN and IoT',
    narratives: ['computing', 'privacy', 'AI', 'DePIN'],
    narrativesStated: true,
    score: {
      kind: 'tech',
      value: 77,
    },
    comparable: 'Chainlink',
    competitors: ['Chainlink', 'Render', 'Ocean', 'Marlin'],
    team: ['Google', 'Facebook', 'Apple', 'Uber'],
    backers: [],
    why: ['technical depth', 'team from large technology companies'],
    airdrop: 'probable',
    asPublished: {
      DePIN: 'Deepin',
    },
  },
  facts: [
    {
      fact: 'Launchpool 65, mined 21 to 24 March 2025; 195.15 million in initial circulation; eligibility checker published',
      source: 'odaily 2025-03-12; Binance announcements',
      date: '2025-03-24',
      stage: 'listed',
      venue: 'binance',
      instrument: 'spot',
      ticker: 'NIL',
      airdrop: 'happened',
    },
  ],
  contracts: [
    {
      chain: 'ethereum',
      address: '0x7Cf9a80db3B29eE8efE3710AadB7b95270572d47',
      source: 'documentation of Nillion, its bridge to Ethereum, and public token lists',
      date: '2026-11-30',
    },
  ],
  site: { url: 'https://nillion.com/', source: 'MiCA paper on nillion.com', asOf: '2026-11-23' },
}
