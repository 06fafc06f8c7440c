// The stand-in for Bybit.

import { BYBIT_DIALECT, BYBIT_KEY } from './bybit/api.ts'
import { BYBIT_FORMS, BYBIT_KEY_INFO, BYBIT_LIST, BYBIT_NAMELESS, BYBIT_OTHERS, BYBIT_REFUSALS } from './bybit/words.ts'
import { byHeader, type StandIn } from './stand-in.ts'

export const BYBIT: StandIn = {
  key: BYBIT_KEY,
  dialect: BYBIT_DIALECT,
  naming: byHeader('x-bapi-api-key', true),
  forms: BYBIT_FORMS,
  refusals: BYBIT_REFUSALS,
  repeatsKey: true,
  end: { header: 'X-BAPI-RECV-WINDOW', value: '60000' },
  datesPrices: false,
  halted: { status: 'Closed' },
  keyInfo: BYBIT_KEY_INFO,
  lists: BYBIT_LIST,
  others: BYBIT_OTHERS,
  nameless: BYBIT_NAMELESS,
}
