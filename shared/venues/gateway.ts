// The practice exchange and every gateway that speaks docs/gateway-protocol.md: they keep keys as they are, and can bury
// one for good, so that a look-up is final.

import { GATEWAY_FACTS } from './facts/gateway.ts'
import { codes, type VenueRecord } from './record.ts'

export const GATEWAY: VenueRecord = {
  venue: 'gateway',
  ...GATEWAY_FACTS.promises,
  toClientOrderId: (intentId) => intentId,
  keyPattern: /^[0-9a-f-]{36}$/,
  refusalStatus: 422,
  refusals: codes(
    'INSUFFICIENT_FUNDS',
    'STEP',
    'TICK',
    'MIN_AMOUNT',
    'MAX_AMOUNT',
    'MIN_NOTIONAL',
    'MARKET_UNKNOWN',
    'MARKET_NOT_TRADING',
    'LIMIT_ONLY',
    'POST_ONLY_WOULD_CROSS',
  ),
  clockRefusals: [],
  keyRefusals: [],
  duplicates: [],
  // Its own adapter makes few calls and waits for each.
  limits: { requests: 120, forOrders: 60, tooMany: [] },
  strictNonce: false,
  streams: [],
  // Its answers are opened and read by its own adapter.
  read: () => ({ code: null, message: '', orderId: null, key: null }),
}
