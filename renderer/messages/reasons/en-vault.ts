// English of the vault and of the keychain.

import type { vaultReasons } from '../../../shared/reasons/vault.ts'
import type { WordsOf } from './words.ts'

export const vaultWords: WordsOf<keyof typeof vaultReasons> = {
  VAULT_EXISTS: 'You already have a vault. Unlock it.',
  VAULT_NONE: 'You have no vault yet. Create one.',
  VAULT_LOCKED_AGAIN: 'The vault was locked again.',
  TOO_MANY_TRIES: 'Too many wrong passphrases. Wait before you try again.',
  DATA_KEY_IN_USE: 'This data key is still in use.',
  DATA_KEY_REPLACED: 'The vault’s data key was just rotated. Try again.',
  TOO_MANY_DATA_KEYS: 'Too many old data keys are still in use. Wait until re-encryption is done.',
  VAULT_ALTERED: 'The vault has been altered. Nothing was changed. Restore a backup.',
  VAULT_PARAMETERS_REFUSED: 'The vault has passphrase settings Prelist doesn’t accept.',
  BACKUP_RESTORED_MEANWHILE: 'A backup was just restored. Nothing was saved; try again.',
  PASSPHRASE_STAYS: 'You can’t remove the passphrase: the keychain can’t open this vault.',
  NO_KEYCHAIN_CHOOSE_PASSPHRASE: 'No system keychain here. Set a passphrase for the vault.',
  DOES_NOT_OPEN: 'That doesn’t open the vault.',
  NO_KEYCHAIN_SLOT: 'This vault isn’t in the keychain. Enter its passphrase.',
  KEYCHAIN_HOLDS_NONE: 'The keychain works but has no key for this vault.',
  KEYCHAIN_HOLDS_OTHER: 'The keychain’s key doesn’t open this vault.',
  VAULT_OLDER_COPY:
    'This vault is older than the one the keychain knows. Unlock it with its passphrase or recovery key.',
  KEYCHAIN_KEEPS: 'The keychain works.',
  KEYCHAIN_LOSES: 'The keychain didn’t return a test value.',
  KEYCHAIN_LOST_KEY: 'The keychain didn’t return the key it was given.',
  KEYCHAIN_OCCUPIED: 'The keychain has something else in place of this vault’s key.',
  KEYCHAIN_SILENT: 'No system keychain is running. Start one and try again.',
  KEYCHAIN_LOCKED: 'The keychain is locked. Unlock it and try again.',
  KEYCHAIN_LIBRARY_MISSING: 'Can’t load the keychain library. Install libsecret-1-0.',
}
