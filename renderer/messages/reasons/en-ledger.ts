// English of the ledger.

import type { ledgerReasons } from '../../../shared/reasons/ledger.ts'
import type { WordsOf } from './words.ts'

export const ledgerWords: WordsOf<keyof typeof ledgerReasons> = {
  LEDGER_NO_ENTRY: 'This entry no longer exists.',
  LEDGER_ENTRY_FIXED: 'Fills of your orders can’t be edited. On an imported entry you can set the price and the note.',
  LEDGER_ASSET_MISSING: 'Choose a coin, or enter an asset.',
  LEDGER_AMOUNT_SIGN: 'Enter an amount above zero. Only an adjustment can be negative.',
  LEDGER_TARGET_MISSING: 'A transfer needs another place, a migration another coin.',
}
