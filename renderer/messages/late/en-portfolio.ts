// English text of the portfolio and its limits.

import type { Environment } from '../../../shared/order.ts'
import type { RuleLevel, RuleName } from '../../../shared/portfolio.ts'
import { SIMULATED_PRICES } from '../en-common.ts'
import { count as number } from '../reasons/en-figures.ts'

type PortfolioView = 'holdings' | 'movements' | 'import' | 'results'

const ENVIRONMENTS: Record<Environment, string> = { practice: 'Practice', test: 'Test', live: 'Live' }
const RULES: Record<RuleName, string> = { project: 'project limit', 'early-stage': 'early-stage limit' }
const LEVELS: Record<RuleLevel, string> = { block: 'Block the order', warn: 'Warn only' }

export const portfolio = {
  acts: 'More',
  add: (mode: string) => `Add a holding to ${mode}`,
  addAmount: 'Amount of the coin',
  addCoin: 'Coin',
  addHelp: (mode: string) => `For coins held elsewhere. Tracked only, and counted in ${mode} alone.`,
  allocation: 'Allocation',
  allocationTable: 'Allocation as text',
  asOf: 'Balances',
  assets: 'Other assets',
  assetsHelp:
    'Valued at the exchange’s prices and included in your total. Assets without a price are left out, so your limits err on the strict side.',
  atCost: 'at cost',
  atCostHelp: 'No price, so it’s valued at what you paid here.',
  balancesNever: 'Balances not loaded yet.',
  basis: 'Apply to',
  basisChoice: { each: 'each early-stage coin', together: 'all early-stage coins combined' },
  breach: 'over limit',
  breachAll: 'All early-stage coins',
  breachLine: (who: string, share: string, limit: string) => `${who}: ${share} of the portfolio, limit ${limit}`,
  breaches: 'Over your limits',
  cash: 'Cash',
  priceMark: { practice: SIMULATED_PRICES, test: 'Test prices come from a test environment and aren’t real prices.' },
  column: {
    amount: 'Amount',
    asset: 'Asset',
    coin: 'Coin',
    live: 'Live price',
    limit: 'Limit',
    price: 'Price, USDT',
    room: 'Room left, USDT',
    share: 'Share',
    state: 'State',
    value: 'Value, USDT',
  },
  editRules: 'Edit limits',
  empty: 'No holdings yet',
  emptyHelp: {
    practice: 'Place a practice order from the Watchlist, or add coins held elsewhere.',
    test: 'Place an order on a test account, or add coins held elsewhere.',
    live: 'Place an order on a live account, or add coins held elsewhere.',
  } satisfies Record<Environment, string>,
  byTicker: 'by ticker only',
  early: 'early',
  environment: 'Mode',
  environments: ENVIRONMENTS,
  environmentNote: 'Practice, test and live are never mixed.',
  level: 'If an order breaks it',
  levels: LEVELS,
  limit: 'Limit, %',
  limitInvalid: 'Enter a percentage from 0 to 100.',
  marks: 'Outer ticks show each coin’s limit; red shows the excess.',
  nearLimit: 'near limit',
  part: { venue: 'on the exchange', manual: 'added by you' },
  partOf: (amount: string, source: string) => `${amount} ${source}`,
  removeManual: (name: string) => `Remove your holding of ${name}`,
  ruleDefaults: 'Defaults from the published rules: 5% per project, 1% early-stage.',
  ruleNames: RULES,
  rulesEarly: 'Early-stage limit',
  rulesProject: 'Project limit',
  saveHolding: (mode: string) => `Save holding in ${mode}`,
  sliceLine: (share: string, limit: string) => `${share}, limit ${limit}`,
  table: 'Holdings',
  title: 'Portfolio',
  total: 'Total, USDT',
  unknown: {
    assetPrice: 'Not traded in USDT on this exchange.',
    assetValue: 'No price, so it isn’t counted.',
    price: 'No price for this coin.',
    room: 'No value, so the room left is unknown.',
    share: 'No price, so its share is unknown.',
    total: 'Not loaded yet.',
    value: 'No price, so no value.',
  },
  noLimit: 'No limit',
  unread: 'Balances not loaded',
  unreadHelp: 'Until they load, your total and shares are unknown and your limits block every buy in this mode.',
  unpriced: 'Not counted: no price or cost',
  unpricedCount: (count: number) => `${number(count, { one: 'holding', other: 'holdings' })}, at the end of the table.`,
  unpricedHelp: 'We have no price or purchase cost for these, so they aren’t in your total.',
  view: 'Portfolio views',
  views: { holdings: 'Holdings', movements: 'Movements', import: 'Import', results: 'Results' } satisfies Record<
    PortfolioView,
    string
  >,
  within: 'within limit',
} as const
