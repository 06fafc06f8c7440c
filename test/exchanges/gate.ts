// The stand-in for Gate.

import { GATE_DIALECT, GATE_KEY } from './gate/api.ts'
import { GATE_FORMS, GATE_KEY_INFO, GATE_LIST, GATE_NAMELESS, GATE_OTHERS, GATE_REFUSALS } from './gate/words.ts'
import { byHeader, type StandIn } from './stand-in.ts'

export const GATE: StandIn = {
  key: GATE_KEY,
  dialect: GATE_DIALECT,
  naming: byHeader('key'),
  forms: GATE_FORMS,
  refusals: GATE_REFUSALS,
  repeatsKey: true,
  end: { header: 'x-gate-exptime', value: '9999999999999' },
  datesPrices: false,
  halted: { trade_status: 'untradable' },
  keyInfo: GATE_KEY_INFO,
  lists: GATE_LIST,
  others: GATE_OTHERS,
  nameless: GATE_NAMELESS,
}
