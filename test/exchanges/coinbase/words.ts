// Coinbase's words: the fields that it documents for an order and its cancel, its refusals, what it tells of a key, and orders of
// others in shapes that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row } from '../stand-in.ts'

export const COINBASE_FORMS: Forms = {
  isJson: true,
  order: {
    names:
      'client_order_id product_id side order_configuration leverage? margin_type? preview_id? attached_order_configuration?',
    groups: {
      order_configuration: {
        names: 'market_market_ioc? sor_limit_ioc? limit_limit_gtc? stop_limit_stop_limit_gtc?',
        groups: {
          market_market_ioc: { names: 'quote_size? base_size?' },
          sor_limit_ioc: { names: 'quote_size? base_size? limit_price' },
          limit_limit_gtc: { names: 'quote_size? base_size? limit_price post_only?', flags: ['post_only'] },
          stop_limit_stop_limit_gtc: { names: 'base_size limit_price stop_price stop_direction' },
        },
      },
    },
  },
  cancel: null,
}

const refused = (error: string) =>
  listed(200, { success: false, error_response: { error, message: 'words', new_order_failure_reason: error } })

export const COINBASE_REFUSALS: Refusals = {
  key: listed(401, { error: 'unauthorized', message: 'Unauthorized' }),
  step: refused('INVALID_SIZE_PRECISION'),
  'would-cross': refused('INVALID_LIMIT_PRICE_POST_ONLY'),
  halted: refused('ORDER_ENTRY_DISABLED'),
  funds: refused('INSUFFICIENT_FUND'),
}

/** Its call about a key, and what it answers. */
export const COINBASE_KEY_INFO: KeyTelling = {
  path: '/api/v3/brokerage/key_permissions',
  tells: ({ withdraw, account }) =>
    ok({
      can_view: true,
      can_trade: true,
      can_transfer: withdraw,
      portfolio_uuid: account ?? '',
      portfolio_type: 'DEFAULT',
    }),
  rights: ['read', 'trade'],
  account: null,
}

export const COINBASE_LIST: ListPlace = {
  path: /orders\/historical\/batch$/,
  at: ['orders'],
  key: 'client_order_id',
  hasIds: false,
  status: 'status',
  open: /historical.batch/,
  everyMarket: 'all',
  groups: null,
}

/** One row of somebody else's, with what is different about it. */
const coinbaseRow = (order_configuration: unknown, more: Row = {}): Row => ({
  ...{ order_id: crypto.randomUUID(), client_order_id: crypto.randomUUID(), product_id: 'PEAQ-USDT', side: 'BUY' },
  ...{ status: 'CANCELLED', filled_size: '0', average_filled_price: '0', created_time: '2026-11-23T11:59:59Z' },
  ...{ order_configuration, product_type: 'SPOT', ...more },
})

export const COINBASE_OTHERS: readonly Row[] = [
  coinbaseRow({ market_market_ioc: { quote_size: '50' } }),
  coinbaseRow({ twap_limit_gtd: { quote_size: '50', limit_price: '2', number_buckets: '5', bucket_size: '10' } }),
  coinbaseRow(
    { trigger_bracket_gtc: { base_size: '20', limit_price: '3', stop_trigger_price: '1' } },
    { status: 'OPEN' },
  ),
  coinbaseRow({ limit_limit_gtc: { base_size: '20', limit_price: '1' } }, { status: 'QUEUED' }),
  coinbaseRow({ scaled_limit_gtc: { orders: [] } }, { status: 'UNKNOWN_ORDER_STATUS' }),
  coinbaseRow(null, { filled_size: null, side: 'UNKNOWN_ORDER_SIDE' }),
  coinbaseRow({}, { status: 'A_STATUS_OF_TOMORROW', product_id: null }),
]

/** It could be ours. */
export const COINBASE_NAMELESS: Row = coinbaseRow({}, { order_id: '', client_order_id: null })
