// The operations on orders: shape of the input, and who answers.

import { z } from 'zod'
import type { OrderOperations } from '../../../shared/contract/orders.ts'
import type { ExternalOrderScan } from '../../services/orders/external-order-scan.ts'
import type { OneClick } from '../../services/orders/one-click.ts'
import type { OrderList } from '../../services/orders/order-list.ts'
import type { OrderMonitor } from '../../services/orders/order-monitor.ts'
import type { OrderService } from '../../services/orders/order-service.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/orders.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface OrderServices {
  orderService: OrderService
  monitor: OrderMonitor
  orders: OrderList
  sweep: Pick<ExternalOrderScan, 'foreign'>
  oneClick: Pick<OneClick, 'allow' | 'end' | 'place'>
}

/** Ties each of the operations to its service. */
export function orderHandlers(services: OrderServices): HandlersOf<OrderOperations> {
  const { orderService, monitor, orders } = services
  return {
    'orders.draft': {
      input: z.strictObject({
        accountId: common.accountId,
        coinId: common.coinId,
        side: common.side,
        market: common.market.optional(),
      }),
      run: (input, sender) => orderService.draft(input, sender.window),
    },
    'orders.submit': { input: s.orderInput, run: (input) => orderService.submit(input) },
    'orders.oneClick': {
      input: common.byIntent.extend({
        size: common.size,
        seen: common.positive,
        accountId: common.accountId.optional(),
        environment: common.environment.optional(),
      }),
      run: (input) => services.oneClick.place(input),
    },
    'orders.foreign': { input: common.byAccount, run: ({ accountId }) => services.sweep.foreign(accountId) },
    'orders.list': { input: s.orderFilter, run: (filter) => orders.list(filter) },
    'orders.page': { input: s.orderFilter, run: (filter) => orders.page(filter) },
    'orders.get': { input: common.byIntent, run: ({ intentId }) => orders.get(intentId) },
    'orders.cancel': { input: common.byIntent, run: ({ intentId }) => monitor.cancel(intentId) },
    'orders.decide': {
      input: common.byIntent.extend({ decision: z.enum(['not-placed', 'seen']), reason: common.reason }),
      run: (input) => orderService.decide(input),
    },
    'orders.cancelAll': { input: s.forAccount, run: ({ accountId }) => monitor.cancelAll(accountId) },
    'orders.reconcile': { input: common.nothing, run: () => monitor.reconcile() },
    'orders.halt': { input: s.forAccount, run: ({ accountId }) => monitor.halt(accountId, true) },
    'orders.resume': { input: s.forAccount, run: ({ accountId }) => monitor.halt(accountId, false) },
  }
}
