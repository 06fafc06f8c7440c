// The English words that the first screen needs, and those of the actions that are loaded with it. The words of all the rest are
// in late/en.ts, so that the first script stays small. Another language is another object of this shape.

import { coins } from './en-coins.ts'
import { common } from './en-common.ts'
import { done } from './en-done.ts'
import { orders } from './en-orders.ts'
import { ownCoins } from './en-own-coins.ts'
import { shell } from './en-shell.ts'
import { stages } from './en-stages.ts'
import { ticket } from './en-ticket.ts'

export const text = {
  coins,
  common,
  done,
  orders,
  ownCoins,
  shell,
  stages,
  ticket,
} as const
