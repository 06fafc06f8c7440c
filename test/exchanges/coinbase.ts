// The stand-in for Coinbase Advanced Trade.

import { COINBASE_DIALECT, COINBASE_KEY } from './coinbase/api.ts'
import {
  COINBASE_FORMS,
  COINBASE_KEY_INFO,
  COINBASE_LIST,
  COINBASE_NAMELESS,
  COINBASE_OTHERS,
  COINBASE_REFUSALS,
} from './coinbase/words.ts'
import type { StandIn } from './stand-in.ts'

export const COINBASE: StandIn = {
  key: COINBASE_KEY,
  dialect: COINBASE_DIALECT,
  naming: {
    // Its token is signed.
    named: ({ headers }) => {
      const token = headers['authorization']?.split('.')[1]
      return token === undefined ? '' : String(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')).sub)
    },
    renamed: (request) => request,
  },
  forms: COINBASE_FORMS,
  refusals: COINBASE_REFUSALS,
  repeatsKey: true,
  end: null,
  datesPrices: true,
  halted: { trading_disabled: true },
  keyInfo: COINBASE_KEY_INFO,
  lists: COINBASE_LIST,
  others: COINBASE_OTHERS,
  nameless: COINBASE_NAMELESS,
}
