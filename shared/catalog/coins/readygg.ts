// ReadyGG: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const readygg: CatalogEntry = {
  id: 'readygg',
  snapshot: {
    rank: 6,
    name: 'ReadyGG',
    aliases: ['Ready'],
    ticker: null,
    what: 'tools and an SDK that bring Web2 games into Web3',
    narratives: ['gaming', 'developer tools'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 81,
    },
    comparable: 'Immutable X',
    competitors: ['GameSwift', 'Immutable X'],
    backers: [],
    why: ['strong business development', 'rapid onboarding of studios'],
    airdrop: 'probable',
    asPublished: {
      GameSwift: 'Gainswift',
      ReadyGG: 'Ready or ReadyGG',
    },
  },
  facts: [
    {
      fact: 'token generation was planned for Q2 2024; no exchange found',
      source: 'ReadyGG gitbook',
      date: null,
      stage: 'unknown',
      claimedTicker: 'RDYX',
    },
  ],
}
