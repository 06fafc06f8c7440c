// English text of the watchlist and of a coin's detail.

import type { AirdropState, ListingStage, PublishedAirdrop, ScoreKind } from '../../shared/coin.ts'
import { SIMULATED_PRICES } from './en-common.ts'

const SCORE_KIND: Record<ScoreKind, string> = { tech: 'tech', fundamental: 'fundamental' }
const PUBLISHED: Record<PublishedAirdrop, string> = { confirmed: 'confirmed', probable: 'probable' }
const NOW: Record<AirdropState, string> = { 'ongoing-or-ended': 'ongoing or ended', happened: 'happened' }
const STAGE: Record<ListingStage, string> = {
  listed: 'listed',
  'limit-only': 'limit-only',
  delisted: 'delisted',
  unknown: 'unknown',
}

export const coins = {
  airdropNow: NOW,
  airdropLines: 'As published. A second line says what was found later; without one, nothing was.',
  airdropPublished: PUBLISHED,
  column: {
    airdrop: 'Airdrop',
    change: '24 h',
    coin: 'Coin',
    narratives: 'Narratives',
    price: 'Price, USDT',
    rank: 'No.',
    score: 'Score',
    stage: 'Stage',
    trade: 'One-click order',
    watched: 'Watched',
  },
  empty: 'No coins yet',
  emptyHelp: 'Prelist comes with 14 researched coins. None were found this time.',
  filter: {
    label: 'Filter coins',
    none: 'No matching coins',
    noneHelp: 'Clear the filter to see all coins.',
    placeholder: 'Search coins',
    clear: 'Clear filters',
    screen: 'Tech score at least',
    screenOn: 'Screen by tech score',
    screenResult: (pass: number, fail: number, unknown: number) => `${pass} pass · ${fail} fail · ${unknown} unknown`,
    watched: 'Watched only',
  },
  interestMark: 'Publisher’s interest in the researched coins',
  listed: 'Coins',
  noMarket: (account: string) => `Not listed on ${account}.`,
  open: (name: string) => `Open ${name}`,
  screenPass: 'Pass',
  screenFail: 'Fail',
  screenUnknown: 'Unknown: no published tech score',
  priceMark: `A live price names its source. ${SIMULATED_PRICES} A test price is from a test environment.`,
  scoreKind: SCORE_KIND,
  scoreOf: (kind: string, value: number) => `${kind} score ${value} of 100`,
  sortBy: (column: string) => `Sort by ${column}`,
  stage: STAGE,
  stageAt: (stage: string, venue: string) => `${stage} on ${venue}`,
  title: 'Watchlist',
  choose: 'Select',
  tools: { filters: 'Filters', columns: 'Columns', views: 'Views', file: 'CSV' },
  unknown: {
    airdrop: 'No airdrop in the publication.',
    change: 'No live price. Sources are turned on in Settings.',
    narratives: 'No narratives.',
    price: 'No price on this account yet.',
    priceNotOpen: 'Not trading yet, so there’s no price.',
    rank: 'You added this coin, so it has no rank.',
    score: 'No published score. That doesn’t mean zero.',
    stage: 'No listing found. It may still be listed somewhere.',
    ticker: 'No ticker seen on an exchange.',
    date: 'No date in the source.',
  },
  venueUnnamed: 'exchange not stated',
  unwatch: (name: string) => `Stop watching ${name}`,
  watch: (name: string) => `Watch ${name}`,
  welcome: {
    title: 'Welcome to Prelist',
    lines: [
      'Follow early altcoins and practice trading them with play money. The practice exchange runs on this computer.',
      'To trade for real, add an API key under Accounts later. Keys are encrypted on this computer and never shown again.',
      'No advice: nothing here is a recommendation to buy, sell or hold anything.',
    ],
    done: 'Got it',
  },
} as const
