// The English words that the first screen needs. Those of the actions, which are loaded right after it, are in actions/en.ts, and
// the words of all the rest in late/en.ts, so that the first script stays small. Another language is another object of this shape.

import { coins } from './en-coins.ts'
import { common } from './en-common.ts'
import { orders } from './en-orders.ts'
import { ownCoins } from './en-own-coins.ts'
import { shell } from './en-shell.ts'
import { stages } from './en-stages.ts'

export const text = {
  coins,
  common,
  orders,
  ownCoins,
  shell,
  stages,
} as const
