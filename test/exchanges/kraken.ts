// The stand-in for Kraken.

import { KRAKEN_DIALECT, KRAKEN_KEY } from './kraken/api.ts'
import {
  KRAKEN_FORMS,
  KRAKEN_KEY_INFO,
  KRAKEN_LIST,
  KRAKEN_NAMELESS,
  KRAKEN_OTHERS,
  KRAKEN_REFUSALS,
} from './kraken/words.ts'
import { byHeader, type StandIn } from './stand-in.ts'

export const KRAKEN: StandIn = {
  key: KRAKEN_KEY,
  dialect: KRAKEN_DIALECT,
  naming: byHeader('api-key'),
  forms: KRAKEN_FORMS,
  refusals: KRAKEN_REFUSALS,
  repeatsKey: false,
  end: { param: 'deadline', value: undefined },
  datesPrices: false,
  halted: { status: 'cancel_only' },
  keyInfo: KRAKEN_KEY_INFO,
  lists: KRAKEN_LIST,
  others: KRAKEN_OTHERS,
  nameless: KRAKEN_NAMELESS,
}
