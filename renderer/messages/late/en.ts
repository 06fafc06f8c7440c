// Every English word of the page, by area: what is loaded after the first paint takes its words from here, and only that, since
// whatever of the first script took them would bring all of them with it.

import { text as actionText } from '../actions/en.ts'
import { notTrading } from '../orders/en-not-trading.ts'
import { orders } from '../orders/en-orders.ts'
import { stages } from '../orders/en-stages.ts'
import { ticket } from '../orders/en-ticket.ts'
import { unread } from '../reasons/en-unread.ts'
import { airdropTasks } from '../research/en-airdrop-tasks.ts'
import { airdrops } from '../research/en-airdrops.ts'
import { coins } from '../research/en-coin-detail.ts'
import { criteria } from '../research/en-criteria.ts'
import { life } from '../research/en-life.ts'
import { links } from '../research/en-links.ts'
import { list } from '../research/en-list.ts'
import { notes } from '../research/en-notes.ts'
import { ownCoins } from '../research/en-own-coins.ts'
import { palette } from '../research/en-palette.ts'
import { research } from '../research/en-research.ts'
import { shortcuts } from '../research/en-shortcuts.ts'
import { undo } from '../research/en-undo.ts'
import { accounts } from './en-accounts.ts'
import { activity } from './en-activity.ts'
import { alerts } from './en-alerts.ts'
import { credentials } from './en-credentials.ts'
import { errors } from './en-errors.ts'
import { imports } from './en-imports.ts'
import { ledger } from './en-ledger.ts'
import { limits, value } from './en-limits.ts'
import { listings } from './en-listings.ts'
import { market } from './en-market.ts'
import { portfolio } from './en-portfolio.ts'
import { recovery } from './en-recovery.ts'
import { results } from './en-results.ts'
import { settings } from './en-settings.ts'
import { sources } from './en-sources.ts'
import { spread, targets } from './en-spread.ts'
import { transfers } from './en-transfers.ts'
import { vault } from './en-vault.ts'

export const text = {
  ...actionText,
  accounts,
  activity,
  airdropTasks,
  alerts,
  airdrops,
  coins,
  credentials,
  criteria,
  errors,
  imports,
  ledger,
  life,
  limits,
  links,
  list,
  listings,
  market,
  notes,
  notTrading,
  orders,
  ownCoins,
  palette,
  portfolio,
  recovery,
  research,
  results,
  settings,
  shortcuts,
  sources,
  spread,
  stages,
  targets,
  ticket,
  transfers,
  undo,
  unread,
  value,
  vault,
} as const
