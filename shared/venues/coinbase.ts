// Coinbase Advanced Trade. Sources: the vendor's REST pages and coinbase-advanced-py of 2026-06.

import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

export const COINBASE: VenueRecord = {
  venue: 'coinbase',
  // "If the ID provided is not unique, the order will not be created and the order corresponding with that ID will be
  // returned instead." The list of refusals has a DUPLICATE_CLIENT_ORDER_ID all the same, so both are understood.
  keyRule: 'replayed',
  spellKey: hexKey,
  keyPattern: /^[0-9a-f]{32}$/,
  validity: null,
  legs: ['history', 'trades'],
  resend: 'replay',
  refusalStatus: null,
  refusals: codes(
    'UNSUPPORTED_ORDER_CONFIGURATION',
    'INVALID_SIDE',
    'INVALID_PRODUCT_ID',
    'INVALID_SIZE_PRECISION',
    'INVALID_PRICE_PRECISION',
    'INSUFFICIENT_FUND',
    'INVALID_LEDGER_BALANCE',
    'ORDER_ENTRY_DISABLED',
    'INELIGIBLE_PAIR',
    'INVALID_LIMIT_PRICE_POST_ONLY',
    'INVALID_LIMIT_PRICE',
    'INVALID_NO_LIQUIDITY',
    'INVALID_REQUEST',
    'INVALID_ARGUMENT',
    'PREVIEW_INVALID_STOP_PRICE',
    'PREVIEW_INVALID_STOP_PRICE_PRECISION',
    'PREVIEW_STOP_PRICE_ABOVE_LAST_TRADE_PRICE',
    'PREVIEW_STOP_PRICE_BELOW_LAST_TRADE_PRICE',
    'PREVIEW_STOP_PRICE_ABOVE_LIMIT_PRICE',
    'PREVIEW_STOP_PRICE_BELOW_LIMIT_PRICE',
  ),
  clockRefusals: [],
  keyRefusals: codes('PERMISSION_DENIED', 'UNAUTHENTICATED', 'unauthorized'),
  duplicates: codes('DUPLICATE_CLIENT_ORDER_ID'),
  // 30 in a second for private calls, 10 for public ones.
  limits: { requests: 150, forOrders: 80, tooMany: [] },
  retention: { closedMs: null, unfilledMs: null },
  testing: 'none',
  // stop_limit_stop_limit_gtc, in the same lists, with its whole configuration also after it has triggered.
  orderTypes: ['market', 'limit', 'stop-limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
  streams: ['orders', 'book'],
  // A refusal has the status 200 and `success: false`.
  read: (_status, body) => {
    const failed = member(body, 'error_response')
    // What fails before the order itself has its reason in a field of its own, and "unknown" in the others.
    const reasons = ['new_order_failure_reason', 'error', 'preview_failure_reason'].map((name) =>
      textOf(member(failed, name)),
    )
    const reason = reasons.find((told) => told !== null && !told.startsWith('UNKNOWN_')) ?? reasons[1] ?? null
    const isPlaced = member(body, 'success') === true
    return {
      code: isPlaced ? null : (reason ?? textOf(member(body, 'error'))),
      message: textOf(member(failed, 'message')) ?? textOf(member(body, 'message')) ?? '',
      orderId: isPlaced ? textOf(member(body, 'success_response', 'order_id')) : null,
      key: textOf(member(body, 'success_response', 'client_order_id')),
    }
  },
}
