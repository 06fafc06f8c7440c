// TEN: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const ten: CatalogEntry = {
  id: 'ten',
  snapshot: {
    rank: 12,
    name: 'TEN',
    formerly: 'Obscuro',
    ticker: null,
    what: 'layer 2 rollup that encrypts Ethereum transactions',
    narratives: ['layer 2', 'privacy'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 89,
    },
    comparable: 'Algorand',
    competitors: ['Aztec', 'Aleo', 'Ola', 'Secret Network', 'Railgun'],
    team: ['R3', 'Corda'],
    backers: [],
    why: ['enterprise blockchain background'],
    launchHint: 'Q2 (year not stated)',
    airdrop: 'confirmed',
    asPublished: {
      Aleo: 'Alio',
      Corda: 'Koda',
    },
  },
  facts: [
    {
      fact: 'listing price 0.08 USD, high 0.1166 on day one, down 80% within minutes; low 0.0051 on 2025-12-25',
      source: "founders' apology 2025-11-28; price pages 2026-02",
      date: '2025-11-27',
      stage: 'listed',
      venue: null,
      instrument: 'spot',
      ticker: 'TEN',
      airdrop: 'happened',
    },
  ],
}
