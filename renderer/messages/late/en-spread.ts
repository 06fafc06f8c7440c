// English text of the allocation: how the value is spread, and how it is planned.

import type { ListingStage } from '../../../shared/coin.ts'
import type { RebalanceGap } from '../../../shared/ledger/targets.ts'
import type { Side } from '../../../shared/order.ts'
import { count } from '../reasons/en-count.ts'

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
  likeWords: (number: string) => (number === '1' ? '1 project' : `${number} equal projects`),
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

const GAPS: Record<RebalanceGap, string> = {
  price: 'no price',
  market: 'not traded on your accounts',
  locked: 'locked on the exchange',
  cash: 'not enough free cash',
  limit: 'blocked by your limits',
  refused: 'the exchange wouldn’t take it',
  coin: 'you hold no coin of this narrative',
}
const SIDES: Record<Side, string> = { buy: 'Buy', sell: 'Sell' }

export const targets = {
  add: 'Add target',
  band: 'Ignore drift up to, %',
  coin: 'Coin',
  column: {
    drift: 'Drift',
    fee: 'Fee',
    held: 'Held',
    name: 'Coin or narrative',
    order: 'Order',
    planned: 'Planned',
    ticket: 'Ticket',
    value: 'Value, USDT',
    wanted: 'Target value, USDT',
  },
  edit: 'Edit targets',
  gap: GAPS,
  help: 'Planned shares of your portfolio. The plan below prepares orders; you place each one.',
  kind: 'Target for',
  kinds: { coin: 'Coin', narrative: 'Narrative' },
  leftLine: (name: string, why: string, value: string | null) =>
    value === null ? `${name}: ${why}` : `${name}: ${why} (${value} USDT)`,
  leftTitle: 'Left out of the plan',
  narrative: 'Narrative',
  none: 'No targets yet. Add one to see how far off you are.',
  openTicket: (side: Side, name: string) => `Open ticket: ${SIDES[side]} ${name}`,
  percent: 'Share, %',
  percentInvalid: 'Enter a percentage above 0 and up to 100.',
  planTable: 'Planned against held',
  prepared: 'Prepared orders',
  preparedHelp: 'Sales first. Nothing is placed until you place it.',
  remove: (name: string) => `Remove the target of ${name}`,
  save: 'Save targets',
  saved: 'Targets saved.',
  side: SIDES,
  ticketShort: 'Open ticket',
  title: 'Targets',
  unknown: 'Unknown: no price, or your balances aren’t loaded.',
} as const
