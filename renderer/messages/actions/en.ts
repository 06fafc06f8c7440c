// The English words of what is done: they are loaded with the actions, right after the first screen (renderer/state/start.ts).
// What the first script takes its words from is en.ts alone: this file would bring all of these with it.

import { text as firstText } from '../en.ts'
import { orders as firstOrders } from '../en-orders.ts'
import { done } from './en-done.ts'
import { orders } from './en-orders.ts'
import { ticket } from './en-ticket.ts'

export const text = {
  ...firstText,
  done,
  orders: { ...firstOrders, ...orders },
  ticket,
} as const
