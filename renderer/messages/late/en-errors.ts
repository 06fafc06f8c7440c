// English text for failures: what happened in a few words, and what helps. The backend's own message stands between.

import type { ErrorCode } from '../../../shared/result.ts'

export interface ErrorText {
  title: string
  help: string
}

export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  KEYCHAIN_MISSING: {
    title: 'Vault key not in the keychain',
    help: 'Nothing was changed. Unlock with your passphrase or recovery key, or restore a backup.',
  },
  KEYCHAIN_MISMATCH: {
    title: 'Wrong vault key in the keychain',
    help: 'Nothing was changed. Unlock with your passphrase or recovery key, or restore a backup.',
  },
  NO_VAULT: { title: 'No vault yet', help: 'Create one under Accounts.' },
  VAULT_EXISTS: { title: 'You already have a vault', help: 'Unlock it.' },
  VAULT_LOCKED: { title: 'The vault is locked', help: 'Nothing was changed or sent.' },
  VAULT_DAMAGED: { title: 'The vault has been altered', help: 'Nothing was changed. Restore a backup.' },
  PASSPHRASE_NEEDED: { title: 'Passphrase needed', help: 'No system keychain here, so set a passphrase.' },
  WRONG_PASSPHRASE: { title: 'Wrong passphrase', help: 'Check the keyboard layout and try again.' },
  WEAK_PASSPHRASE: { title: 'Passphrase too weak for a backup', help: 'Nothing was written.' },
  PROFILE_CHECKING: { title: 'Still checking your profile', help: 'Nothing was sent.' },
  TRY_LATER: { title: 'Too many attempts', help: 'Wait until the time shown.' },
  NO_TEST_ENVIRONMENT: {
    title: 'No test environment',
    help: 'Nothing was saved. Use the practice account, or add a live one.',
  },
  BAD_KEY_FORM: { title: 'Not a valid key for this exchange', help: 'Nothing was saved.' },
  KEY_NOT_CHECKED: {
    title: 'Key not verified yet',
    help: 'Nothing was sent. Verify the key under Accounts once the exchange is online.',
  },
  OTHER_ACCOUNT: {
    title: 'Key of a different account',
    help: 'The old key stays in use. Add the new key as a separate account.',
  },
  KEY_REFUSED: { title: 'The exchange rejects this key', help: 'Check the key on the exchange.' },
  KEY_TOO_POWERFUL: {
    title: 'This key can withdraw',
    help: 'It wasn’t saved. Create one on the exchange that can only read and trade.',
  },
  KEY_UNAVAILABLE: { title: 'Key unavailable', help: 'Check where it’s stored.' },
  ANOTHER_VAULT: { title: 'Signed by another vault', help: 'Nothing was changed.' },
  NOT_CONFIRMED: { title: 'Key not confirmed on this computer', help: 'Confirm it under Accounts.' },
  BACKUP_INVALID: { title: 'Can’t restore this backup', help: 'Nothing was changed.' },
  FILE_EXISTS: { title: 'File already exists', help: 'Choose another name.' },
  FILE_NOT_USABLE: { title: 'Can’t use this file', help: 'Check its folder and permissions.' },
  BAD_INPUT: { title: 'Not accepted', help: 'Check your entry.' },
  TOO_LARGE: { title: 'Too large', help: 'Shorten it and try again.' },
  RATE_LIMITED: { title: 'Too many requests', help: 'Wait a second and try again.' },
  UNKNOWN_OPERATION: { title: 'Not available', help: 'Restart Prelist.' },
  FORBIDDEN_SENDER: { title: 'Not allowed', help: 'Restart Prelist.' },
  NOT_FOUND: { title: 'Not found', help: 'It may have been removed.' },
  NOT_EDITABLE: { title: 'Can’t be changed', help: 'Published facts are read-only.' },
  NOT_ALLOWED: { title: 'Can’t do that now', help: 'Nothing was changed.' },
  IN_USE: { title: 'Still in use', help: 'Remove what uses it first.' },
  DRAFT_NOT_FOUND: { title: 'Ticket expired', help: 'Nothing was sent. Open a new ticket.' },
  KEY_REUSED: {
    title: 'Ticket already sent',
    help: 'Nothing new was sent. Check Orders first.',
  },
  GATEWAY_KEY_CHANGED: {
    title: 'The exchange’s identity has changed',
    help: 'Nothing was sent. Ask the operator to confirm the new identity before you accept it.',
  },
  MODE_CHANGED: {
    title: 'Account or mode changed',
    help: 'Nothing was sent. Check the account and mode, then open a new ticket.',
  },
  NO_MARKET: { title: 'Not listed', help: 'Choose another account.' },
  MARKET_NEEDED: { title: 'Several markets', help: 'Open a ticket and pick one.' },
  LISTING_UNCONFIRMED: {
    title: 'Is this your coin?',
    help: 'Open a ticket and confirm the coin.',
  },
  MARKET_CLOSED: { title: 'Market closed', help: 'Nothing was sent. Wait until it trades.' },
  STEP: { title: 'Too many decimals', help: 'Nothing was sent. Round to the step shown.' },
  SIZE_LIMIT: { title: 'Outside the market’s limits', help: 'Nothing was sent. Change the size.' },
  PRICE_MOVED: { title: 'The price moved', help: 'Nothing was sent.' },
  PRICE_FAR: { title: 'Far from the market’s price', help: 'Nothing was sent. Confirm the price in the ticket.' },
  STOP_PRICE: { title: 'Check the stop price', help: 'Nothing was sent. Change the stop or limit price.' },
  ONE_CLICK_OFF: { title: 'One-click orders are off', help: 'Nothing was sent. Use the ticket.' },
  PRICE_UNKNOWN: { title: 'No price', help: 'Nothing was sent.' },
  RULE_BREACH: {
    title: 'Over your limit',
    help: 'Nothing was sent. Open a ticket to reduce the size or override the limit.',
  },
  SHARE_UNKNOWN: {
    title: 'Portfolio share unknown',
    help: 'Nothing was sent. See Portfolio for missing prices or balances, or override the limit in a ticket.',
  },
  INSUFFICIENT_FUNDS: { title: 'Insufficient funds', help: 'Nothing was sent. Reduce the size.' },
  UNKNOWN_ORDER_FIRST: {
    title: 'An earlier order is unconfirmed',
    help: 'Nothing was sent.',
  },
  HALTED: { title: 'New orders are paused', help: 'Nothing was sent.' },
  NOT_CANCELABLE: { title: 'Too late to cancel', help: 'See Orders for its status.' },
  VENUE_UNREACHABLE: {
    title: 'No answer from the exchange',
    help: 'We keep trying. See Orders for the status.',
  },
  KEYCHAIN_LOCKED: { title: 'Keychain locked', help: 'Unlock your system keychain and try again.' },
  KEYCHAIN_UNREACHABLE: { title: 'No answer from the keychain', help: 'Start your system’s keychain service.' },
  STORAGE_FAILED: { title: 'Couldn’t save', help: 'Check that the disk has room and is writable.' },
  PROFILE_IN_USE: { title: 'Prelist is already open', help: 'Use the open window.' },
  PROFILE_TOO_NEW: { title: 'Profile from a newer version', help: 'Update Prelist.' },
  PROFILE_DAMAGED: { title: 'Profile damaged', help: 'Don’t change its files. Restore a backup.' },
  PROFILE_MISSING: { title: 'Profile missing', help: 'Put its file back, or start a new profile.' },
  CLOSED: { title: 'Prelist is closing', help: 'Start it again.' },
  INTERNAL: { title: 'Something went wrong', help: 'Try again. If it keeps happening, restart Prelist.' },
}
