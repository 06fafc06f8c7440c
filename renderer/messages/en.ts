// Every English word of the page, by area. Another language is another object of this shape.

import { accounts } from './en-accounts.ts'
import { activity } from './en-activity.ts'
import { airdrops } from './en-airdrops.ts'
import { coins } from './en-coins.ts'
import { common } from './en-common.ts'
import { credentials } from './en-credentials.ts'
import { errors } from './en-errors.ts'
import { orders } from './en-orders.ts'
import { ownCoins } from './en-own-coins.ts'
import { portfolio } from './en-portfolio.ts'
import { recovery } from './en-recovery.ts'
import { settings } from './en-settings.ts'
import { shell } from './en-shell.ts'
import { stages } from './en-stages.ts'
import { ticket } from './en-ticket.ts'
import { vault } from './en-vault.ts'
import { unread } from './reasons/en-unread.ts'
import { airdropTasks } from './research/en-airdrop-tasks.ts'
import { notes } from './research/en-notes.ts'
import { palette } from './research/en-palette.ts'

export const text = {
  accounts,
  activity,
  airdrops,
  airdropTasks,
  coins,
  common,
  credentials,
  errors,
  notes,
  orders,
  ownCoins,
  palette,
  portfolio,
  recovery,
  settings,
  shell,
  stages,
  ticket,
  unread,
  vault,
} as const
