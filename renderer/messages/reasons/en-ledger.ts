// English of the ledger.

import type { ledgerReasons } from '../../../shared/reasons/ledger.ts'
import type { WordsOf } from './words.ts'

export const ledgerWords: WordsOf<keyof typeof ledgerReasons> = {
  LEDGER_NO_ENTRY: 'This entry no longer exists.',
  LEDGER_ENTRY_FIXED: 'Fills of your orders can’t be edited. On an imported entry you can set the price and the note.',
  LEDGER_ASSET_MISSING: 'Choose a coin, or enter an asset.',
  LEDGER_AMOUNT_SIGN: 'Enter an amount above zero. Only an adjustment can be negative.',
  LEDGER_TARGET_MISSING: 'A transfer needs another place, a migration another coin.',
  LEDGER_CHANGING: 'The ledger kept changing while it was being exported. Try again.',
  TARGET_TWICE: 'Each coin or narrative can have one target.',
  TARGETS_TOO_MUCH: 'The targets add up to more than 100%.',
  TRANSFER_UNFIT: 'Choose a withdrawal and a deposit of the same coin at another account, of no more than left.',
  TRANSFER_IN_USE: 'One of these entries is already part of a transfer. Undo that first.',
  TRANSFER_GONE: 'This was already undone.',
  IMPORT_FORM_UNKNOWN: 'This isn’t a CSV file Prelist knows. Export it again, or put it into Prelist’s own columns.',
  IMPORT_ZONE_UNKNOWN: 'Unknown time zone.',
  IMPORT_PREVIEW_GONE: 'This preview has expired. Open the file again.',
  IMPORT_GONE: 'This import was already undone.',
  IMPORT_MAPPING: 'Choose the columns of time, coin, amount and type. Each must be in the file.',
  IMPORT_CANCELED: 'Import canceled. Nothing was added.',
  IMPORT_CELLS: 'Wrong number of columns.',
  IMPORT_UNPAIRED: 'The other side of this trade is missing.',
  IMPORT_ASSET: 'The asset is missing.',
  IMPORT_TARGET: 'A migration needs the new asset and amount. A transfer needs another account.',
  IMPORT_FILE_UNREADABLE: 'Couldn’t read this file. It must be a CSV file in UTF-8.',
  IMPORT_FILE_TOO_LARGE: 'Files up to 32 MB can be imported. Export a shorter period.',
  IMPORT_QUOTES: ({ line }) => `Unmatched quotation mark in line ${line}.`,
  IMPORT_BAD_ROWS: ({ rows }) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} can’t be read. Fix the file, or import without them.`,
  IMPORT_NUMBER: ({ text }) => `Not a number: ${text}`,
  IMPORT_TIME: ({ text }) => `Not a date: ${text}`,
  IMPORT_OPERATION: ({ text }) => `Unknown type: ${text}`,
  IMPORT_MARKET: ({ text }) => `Unknown market: ${text}`,
}
