// English text of limits on groups of coins, of overrides, and of the portfolio's value over time.

import type { CoinKind } from '../../../shared/assets.ts'
import type { ValueDay, ValueGap, ValueRange } from '../../../shared/ledger/value-history.ts'
import type { RuleLevel, RuleName, RuleOverride } from '../../../shared/portfolio.ts'
import { count as number } from '../reasons/en-count.ts'

type GroupRule = Exclude<RuleName, 'project' | 'early-stage'>

const GROUPS: Record<GroupRule, string> = {
  reserve: 'Cash reserve, at least',
  place: 'One exchange account, at most',
  narrative: 'One narrative, at most',
  own: 'Custom limit',
}
const RULES: Record<RuleName, string> = {
  project: 'Project limit',
  'early-stage': 'Early-stage limit',
  reserve: 'Cash reserve',
  place: 'Exchange account limit',
  narrative: 'Narrative limit',
  own: 'Custom limit',
}
const LEVELS: Record<RuleLevel | 'off', string> = { off: 'Off', warn: 'Warn only', block: 'Block the order' }
const KINDS: Record<CoinKind | 'other', string> = {
  project: 'Projects',
  major: 'Majors',
  stablecoin: 'Stablecoins',
  money: 'Money',
  other: 'Other assets',
}
const SCOPES: Record<'coins' | 'tag' | 'kind', string> = { coins: 'Coins', tag: 'Tag', kind: 'Type' }
const STATES: Record<RuleOverride['state'], string> = {
  open: 'Active',
  used: 'Used',
  expired: 'Expired unused',
  ended: 'Ended',
}
const TIMES: Record<'1' | '24' | '168', string> = { '1': '1 hour', '24': '1 day', '168': '7 days' }

export const limits = {
  title: 'Limits',
  help: 'What each group limit counts, and where it is now.',
  none: 'No group limits yet. Add a cash reserve, an account, a narrative or a custom limit below.',
  table: 'Group limits',
  groups: GROUPS,
  rules: RULES,
  levels: LEVELS,
  kinds: KINDS,
  kindTable: 'Portfolio by type',
  column: {
    limit: 'Limit',
    now: 'Now',
    allowed: 'Allowed',
    effect: 'Effect',
    state: 'State',
    value: 'Value',
    kind: 'Type',
  },
  atMost: (limit: string) => `at most ${limit}`,
  atLeast: (limit: string) => `at least ${limit}`,
  broken: 'over limit',
  short: 'below minimum',
  within: 'within limit',
  unknown: 'A coin it counts has no price.',
  arithmetic: (name: string) => `How ${name} adds up`,
  sum: (value: string, total: string, share: string) => `${value} of ${total} = ${share}`,
  more: (count: number) => `and ${number(count, { one: 'smaller one', other: 'smaller ones' })}`,
  openBuys: 'Open buys',
  edit: 'Edit group limits',
  percent: 'Share, %',
  percentInvalid: 'Enter a percentage from 0 to 100.',
  level: 'If broken',
  ownTitle: 'Custom limits',
  ownName: 'Name',
  ownNameMissing: 'Enter a name.',
  scope: 'Counts',
  scopes: SCOPES,
  coins: 'Coins',
  addCoin: 'Add a coin',
  coinsMissing: 'Add at least one coin.',
  tag: 'Tag',
  tagMissing: 'Enter a tag.',
  kind: 'Type',
  addOwn: 'Add a custom limit',
  remove: (name: string) => `Remove ${name}`,
  save: 'Save group limits',
  overrides: 'Overrides',
  overridesHelp: 'Each override has a reason and an end. One for a single order ends after an hour.',
  noOverrides: 'No overrides yet.',
  overrideTable: 'Overrides, newest first',
  overrideColumn: { what: 'Limit', reason: 'Reason', until: 'Until', state: 'State', orders: 'Orders', end: 'End' },
  oneOrder: 'All limits, one order',
  states: STATES,
  ordersOf: (count: number) => (count === 0 ? 'none' : number(count, { one: 'order', other: 'orders' })),
  end: 'End now',
  endOf: (name: string) => `End now: the override of ${name}`,
  ended: 'Override ended.',
  moreOverrides: 'Show older ones',
  setAside: 'Override a limit for a while',
  setAsideWarning: 'While it lasts, no order is blocked by this limit.',
  which: 'Limit',
  reason: 'Reason',
  reasonMissing: 'Enter a reason.',
  time: 'How long',
  times: TIMES,
  confirm: 'Override this limit',
  saved: 'Override saved.',
}

const VALUE_RANGES: Record<ValueRange, string> = { '30d': '30 days', '1y': '1 year', max: 'All' }
const VALUE_FROM: Record<NonNullable<ValueDay['from']> | 'gap', string> = {
  kept: 'seen that day',
  reckoned: 'from movements and prices',
  gap: 'unknown',
}
const VALUE_GAPS: Record<ValueGap, string> = {
  'unknown-now': 'Today’s total is unknown, so earlier days aren’t shown.',
  'movements-missing': 'Your movements don’t add up to what you hold, so days before the app saw them aren’t shown.',
}

export const value = {
  title: 'Value over time',
  help: 'One value a day, in UTC. Days nobody knows are gaps.',
  range: 'Range',
  ranges: VALUE_RANGES,
  none: 'No earlier days yet. Each day you open the app adds one.',
  picture: (from: string, until: string, low: string, high: string) =>
    `Value from ${from} to ${until}, between ${low} and ${high}`,
  table: 'Value by day',
  show: 'Show as a table',
  column: { day: 'Day', value: 'Value', from: 'Source', missing: 'Without a price' },
  from: VALUE_FROM,
  gap: 'Nobody knows the value of this day.',
  gaps: VALUE_GAPS,
}
