// Gate's words: the fields that it documents for an order, its refusals, what it tells of a key, and orders of others in shapes
// that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row, unlisted } from '../stand-in.ts'

export const GATE_FORMS: Forms = {
  isJson: true,
  order: {
    names:
      'text? currency_pair type? account? side amount price? time_in_force? iceberg? auto_borrow? auto_repay? stp_act? action_mode? slippage?',
    flags: ['auto_borrow', 'auto_repay'],
  },
  // The order stands in the address.
  cancel: null,
}

const refused = (label: string, message: string) => listed(400, { label, message })

export const GATE_REFUSALS: Refusals = {
  key: listed(401, { label: 'INVALID_KEY', message: 'Invalid key provided' }),
  step: refused('INVALID_PRECISION', 'Invalid precision'),
  'would-cross': refused('POC_FILL_IMMEDIATELY', 'Order would match and take immediately so its cancelled'),
  // No page has a word for it.
  halted: unlisted(400, { label: 'TRADE_SUSPENDED', message: 'Trading is suspended' }),
  funds: refused('BALANCE_NOT_ENOUGH', 'Not enough balance'),
}

/** Its call about a key tells whose it is, and no right. */
export const GATE_KEY_INFO: KeyTelling = {
  path: '/api/v4/account/detail',
  tells: ({ account }) =>
    ok({
      ip_whitelist: [],
      currency_pairs: [],
      user_id: account === null ? 0 : Number(account),
      tier: 0,
      key: { mode: 1 },
      copy_trading_role: 0,
    }),
  rights: null,
  account: null,
}

export const GATE_LIST: ListPlace = {
  path: /\/spot\/(open_)?orders(\/|$)/,
  at: [],
  key: 'text',
  hasIds: false,
  status: 'status',
  open: /open_orders/,
  everyMarket: 'all',
  groups: 'orders',
}

/** One row of somebody else's, with what is different about it. */
export const gateRow = (more: Row): Row => ({
  ...{ id: '77', text: 'apiv4', currency_pair: 'PEAQ_USDT', type: 'limit', account: 'spot', side: 'sell', amount: '1' },
  ...{ price: '9', time_in_force: 'gtc', left: '1', filled_amount: '0', avg_deal_price: '0', status: 'open' },
  ...{ fee: '0', fee_currency: 'USDT', finish_as: 'open', ...more },
})

export const GATE_OTHERS: readonly Row[] = [
  gateRow({ type: 'market', side: 'buy', amount: '50', price: '0', left: '50', time_in_force: 'fok' }),
  gateRow({ type: 'limit_borrow_repay', account: 'unified', text: '101', auto_borrow: true }),
  gateRow({ text: 'liquidate', account: 'margin', status: 'cancelled', finish_as: 'liquidate_cancelled' }),
  gateRow({ status: 'a_status_of_tomorrow', amount: null, side: null, currency_pair: null, text: '-' }),
]

/** It could be ours. */
export const GATE_NAMELESS: Row = gateRow({ id: '', text: null, status: 'tomorrow' })
