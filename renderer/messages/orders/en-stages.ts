// English text of a market's stages, for the ticket and a coin's detail.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { stages as firstStages } from '../en-stages.ts'

/** What a ticket says above its fields. */
const TICKET: Record<MarketStage, string | null> = {
  announced: 'Not trading yet.',
  'pre-launch': 'Not trading yet.',
  auction: 'Opening auction: limit orders only. Nothing fills until the market opens.',
  'post-only': 'Post-only: only limit orders that add to the book. Nothing fills for now.',
  'limit-only': 'Limit-only: no market orders for now.',
  trading: null,
  'cancel-only': 'Cancel-only: you can cancel open orders, not place new ones.',
  halted: 'Trading is halted.',
  delisting: 'This market is being delisted.',
  delisted: 'This market was delisted.',
  unknown: 'The exchange doesn’t say whether this market is trading.',
}

/** With what the list of coins says before these are here. */
export const stages = {
  ...firstStages,
  closes: (moment: string) => `Trading ends ${moment}.`,
  ended: (moment: string) => `Trading ended ${moment}.`,
  nothing: 'No orders can be placed.',
  notForAccount: 'Your account can’t trade this market.',
  onlySide: { buy: 'Buy orders only for now.', sell: 'Sell orders only for now.' },
  opens: (moment: string) => `Trading opens ${moment}.`,
  since: (moment: string) => `Since ${moment}.`,
  ticket: TICKET,
} as const
