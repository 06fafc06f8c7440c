// English text of the portfolio and its limits.

import type { Environment } from '../../shared/order.ts'
import type { RuleLevel, RuleName } from '../../shared/portfolio.ts'

const ENVIRONMENTS: Record<Environment, string> = { practice: 'Practice', test: 'Test', live: 'Live' }
const RULES: Record<RuleName, string> = { project: 'project limit', 'early-stage': 'early-stage limit' }
const LEVELS: Record<RuleLevel, string> = { block: 'blocks the order', warn: 'warns only' }

export const portfolio = {
  add: (mode: string) => `Add a holding to ${mode}`,
  addAmount: 'Amount of the coin',
  addCoin: 'Coin',
  addHelp: (mode: string) =>
    `For coins that you keep elsewhere, counted in ${mode} alone. Prelist counts them, it cannot move them.`,
  allocation: 'Allocation',
  allocationTable: 'Allocation as text',
  asOf: 'Balances',
  assets: 'Other assets',
  assetsHelp:
    'By the exchange’s own prices, and part of the total. What has no price there counts nothing: a smaller total makes your limits stricter, never looser.',
  atCost: 'at cost',
  atCostHelp: 'No price is known, so it counts what you paid for it here.',
  balancesNever: 'Balances were never read.',
  basis: 'Counts',
  basisChoice: { each: 'each early coin by itself', together: 'all early coins together' },
  breach: 'over limit',
  breachAll: 'All early-stage coins together',
  breachLine: (who: string, share: string, limit: string) => `${who}: ${share} of the portfolio, limit ${limit}`,
  breaches: 'Over your limits',
  cash: 'Cash',
  column: {
    amount: 'Amount',
    asset: 'Asset',
    coin: 'Coin',
    limit: 'Limit',
    price: 'Price, USDT',
    room: 'Room left, USDT',
    share: 'Share',
    state: 'State',
    value: 'Value, USDT',
  },
  editRules: 'Edit limits',
  empty: 'No holdings in this environment',
  emptyHelp: {
    practice: 'Place a practice order on the Watchlist, or add a holding that you keep elsewhere.',
    test: 'Order with a test account, or add a holding that you keep elsewhere.',
    live: 'Order with a live account, or add a holding that you keep elsewhere.',
  } satisfies Record<Environment, string>,
  byTicker: 'by ticker only',
  early: 'early',
  environment: 'Environment',
  environments: ENVIRONMENTS,
  environmentNote: 'Practice, test and live are never added together.',
  level: 'When an order would break it',
  levels: LEVELS,
  limit: 'Limit in percent',
  limitInvalid: 'Give a percentage from 0 to 100.',
  marks: 'Marks outside the ring: the limit of the part in the same colour. Red: what lies beyond it.',
  nearLimit: 'near limit',
  part: { venue: 'at the exchange', manual: 'entered by you' },
  partOf: (amount: string, source: string) => `${amount} ${source}`,
  removeManual: (name: string) => `Remove your entry of ${name}`,
  removed: (name: string) => `Your entry of ${name} was removed.`,
  ruleDefaults: 'The defaults are the limits of the published rules: 5% a project, 1% early-stage.',
  ruleNames: RULES,
  rulesEarly: 'Early-stage limit',
  rulesProject: 'Project limit',
  rulesSaved: 'Limits saved.',
  saveHolding: (mode: string) => `Save holding in ${mode}`,
  holdingSaved: (name: string) => `Holding of ${name} saved.`,
  sliceLine: (share: string, limit: string) => `${share}, limit ${limit}`,
  table: 'Holdings',
  title: 'Portfolio',
  total: 'Total, USDT',
  unknown: {
    assetPrice: 'The exchange has no market of it in USDT.',
    assetValue: 'Without a price it counts nothing.',
    price: 'No price is known for this coin.',
    room: 'Without a value there is no room to count.',
    share: 'Without a price its share cannot be counted.',
    total: 'Nothing is known about this environment yet.',
    value: 'Without a price there is no value.',
  },
  noLimit: 'No limit',
  unread: 'Balances not known',
  unreadHelp: 'Until they are, the total and all shares are unknown, and your limits hold back every buy in this mode.',
  unpriced: 'Not counted: no price, no cost',
  unpricedCount: (count: number) =>
    count === 1 ? '1 holding, at the end of the table.' : `${count} holdings, at the end of the table.`,
  unpricedHelp:
    'They are real but have no known price, and not all of them was bought here, so their cost is unknown too. The total and all shares leave them out.',
  within: 'within limit',
} as const
