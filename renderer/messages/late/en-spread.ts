// English text of the allocation: how the value is spread.

import type { ListingStage } from '../../../shared/coin.ts'
import { count } from '../reasons/en-figures.ts'

const STAGES: Record<ListingStage | 'early', string> = {
  early: 'Not listed yet',
  listed: 'Listed',
  'limit-only': 'Limit-only',
  delisted: 'Delisted',
  unknown: 'Stage unknown',
}

const BY: Record<'project' | 'narrative' | 'stage' | 'place' | 'exchange', string> = {
  project: 'Project',
  narrative: 'Narrative',
  stage: 'Stage',
  place: 'Place',
  exchange: 'Exchange',
}

export const spread = {
  by: 'Group by',
  bys: BY,
  cash: 'Cash',
  column: { coins: 'Coins', name: 'Part', share: 'Share', value: 'Value, USDT' },
  concentration: 'Concentration',
  empty: 'Nothing to spread yet',
  emptyHelp: 'Your allocation shows up once you hold something with a price.',
  largest: { 1: 'Largest project', 3: 'Largest three', 5: 'Largest five' },
  leftOut: (number: number) =>
    `${count(number, { one: 'holding without a price or cost isn’t', other: 'holdings without a price or cost aren’t' })} in this picture.`,
  like: 'As concentrated as',
  likeWords: (number: string) => `${number} equal projects`,
  narrativeHelp: 'A coin with several narratives counts in equal parts.',
  noExchange: 'Not on an exchange',
  noNarrative: 'No narrative',
  noPlace: 'Elsewhere',
  other: 'Other assets',
  others: 'Others',
  picture: 'Shown as',
  pictures: { donut: 'Donut', treemap: 'Treemap' },
  stages: STAGES,
  table: 'Allocation',
} as const
