// Ola: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const ola: CatalogEntry = {
  id: 'ola',
  snapshot: {
    rank: 9,
    name: 'Ola',
    ticker: null,
    what: 'ZK virtual machine for private computation',
    narratives: ['ZK', 'privacy', 'virtual machine'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 87,
    },
    comparable: 'Phantom',
    comparableNote: 'as published; the article describes it as GPU computing for AI',
    competitors: ['Aleo', 'Aztec', 'TEN'],
    team: ['Qtum'],
    backers: [],
    why: ['strong team with former Qtum members'],
    airdrop: 'probable',
    asPublished: {
      Aleo: 'Elio',
    },
  },
  facts: [
    {
      fact: 'no listing found; price pages for OLA belong to other coins',
      source: 'search of public pages, 2026-11',
      date: null,
      stage: 'unknown',
    },
  ],
}
