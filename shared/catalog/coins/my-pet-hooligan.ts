// My Pet Hooligan: what was published about it in 2024, and apart from it what was found later.

import type { CatalogEntry } from '../entry.ts'

export const myPetHooligan: CatalogEntry = {
  id: 'my-pet-hooligan',
  snapshot: {
    rank: 3,
    name: 'My Pet Hooligan',
    ticker: null,
    what: 'game of adopting and training digital pets, with fighting and play-to-earn',
    narratives: ['gaming', 'NFT', 'play-to-earn'],
    narrativesStated: false,
    score: {
      kind: 'fundamental',
      value: 77,
    },
    comparable: 'Axie Infinity',
    competitors: [],
    backers: [],
    why: ['over 60 million USD in NFT sales', 'growth of gaming'],
    airdrop: 'confirmed',
    asPublished: {},
  },
  facts: [
    {
      fact: 'KARRAT trades (Ethereum, 1 billion supply; venue not verified); a second token is called HOOLI',
      source: 'nftplaygrounds 2025-08; gate learn 2026-05',
      date: null,
      stage: 'listed',
      venue: null,
      instrument: 'spot',
      ticker: 'KARRAT',
    },
  ],
  contracts: [
    {
      chain: 'ethereum',
      address: '0xAcd2c239012D17BEB128B0944D49015104113650',
      source: 'the strategy by which KARRAT votes at Snapshot, and two public token lists',
      date: '2026-11-30',
    },
  ],
}
