// What is said of the ledger.

export const ledgerReasons = {
  LEDGER_NO_ENTRY: {},
  LEDGER_ENTRY_FIXED: {},
  LEDGER_ASSET_MISSING: {},
  LEDGER_AMOUNT_SIGN: {},
  LEDGER_TARGET_MISSING: {},
  IMPORT_FORM_UNKNOWN: {},
  IMPORT_ZONE_UNKNOWN: {},
  IMPORT_PREVIEW_GONE: {},
  IMPORT_GONE: {},
  IMPORT_CELLS: {},
  IMPORT_UNPAIRED: {},
  IMPORT_ASSET: {},
  IMPORT_FILE_UNREADABLE: {},
  IMPORT_FILE_TOO_LARGE: {},
  IMPORT_QUOTES: { line: 'count' },
  IMPORT_BAD_ROWS: { rows: 'count' },
  IMPORT_NUMBER: { text: 'text' },
  IMPORT_TIME: { text: 'text' },
  IMPORT_OPERATION: { text: 'text' },
  IMPORT_MARKET: { text: 'text' },
} as const
