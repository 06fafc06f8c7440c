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

/** What a ticket says above its fields. */
const TICKET: Record<MarketStage, string | null> = {
  announced: 'This market has not opened yet.',
  'pre-launch': 'This market has not opened yet.',
  auction: 'Opening auction: limit orders are collected, and nothing trades until the market opens.',
  'post-only': 'Post-only: limit orders that add to the book, nothing else. Nothing trades for now.',
  'limit-only': 'Limit-only: market orders are refused for now.',
  trading: null,
  'cancel-only': 'Cancel-only: open orders can be canceled, new ones are refused.',
  halted: 'Trading is halted.',
  delisting: 'This market is being delisted.',
  delisted: 'This market was delisted.',
  unknown: 'The exchange does not say whether this market is trading.',
}

export const stages = {
  closed: (stage: string) => `No one-click order now: ${stage}`,
  closes: (moment: string) => `Trading ends ${moment}.`,
  ended: (moment: string) => `Trading ended ${moment}.`,
  name: NAME,
  nothing: 'No order can be placed.',
  notForAccount: 'This market is not open to your account.',
  onlySide: { buy: 'It takes buys only for now.', sell: 'It takes sales only for now.' },
  opens: (moment: string) => `Trading opens ${moment}.`,
  since: (moment: string) => `Seen since ${moment}.`,
  ticket: TICKET,
} as const
