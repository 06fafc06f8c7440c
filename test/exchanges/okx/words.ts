// OKX's words: the fields that it documents for an order and its cancel, its refusals, what it tells of a key, and orders of
// others in shapes that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row } from '../stand-in.ts'

export const OKX_FORMS: Forms = {
  isJson: true,
  order: {
    names:
      'instId tdMode side ordType sz ccy? clOrdId? tag? posSide? px? tgtCcy? stpMode? tradeQuoteCcy? pxAmendType? banAmend?',
  },
  cancel: { names: 'instId ordId? clOrdId?' },
}

const refused = (sCode: string, sMsg: string) => listed(200, { code: '1', msg: '', data: [{ sCode, sMsg, ordId: '' }] })

export const OKX_REFUSALS: Refusals = {
  key: listed(401, { code: '50111', msg: 'Invalid OK-ACCESS-KEY', data: [] }),
  step: refused('51121', 'Order quantity must be a multiple of the lot size.'),
  'would-cross': refused('51020', 'Order would cross.'),
  halted: refused('51022', 'Contract suspended.'),
  funds: refused('51008', 'Order failed.'),
}

/** Its call about a key, and what it answers. */
export const OKX_KEY_INFO: KeyTelling = {
  path: '/api/v5/account/config',
  tells: ({ withdraw, account }) => {
    const perm = withdraw ? 'read_only,trade,withdraw' : 'read_only,trade'
    return ok({
      code: '0',
      msg: '',
      data: [{ perm, ip: '', uid: account ?? '', mainUid: account ?? '', acctLv: '1' }],
    })
  },
  rights: ['read_only', 'trade'],
  account: null,
}

export const OKX_LIST: ListPlace = {
  path: /\/trade\/(orders-pending|orders-history|order)$/,
  at: ['data'],
  key: 'clOrdId',
  hasIds: false,
  status: 'state',
  open: /orders-pending/,
  everyMarket: 'all',
  groups: null,
}

/** One row of somebody else's, with what is different about it. */
const okxRow = (more: Row): Row => ({
  ...{ instType: 'SPOT', instId: 'PEAQ-USDT', ordId: '77', clOrdId: '', px: '', sz: '', avgPx: '', accFillSz: '' },
  ...{ side: 'sell', state: 'live', ordType: 'limit', tdMode: 'cross', cTime: '1', uTime: '1', ...more },
})

export const OKX_OTHERS: readonly Row[] = [
  okxRow({ algoId: '1', algoClOrdId: 'theirs', source: '7', ordType: 'optimal_limit_ioc' }),
  okxRow({ ordType: 'market', tgtCcy: 'quote_ccy', sz: '50', side: 'buy' }),
  okxRow({ category: 'twap', state: 'mmp_canceled', clOrdId: 'theirs', tag: 'broker' }),
  okxRow({ state: 'a_state_of_tomorrow', sz: null, instId: null, side: null }),
]

/** It could be ours. */
export const OKX_NAMELESS: Row = okxRow({ ordId: '', clOrdId: null, state: 'tomorrow' })
