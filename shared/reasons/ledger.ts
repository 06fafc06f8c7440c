// What is said of the ledger.

export const ledgerReasons = {
  LEDGER_NO_ENTRY: {},
  LEDGER_ENTRY_FIXED: {},
  LEDGER_ASSET_MISSING: {},
  LEDGER_AMOUNT_SIGN: {},
  LEDGER_TARGET_MISSING: {},
} as const
