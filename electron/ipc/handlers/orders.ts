// The operations on orders: shape of the input, and who answers.

import { z } from 'zod'
import type { OrderOperations } from '../../../shared/contract/orders.ts'
import type { OneClick } from '../../services/orders/one-click.ts'
import type { OrderDesk } from '../../services/orders/order-desk.ts'
import type { OrderKeeper } from '../../services/orders/order-keeper.ts'
import type { OrderList } from '../../services/orders/order-list.ts'
import type { VenueSweep } from '../../services/orders/venue-sweep.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/orders.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface OrderServices {
  desk: OrderDesk
  keeper: OrderKeeper
  orders: OrderList
  sweep: Pick<VenueSweep, 'foreign'>
  oneClick: Pick<OneClick, 'allow' | 'end' | 'place'>
}

/** Ties each of the operations to its service. */
export function orderHandlers(services: OrderServices): HandlersOf<OrderOperations> {
  const { desk, keeper, orders } = services
  return {
    'orders.draft': {
      input: z.strictObject({
        accountId: common.accountId,
        coinId: common.coinId,
        side: common.side,
        market: common.market.optional(),
      }),
      run: (input, sender) => desk.draft(input, sender.window),
    },
    'orders.submit': { input: s.orderInput, run: (input) => desk.submit(input) },
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
    'orders.cancel': { input: common.byIntent, run: ({ intentId }) => keeper.cancel(intentId) },
    'orders.decide': {
      input: common.byIntent.extend({ decision: z.enum(['not-placed', 'seen']), reason: common.reason }),
      run: (input) => desk.decide(input),
    },
    'orders.cancelAll': { input: s.forAccount, run: ({ accountId }) => keeper.cancelAll(accountId) },
    'orders.reconcile': { input: common.nothing, run: () => keeper.reconcile() },
    'orders.halt': { input: s.forAccount, run: ({ accountId }) => keeper.halt(accountId, true) },
    'orders.resume': { input: s.forAccount, run: ({ accountId }) => keeper.halt(accountId, false) },
  }
}
