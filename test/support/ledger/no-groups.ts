// What an order check takes where no limit of a group is the matter.

import type { OrderCheck } from '../../../electron/services/orders/checks/order-check.ts'

export const NO_GROUPS: Pick<OrderCheck, 'groups' | 'lifted'> = {
  groups: {
    book: { total: null, counted: [], places: [], spendsUnknown: false },
    about: { coin: { coinId: 'peaq', kind: 'project', narratives: [], tags: [] }, accountId: 'practice' },
    paysWithMoney: true,
  },
  lifted: () => false,
}
