// Lurk: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const lurk: CatalogEntry = {
  id: 'lurk',
  snapshot: {
    rank: 10,
    name: 'Lurk',
    ticker: null,
    what: 'ZK compute platform with a language for private, formally verifiable applications',
    narratives: ['ZK', 'formal verification'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 87,
    },
    comparable: 'Cardano',
    competitors: ['Cardano', 'RISC Zero', 'Polyhedra'],
    backers: [],
    why: ['formally verifies ZK proofs'],
    airdrop: 'probable',
    asPublished: {
      'RISC Zero': 'Risk Zero',
      Polyhedra: 'PeliHedra',
    },
  },
  facts: [
    {
      fact: 'Lurk Lab became Argument Computer Corporation; no token found',
      source: 'github argumentcomputer/lurk',
      date: null,
      stage: 'unknown',
    },
  ],
}
