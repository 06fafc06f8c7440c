// Nimble: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const nimble: CatalogEntry = {
  id: 'nimble',
  snapshot: {
    rank: 11,
    name: 'Nimble',
    ticker: null,
    what: 'decentralised, composable AI models and data for developers',
    narratives: ['AI'],
    narrativesStated: false,
    score: {
      kind: 'tech',
      value: 87,
    },
    comparable: 'Render',
    competitors: ['Bittensor', 'Fetch'],
    team: ['Google', 'Facebook', 'Apple', 'Uber'],
    backers: [],
    why: ['team with machine-learning expertise'],
    airdrop: 'probable',
    asPublished: {
      Bittensor: 'BitTensor',
    },
  },
  facts: [
    {
      fact: 'its documentation prices in NIM, which at exchanges is Nimiq; no listing found',
      source: 'docs.nimble.technology',
      date: null,
      stage: 'unknown',
      claimedTicker: 'NIM',
    },
  ],
  site: { url: 'https://docs.nimble.technology/', source: 'docs.nimble.technology', asOf: '2026-11-23' },
}
