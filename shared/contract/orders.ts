// The operations on orders: name, input and output of each.

import type { AppStatus } from '../app.ts'
import type { Decimal } from '../decimal.ts'
import type { Destination, Draft, ForeignOrder, Order, OrderFilter, OrderInput, Side, Size } from '../order.ts'
import type { Page } from '../page.ts'
import type { Nothing } from './nothing.ts'

export interface OrderOperations {
  'orders.draft': {
    input: { accountId: string; coinId: string; side: Side; market?: string | undefined }
    output: Draft
  }
  'orders.submit': { input: OrderInput; output: Order }
  'orders.oneClick': {
    input: { intentId: string; size: Size; seen: Decimal } & { [K in keyof Destination]?: Destination[K] | undefined }
    output: Order
  }
  'orders.foreign': { input: { accountId: string }; output: ForeignOrder[] }
  'orders.list': { input: OrderFilter; output: Order[] }
  'orders.page': { input: OrderFilter; output: Page<Order> }
  'orders.get': { input: { intentId: string }; output: Order }
  'orders.cancel': { input: { intentId: string }; output: Order }
  'orders.decide': {
    input: { intentId: string; decision: 'not-placed' | 'seen'; reason: string }
    output: Order
  }
  'orders.cancelAll': { input: { accountId?: string | undefined }; output: Order[] }
  'orders.reconcile': { input: Nothing; output: Order[] }
  'orders.halt': { input: { accountId?: string | undefined }; output: AppStatus['halted'] }
  'orders.resume': { input: { accountId?: string | undefined }; output: AppStatus['halted'] }
}

/** A record, so that a name that is missing here does not compile. */
export const ORDER_OPERATIONS: Record<keyof OrderOperations, true> = {
  'orders.draft': true,
  'orders.submit': true,
  'orders.oneClick': true,
  'orders.foreign': true,
  'orders.list': true,
  'orders.page': true,
  'orders.get': true,
  'orders.cancel': true,
  'orders.decide': true,
  'orders.cancelAll': true,
  'orders.reconcile': true,
  'orders.halt': true,
  'orders.resume': true,
}
