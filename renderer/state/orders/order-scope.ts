// Which accounts the Orders screen shows, and which of their orders one button would cancel: the account in use, until the
// trader widens it.

import type { Account } from '../../../shared/accounts.ts'
import type { Environment, Order } from '../../../shared/order.ts'
import { text } from '../../messages/actions/en.ts'
import { isCancelable } from './ledger.ts'

export interface OrderScope {
  /** Null shows every account's. */
  accountId: string | null
}

/** The orders of the scope; what is of another account stays out. */
export function ordersIn(orders: readonly Order[], { accountId }: OrderScope): Order[] {
  return orders.filter((order) => accountId === null || order.accountId === accountId)
}

export interface Cancelable {
  accountId: string
  /** The account with its mode. */
  account: string
  count: number
}

/** How many orders of each account in the scope can be canceled; accounts without any are left out. */
export function cancelableIn(orders: readonly Order[], scope: OrderScope, accounts: readonly Account[]): Cancelable[] {
  const open = ordersIn(orders, scope).filter(isCancelable)
  return accounts.flatMap(({ accountId, label, environment }) => {
    const count = open.filter((order) => order.accountId === accountId).length
    return count === 0 ? [] : [{ accountId, account: accountName(label, environment), count }]
  })
}

function accountName(label: string, environment: Environment): string {
  return text.shell.accountIn(label, text.shell.mode[environment].word)
}

/** What is canceled where, in one sentence: `2 on Main Binance, LIVE; 1 on Practice, PRACTICE`. */
export function cancelWords(parts: readonly Cancelable[]): string {
  return parts.map(({ account, count }) => text.orders.countOn(count, account)).join('; ')
}
