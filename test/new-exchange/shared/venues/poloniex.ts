// Poloniex, spot. Sources, read 2026-11-29 as stored: api-docs.poloniex.com/spot/api (authentication, recvWindow),
// /spot/api/private/order (create, cancel), /spot/error-code.

import { member, textOf } from '../../../../shared/venues/json.ts'
import { codes, hexKey, type VenueRecord } from '../../../../shared/venues/record.ts'
import { POLONIEX_FACTS } from './facts/poloniex.ts'

export const POLONIEX: VenueRecord = {
  venue: 'poloniex',
  ...POLONIEX_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[A-Za-z0-9_-]{1,64}$/,
  refusalStatus: null,
  refusals: codes(
    '10040',
    '10041',
    '21309',
    '21310',
    '21311',
    '21314',
    '21322',
    '21328',
    '21330',
    '21335',
    '21336',
    '21709',
  ),
  clockRefusals: [],
  keyRefusals: [],
  duplicates: codes('21312'),
  limits: { requests: 100, forOrders: 50, tooMany: codes('429') },
  strictNonce: false,
  streams: [],
  read: (_status, body) => {
    const code = textOf(member(body, 'code'))
    const isRefused = code !== null && code !== '200'
    return {
      code: isRefused ? code : null,
      message: textOf(member(body, 'message')) ?? '',
      orderId: isRefused ? null : textOf(member(body, 'id')),
      key: textOf(member(body, 'clientOrderId')),
    }
  },
}
