// Grvt: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const gravity: CatalogEntry = {
  id: 'gravity',
  snapshot: {
    rank: 1,
    name: 'Grvt',
    aliases: ['Gravity'],
    ticker: 'GRVT',
    tickerCollisions: ['Gravity (G), the token of Galxe'],
    what: 'hybrid exchange on ZKsync joining decentralised and centralised finance, self-custody, low fees',
    narratives: ['ZKsync', 'DeFi', 'DEX'],
    narrativesStated: true,
    score: null,
    comparable: 'GMX',
    competitors: [],
    backers: [
      {
        name: 'QCP',
        role: 'market maker',
      },
      {
        name: 'Susquehanna',
        role: 'market maker',
      },
      {
        name: 'Delphi Digital',
        role: 'market maker',
      },
    ],
    why: ['strong list of institutional market makers'],
    airdrop: 'confirmed',
    asPublished: {
      Grvt: 'Gravity (GRVT)',
      ZKsync: 'ZK Sync',
      'Delphi Digital': 'Dolphy Digital',
      Susquehanna: 'Susquehanna Group',
    },
  },
  facts: [
    {
      fact: 'perpetual GRVTUSDT opened, onboard date 12:45 UTC; a spot venue was not verified',
      source: 'public exchange-info copies, August 2026',
      date: '2026-07-31',
      stage: 'listed',
      venue: 'binance-usdm',
      instrument: 'perpetual',
      ticker: 'GRVT',
    },
    {
      fact: 'points programme; 18% of supply for the second airdrop season',
      source: 'grvt.io blog',
      date: null,
      stage: null,
      airdrop: 'ongoing-or-ended',
    },
  ],
  site: { url: 'https://grvt.io/', source: 'grvt.io blog', asOf: '2026-11-23' },
}
