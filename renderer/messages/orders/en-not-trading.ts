// English text of the six meanings of "not trading yet", in the ticket of a coin without a market, or with one that is not open.

import type { NotTradingYet } from '../../../shared/markets/not-trading-yet.ts'

const HERES: Record<NotTradingYet['here'], string> = {
  order: 'You can place the order here while the auction runs.',
  plan: 'Plan the listing, and Prelist tells you when it opens.',
  none: 'Not in Prelist. Use the exchange’s website.',
}
const UNDOS: Record<NotTradingYet['undo'], string> = {
  'until-matched': 'Until it’s matched',
  'while-it-trades': 'While it trades',
  'first-phase': 'In the first phase of the auction',
  no: 'No',
  'until-sent': 'Until it’s sent',
}

export const notTrading = {
  title: 'Not trading yet',
  explain:
    'There’s no spot market for this coin on this account, so no spot order can be placed. These are the options:',
  explainWaiting: 'This market isn’t open, so no spot order can be placed yet. Until it opens, these are the options:',
  explainAuction: 'This market collects orders for its opening. What an order means until then:',
  where: 'Where',
  market: 'Market',
  opens: 'Opens',
  costs: 'Costs',
  binds: 'Terms',
  undo: 'Can be undone',
  undos: UNDOS,
  here: 'In Prelist',
  heres: HERES,
  plan: 'Plan this listing',
} as const
