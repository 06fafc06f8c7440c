// Bybit's words: the fields that it documents for an order and its cancel, its refusals, what it tells of a key, and orders of
// others in shapes that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row } from '../stand-in.ts'

export const BYBIT_FORMS: Forms = {
  isJson: true,
  order: {
    names:
      'category symbol side orderType qty isLeverage? marketUnit? slippageToleranceType? slippageTolerance? price? triggerDirection? orderFilter? triggerPrice? triggerBy? orderIv? timeInForce? positionIdx? orderLinkId? takeProfit? stopLoss? smpType? mmp? tpslMode?',
  },
  cancel: { names: 'category symbol orderId? orderLinkId? orderFilter?' },
}

const refused = (retCode: number, retMsg: string) => listed(200, { retCode, retMsg, result: {}, time: 0 })

export const BYBIT_REFUSALS: Refusals = {
  key: refused(10003, 'API key is invalid.'),
  step: refused(170137, 'Order volume decimal too long.'),
  'would-cross': refused(170193, 'Buy order price cannot be higher than the best ask.'),
  halted: refused(170121, 'Invalid symbol.'),
  funds: refused(170131, 'Balance insufficient'),
}

/** Its call about a key, and what it answers. */
export const BYBIT_KEY_INFO: KeyTelling = {
  path: '/v5/user/query-api',
  tells: ({ withdraw, account }) =>
    ok({
      retCode: 0,
      retMsg: '',
      result: {
        id: '13770661',
        note: 'mine',
        readOnly: 0,
        secret: '',
        permissions: { ContractTrade: [], Spot: ['SpotTrade'], Wallet: withdraw ? ['Withdraw'] : [], FiatP2P: [] },
        ips: ['1.2.3.4'],
        type: 1,
        deadlineDay: 30,
        expiredAt: '2027-01-01T00:00:00Z',
        createdAt: '2026-01-01T00:00:00Z',
        uta: 1,
        userID: account === null ? 0 : Number(account),
        isMaster: true,
        parentUid: '0',
      },
    }),
  rights: ['read and write', 'SpotTrade'],
  account: null,
}

export const BYBIT_LIST: ListPlace = {
  path: /\/v5\/order\/(history|realtime)$/,
  at: ['result', 'list'],
  key: 'orderLinkId',
  hasIds: false,
  status: 'orderStatus',
  open: /order.realtime/,
  everyMarket: 'all',
  groups: null,
}

/** One row of somebody else's, with what is different about it. */
const bybitRow = (more: Row): Row => ({
  ...{
    orderId: crypto.randomUUID(),
    orderLinkId: '',
    symbol: 'PEAQUSDT',
    side: 'Sell',
    qty: '',
    price: '',
    avgPrice: '',
  },
  ...{ orderStatus: 'Untriggered', cumExecQty: '', orderType: 'Limit', createdTime: '1', updatedTime: '1', ...more },
})

export const BYBIT_OTHERS: readonly Row[] = [
  bybitRow({ stopOrderType: 'tpslOrder', triggerPrice: '3', takeProfit: '3', orderLinkId: 'theirs' }),
  bybitRow({ stopOrderType: 'OcoOrder', ocoTriggerBy: 'OcoTriggerByTp' }),
  bybitRow({ orderStatus: 'Deactivated', orderType: 'UNKNOWN' }),
  bybitRow({ orderType: 'Market', marketUnit: 'quoteCoin', qty: '50', orderStatus: 'PartiallyFilledCanceled' }),
  bybitRow({ orderStatus: 'AStatusOfTomorrow', side: '', symbol: null, qty: null }),
]

/** It could be ours. */
export const BYBIT_NAMELESS: Row = bybitRow({ orderId: '', orderLinkId: null })
