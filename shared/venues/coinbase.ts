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
  ),
  clockRefusals: [],
  keyRefusals: codes('PERMISSION_DENIED', 'UNAUTHENTICATED', 'unauthorized'),
  duplicates: codes('DUPLICATE_CLIENT_ORDER_ID'),
  retention: { closedMs: null, unfilledMs: null },
  testing: 'none',
  orderTypes: ['market', 'limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
  streams: ['orders', 'book'],
  // A refusal has the status 200 and `success: false`.
  read: (_status, body) => {
    const failed = member(body, 'error_response')
    const reason = textOf(member(failed, 'new_order_failure_reason')) ?? textOf(member(failed, 'error'))
    const isPlaced = member(body, 'success') === true
    return {
      code: isPlaced ? null : (reason ?? textOf(member(body, 'error'))),
      message: textOf(member(failed, 'message')) ?? textOf(member(body, 'message')) ?? '',
      orderId: isPlaced ? textOf(member(body, 'success_response', 'order_id')) : null,
      key: textOf(member(body, 'success_response', 'client_order_id')),
    }
  },
}
