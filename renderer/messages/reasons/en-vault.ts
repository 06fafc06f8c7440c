// English of the vault and of the keychain.

import type { vaultReasons } from '../../../shared/reasons/vault.ts'
import type { WordsOf } from './words.ts'

export const vaultWords: WordsOf<keyof typeof vaultReasons> = {
  VAULT_EXISTS: 'There is a vault already. Unlock it.',
  VAULT_NONE: 'There is no vault yet. Create one.',
  VAULT_LOCKED_AGAIN: 'The vault was locked again meanwhile.',
  TOO_MANY_TRIES: 'Too many wrong passphrases. Wait until another try is taken.',
  DATA_KEY_IN_USE: 'A record still needs its data key.',
  DATA_KEY_REPLACED: "The vault's data key was replaced meanwhile. Try again.",
  TOO_MANY_DATA_KEYS: 'Too many earlier data keys are still in use. Wait until all is sealed anew.',
  VAULT_ALTERED: 'The vault is not as it was written. Nothing was changed. Restore a backup.',
  VAULT_PARAMETERS_REFUSED: 'The vault names parameters for the passphrase that Prelist does not accept.',
  BACKUP_RESTORED_MEANWHILE: 'A backup was restored meanwhile. Nothing was kept; try again.',
  PASSPHRASE_STAYS: 'Without a working key in the keychain the passphrase cannot be removed.',
  VAULT_HERE: 'There is a vault already.',
  NO_KEYCHAIN_CHOOSE_PASSPHRASE: 'No keychain can be used here. Choose a passphrase for the vault.',
  DOES_NOT_OPEN: 'This does not open the vault.',
  NO_KEYCHAIN_SLOT: 'This vault has no key in the keychain. Give its passphrase.',
  KEYCHAIN_HOLDS_NONE: 'The keychain works, but it holds no key of this vault.',
  KEYCHAIN_HOLDS_OTHER: 'The keychain holds a key that does not open this vault.',
  VAULT_OLDER_COPY:
    'This vault is an older copy than the keychain remembers. Open it with its passphrase or its recovery key.',
  KEYCHAIN_KEEPS: 'The keychain kept a value and gave it back.',
  KEYCHAIN_LOSES: 'The keychain took a value but did not give it back.',
  KEYCHAIN_LOST_KEY: 'The keychain took the key but did not give it back.',
  KEYCHAIN_OCCUPIED: 'The keychain holds something else in the place of this vault’s key.',
  KEYCHAIN_SILENT: 'No keychain answers on this machine. Start one and try again.',
  KEYCHAIN_LOCKED: 'The keychain is locked. Unlock it and try again.',
  KEYCHAIN_LIBRARY_MISSING: 'The keychain library cannot be loaded. Install libsecret-1-0.',
}
