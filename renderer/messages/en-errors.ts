// English text for failures: what happened in a few words, and what helps. The backend's own message stands between.

import type { ErrorCode } from '../../shared/result.ts'

export interface ErrorText {
  title: string
  help: string
}

const BY_CODE: Record<ErrorCode, ErrorText> = {
  KEYCHAIN_MISSING: {
    title: 'The key is not in the keychain',
    help: 'Nothing was changed. Unlock with the passphrase, the recovery key, or restore a backup.',
  },
  KEYCHAIN_MISMATCH: {
    title: 'The keychain holds another key',
    help: 'Nothing was changed. Unlock with the passphrase, the recovery key, or restore a backup.',
  },
  NO_VAULT: { title: 'No vault yet', help: 'Create one under Accounts.' },
  VAULT_EXISTS: { title: 'There is a vault already', help: 'Unlock it. It is never replaced.' },
  VAULT_LOCKED: { title: 'The vault is locked', help: 'Nothing was changed or sent.' },
  VAULT_DAMAGED: { title: 'The vault is not as it was written', help: 'Nothing was changed. Restore a backup.' },
  PASSPHRASE_NEEDED: { title: 'A passphrase is needed', help: 'No keychain can be used here. Choose a passphrase.' },
  WRONG_PASSPHRASE: { title: 'Not the right passphrase', help: 'Check the keyboard layout and try again.' },
  WEAK_PASSPHRASE: { title: 'Passphrase too weak for a backup', help: 'Nothing was written.' },
  PROFILE_CHECKING: { title: 'Profile not checked yet', help: 'Nothing was sent.' },
  TRY_LATER: { title: 'Too many tries', help: 'Wait for the time shown.' },
  NO_TEST_ENVIRONMENT: {
    title: 'No test environment',
    help: 'Nothing was asked and nothing was stored. Use the practice account, or add a live one.',
  },
  BAD_KEY_FORM: { title: 'Not a key of this exchange', help: 'Nothing was asked and nothing was stored.' },
  KEY_NOT_CHECKED: {
    title: 'The key is not checked yet',
    help: 'Nothing was sent. Check the key under Accounts when the exchange can be reached.',
  },
  OTHER_ACCOUNT: {
    title: 'A key of another account',
    help: 'The old key stays in use. Add the new key as an account of its own.',
  },
  KEY_REFUSED: { title: 'The exchange refuses this key', help: 'Check the key at the exchange.' },
  KEY_TOO_POWERFUL: {
    title: 'This key can withdraw',
    help: 'It was not stored. Make one at the exchange that may only read and trade.',
  },
  KEY_UNAVAILABLE: { title: 'The key cannot be had', help: 'Check where it is kept.' },
  ANOTHER_VAULT: { title: 'Signed by another vault', help: 'Nothing was changed.' },
  NOT_CONFIRMED: { title: 'Key not confirmed on this computer', help: 'Confirm it in Accounts.' },
  BACKUP_INVALID: { title: 'Not a backup that can be restored', help: 'Nothing was changed.' },
  FILE_EXISTS: { title: 'There is a file already', help: 'Choose another name.' },
  FILE_NOT_USABLE: { title: 'The file cannot be used', help: 'Check the place and its permissions.' },
  BAD_INPUT: { title: 'Not accepted', help: 'Check what you entered.' },
  TOO_LARGE: { title: 'Too large', help: 'Shorten it and try again.' },
  RATE_LIMITED: { title: 'Too many requests', help: 'Wait a second and try again.' },
  UNKNOWN_OPERATION: { title: 'Not available', help: 'Close Prelist and start it again.' },
  FORBIDDEN_SENDER: { title: 'Refused', help: 'Close Prelist and start it again.' },
  NOT_FOUND: { title: 'Not found', help: 'It may have been removed.' },
  NOT_EDITABLE: { title: 'Cannot be changed', help: 'Published facts stay as they were published.' },
  NOT_ALLOWED: { title: 'Not possible now', help: 'Nothing was changed.' },
  IN_USE: { title: 'Still in use', help: 'Remove what depends on it first.' },
  DRAFT_NOT_FOUND: { title: 'The ticket is too old', help: 'Nothing was sent. Start again with a new ticket.' },
  KEY_REUSED: {
    title: 'The ticket was changed after it was sent',
    help: 'Nothing new was sent. Look at Orders first.',
  },
  GATEWAY_KEY_CHANGED: {
    title: 'The exchange shows another key',
    help: 'Nothing was sent. Ask its operator, and agree to the new key only when it is confirmed.',
  },
  MODE_CHANGED: {
    title: 'Another account than the button said',
    help: 'Nothing was sent. Close the ticket, look at account and mode, and open a new one.',
  },
  NO_MARKET: { title: 'No market', help: 'This account does not trade the coin.' },
  MARKET_NEEDED: { title: 'Several markets', help: 'Open a ticket and choose the market.' },
  LISTING_UNCONFIRMED: {
    title: 'Is this your coin?',
    help: 'Open a ticket and say whether it is the same coin.',
  },
  MARKET_CLOSED: { title: 'The market is closed', help: 'Nothing was sent. Wait until it trades.' },
  STEP: { title: 'Too fine for this market', help: 'Nothing was sent. Round the number to the step shown.' },
  SIZE_LIMIT: { title: 'Outside the market’s sizes', help: 'Nothing was sent. Change the size.' },
  PRICE_MOVED: { title: 'The price has moved', help: 'Nothing was sent. Look at the new price, then order again.' },
  PRICE_FAR: { title: 'Far from the market’s price', help: 'Nothing was sent. Confirm the price in the ticket.' },
  STOP_PRICE: { title: 'The stop price does not fit', help: 'Nothing was sent. Change the stop or the limit price.' },
  ONE_CLICK_OFF: { title: 'One-click orders are off', help: 'Nothing was sent. Use the ticket.' },
  PRICE_UNKNOWN: { title: 'No price known', help: 'Nothing was sent. Wait for a price or give a limit price.' },
  RULE_BREACH: {
    title: 'Over your limit',
    help: 'Nothing was sent. Open a ticket to make it smaller or to override the limit with a reason.',
  },
  SHARE_UNKNOWN: {
    title: 'Share of the portfolio unknown',
    help: 'Nothing was sent. See Portfolio for what has no price or no balances. In a ticket you can override the limit.',
  },
  INSUFFICIENT_FUNDS: { title: 'Not enough funds', help: 'Nothing was sent. Make it smaller.' },
  UNKNOWN_ORDER_FIRST: {
    title: 'An earlier order is not settled',
    help: 'Nothing was sent. Wait until it is known what became of it.',
  },
  HALTED: { title: 'Orders are halted', help: 'Nothing was sent. Resume on the Orders screen.' },
  NOT_CANCELABLE: { title: 'Can no longer be canceled', help: 'Its state in Orders is up to date.' },
  VENUE_UNREACHABLE: {
    title: 'The exchange does not answer',
    help: 'Prelist keeps trying. Look at Orders for the state.',
  },
  KEYCHAIN_LOCKED: { title: 'The keychain is locked', help: 'Unlock it in your system and try again.' },
  KEYCHAIN_UNREACHABLE: { title: 'The keychain cannot be reached', help: 'Start your system’s keychain service.' },
  STORAGE_FAILED: { title: 'The storage failed', help: 'Check that the disk has room and can be written.' },
  PROFILE_IN_USE: { title: 'The profile is in use', help: 'Another Prelist is open. Use that one.' },
  PROFILE_TOO_NEW: { title: 'The profile is newer than this app', help: 'Install the newer Prelist.' },
  PROFILE_DAMAGED: { title: 'The profile is damaged', help: 'Do not change its files. Restore a backup.' },
  PROFILE_MISSING: { title: 'The profile is missing', help: 'Put its file back, or begin a new profile.' },
  CLOSED: { title: 'The app is closing', help: 'Start Prelist again.' },
  INTERNAL: { title: 'A fault in Prelist', help: 'Try again. If it stays, start Prelist again.' },
}

export const errors = {
  byCode: BY_CODE,
  unknown: (code: string): ErrorText => ({ title: `Not done (${code})`, help: 'Start Prelist again, then try again.' }),
} as const
