// English text of a market's stages.

import type { MarketStage } from '../../shared/markets/market-stages.ts'

const NAME: Record<MarketStage, string> = {
  announced: 'announced',
  'pre-launch': 'pre-launch',
  auction: 'opening auction',
  'post-only': 'post-only',
  'limit-only': 'limit-only',
  trading: 'trading',
  'cancel-only': 'cancel-only',
  halted: 'halted',
  delisting: 'delisting',
  delisted: 'delisted',
  unknown: 'stage unknown',
}

export const stages = {
  closed: (stage: string) => `No one-click orders now: ${stage}`,
  name: NAME,
} as const
