// Kraken's words: the fields that it documents for an order and its cancel, its refusals, what it tells of a key, and orders of
// others in shapes that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row } from '../stand-in.ts'

export const KRAKEN_FORMS: Forms = {
  isJson: false,
  order: {
    names:
      'nonce ordertype type volume pair userref? cl_ord_id? displayvol? asset_class? price? price2? trigger? leverage? reduce_only? stptype? oflags? timeinforce? starttm? expiretm? deadline? validate?',
  },
  cancel: { names: 'nonce txid? cl_ord_id?' },
}

const refused = (error: string) => listed(200, { error: [error] })

export const KRAKEN_REFUSALS: Refusals = {
  key: refused('EAPI:Invalid key'),
  step: refused('EOrder:Order minimum not met'),
  'would-cross': refused('EOrder:Post only order'),
  halted: refused('EService:Market in cancel_only mode'),
  funds: refused('EOrder:Insufficient funds'),
}

/** Its call about a key, and what it answers. */
export const KRAKEN_KEY_INFO: KeyTelling = {
  path: '/0/private/GetApiKeyInfo',
  tells: ({ withdraw, account }) =>
    ok({
      error: [],
      result: {
        apiKeyName: 'mine',
        apiKey: 'the key itself',
        nonce: '1772627060997',
        nonceWindow: 0,
        permissions: withdraw ? ['query-funds', 'withdraw-funds'] : ['query-funds', 'modify-trades'],
        iban: account === null ? '' : `AA88 N84G WOAK ${account}`,
        validUntil: '1798761600',
        queryFrom: '0',
        queryTo: '0',
        createdTime: '1772542900',
        modifiedTime: '1772543095',
        ipAllowlist: ['1.2.3.4'],
        lastUsed: '1772627061',
      },
    }),
  rights: ['query-funds', 'modify-trades'],
  account: null,
}

export const KRAKEN_LIST: ListPlace = {
  path: /\/(Open|Closed|Query)Orders$/,
  at: ['result'],
  key: 'cl_ord_id',
  hasIds: true,
  status: 'status',
  open: /OpenOrders/,
  everyMarket: 'all',
  groups: null,
}

/** One row of somebody else's, with what is different about it. */
const krakenRow = (descr: Row, more: Row = {}): Row => ({
  ...{ refid: null, userref: null, status: 'canceled', reason: 'User requested', opentm: 1.1, vol: '1.5' },
  ...{ vol_exec: '0', cost: '0', price: '0', misc: '', oflags: 'fciq' },
  ...{ descr: { pair: 'PEAQUSDT', type: 'sell', leverage: '2:1', ...descr }, ...more },
})

export const KRAKEN_OTHERS: readonly Row[] = [
  krakenRow({ ordertype: 'settle-position', price: '0', price2: '0' }),
  krakenRow({ ordertype: 'trailing-stop', price: '+5.0000%', price2: '0' }, { status: 'open' }),
  krakenRow({ ordertype: 'iceberg', price: '2', price2: '0', display_vol: '0.5' }, { status: 'open' }),
  krakenRow({ ordertype: 'take-profit-limit', price: '3', price2: '2.9' }, { cl_ord_id: 'theirs' }),
  krakenRow({ ordertype: null, pair: null, type: null }, { vol: null, status: 'a-status-of-tomorrow' }),
]

/** It could be ours. */
export const KRAKEN_NAMELESS: Row = { id: '', ...krakenRow({ ordertype: 'tomorrow' }) }
