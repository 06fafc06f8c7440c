// The stand-in for OKX.

import { OKX_DIALECT, OKX_KEY } from './okx/api.ts'
import { OKX_FORMS, OKX_KEY_INFO, OKX_LIST, OKX_NAMELESS, OKX_OTHERS, OKX_REFUSALS } from './okx/words.ts'
import { byHeader, type StandIn } from './stand-in.ts'

export const OKX: StandIn = {
  key: OKX_KEY,
  dialect: OKX_DIALECT,
  naming: byHeader('ok-access-key'),
  forms: OKX_FORMS,
  refusals: OKX_REFUSALS,
  repeatsKey: true,
  end: { header: 'expTime', value: '9999999999999' },
  datesPrices: true,
  halted: { state: 'suspend' },
  keyInfo: OKX_KEY_INFO,
  lists: OKX_LIST,
  others: OKX_OTHERS,
  nameless: OKX_NAMELESS,
}
