// The stand-in for Binance.

import { BINANCE_DIALECT, BINANCE_KEY } from './binance/api.ts'
import {
  BINANCE_FORMS,
  BINANCE_KEY_INFO,
  BINANCE_LIST,
  BINANCE_NAMELESS,
  BINANCE_OTHERS,
  BINANCE_REFUSALS,
} from './binance/words.ts'
import { byHeader, type StandIn } from './stand-in.ts'

export const BINANCE: StandIn = {
  key: BINANCE_KEY,
  dialect: BINANCE_DIALECT,
  naming: byHeader('x-mbx-apikey'),
  forms: BINANCE_FORMS,
  refusals: BINANCE_REFUSALS,
  repeatsKey: true,
  end: { param: 'recvWindow', value: 60_000 },
  datesPrices: true,
  halted: { status: 'HALT' },
  keyInfo: BINANCE_KEY_INFO,
  lists: BINANCE_LIST,
  others: BINANCE_OTHERS,
  nameless: BINANCE_NAMELESS,
}
