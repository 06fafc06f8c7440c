// Parcl: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const parcl: CatalogEntry = {
  id: 'parcl',
  snapshot: {
    rank: 4,
    name: 'Parcl',
    ticker: null,
    what: 'derivatives market on city real-estate indices, long or short without owning property',
    narratives: ['real estate', 'RWA', 'derivatives'],
    narrativesStated: false,
    score: {
      kind: 'fundamental',
      value: 77,
    },
    comparable: 'Helium',
    competitors: [],
    backers: [],
    why: ['staying power', 'able to survive bear markets, as the article says Synthetix did'],
    airdrop: 'confirmed',
    asPublished: {},
  },
  facts: [
    {
      fact: 'claim opened 12:59 UTC, exchange trading 13:00 UTC; 80 million, 8%, airdropped',
      source: 'parcl.co blog 2024-04-15',
      date: '2024-04-16',
      stage: 'listed',
      venue: null,
      instrument: 'spot',
      ticker: 'PRCL',
      airdrop: 'happened',
    },
  ],
  contracts: [
    {
      chain: 'solana',
      address: '4LLbsb5ReP3yEtYzmXewyGjcir5uXtKFURtaEUVC2AHs',
      source: 'the token that public registries of Parcl’s protocol name, and token lists that name PRCL, Parcl',
      date: '2026-11-30',
    },
  ],
  site: { url: 'https://parcl.co/', source: 'parcl.co blog 2024-04-15', asOf: '2024-04-15' },
}
