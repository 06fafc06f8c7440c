// English text of the vault and of backups.

import type { KeychainState, LockReason, VaultState } from '../../shared/vault.ts'

const STATES: Record<VaultState, { word: string; explain: string }> = {
  none: { word: 'No vault', explain: 'There is no vault yet. It is made before the first key.' },
  locked: { word: 'Locked', explain: 'The keys cannot be used. Everything else works.' },
  unlocked: { word: 'Unlocked', explain: 'The keys can be used until the vault is locked.' },
  unreachable: {
    word: 'Keychain does not answer',
    explain:
      'The vault is there, but the keychain that holds its key is locked or does not answer. Nothing was changed.',
  },
  mismatch: {
    word: 'Key not in the keychain',
    explain:
      'The vault is there, but the keychain does not hold the key that opens it. Nothing was changed, and no new key is made.',
  },
}

const KEYCHAINS: Record<KeychainState, string> = {
  ok: 'answers and holds the key',
  absent: 'holds no key of this vault',
  locked: 'is locked',
  unreachable: 'does not answer',
  mismatch: 'holds another key',
  degraded: 'cannot be used; the vault was opened in another way',
}

const LOCKED_BY: Record<LockReason, string> = {
  trader: 'Locked by you.',
  idle: 'Locked because it was not used for a while.',
  sleep: 'Locked because the computer slept.',
  'screen-lock': 'Locked with the screen.',
  'process-ended': 'Locked because the process that holds the keys ended.',
  closing: 'Locked when Prelist was closed.',
}

export const vault = {
  autoLock: 'Lock after',
  autoLocks: { '5': '5 min', '15': '15 min', '60': '1 h', never: 'Never' },
  backup: 'Backup',
  backupExplain:
    'One file in the age format with everything in this profile but the practice money: research, notes, holdings, orders, accounts with their sealed keys, and the key of the vault. Whoever can open the file can use the keys.',
  backupPassphrase: 'Passphrase of the backup',
  backupRecipient: 'Or an age recipient (age1…)',
  backupSaved: (path: string, kilobytes: string) => `Backup written to ${path}, ${kilobytes} kB.`,
  create: 'Create the vault',
  createExplain:
    'With an empty passphrase the key lies in your system’s keychain. With a passphrase the vault opens with it alone, and nobody can replace a lost one.',
  created: 'The vault was created.',
  dataKey: 'Data key',
  exporting: 'Writing the backup…',
  exportNow: 'Write a backup',
  identity: 'Or the recovery key (AGE-SECRET-KEY-1…)',
  importing: 'Checking and restoring…',
  importNow: 'Restore a backup',
  importWarning: (path: string) =>
    `Everything in this profile is replaced by what is in ${path}, after all of it was checked. The present state is put aside first.`,
  importYes: 'Replace and restore',
  keep: 'Keep what is here',
  keychain: (state: KeychainState) => `The keychain ${KEYCHAINS[state]}.`,
  kitExplain: 'A file with a key on paper’s terms: print it, put it away, and delete the file.',
  kitSaved: (path: string) => `Recovery key written to ${path}. Print it and delete the file.`,
  kitWrite: 'Write a recovery key',
  lock: 'Lock now',
  lockedBy: (reason: LockReason) => LOCKED_BY[reason],
  newPassphrase: 'New passphrase',
  opens: 'Opens with',
  passphrase: 'Passphrase',
  passphraseOptional: 'Passphrase (may be left empty)',
  passphraseRemove: 'Remove the passphrase',
  passphraseSet: 'Set the passphrase',
  recordsBehind: (count: number) =>
    count === 1 ? '1 key is being sealed anew.' : `${count} keys are being sealed anew.`,
  restored: (orders: number, accounts: number) => `Restored: ${orders} orders, ${accounts} accounts.`,
  retryAt: 'Another passphrase is taken after the wait.',
  rotateData: 'New data key',
  rotateHelp: 'A new key for what is sealed from now on. Nothing has to be entered again.',
  rotateWrapping: 'New key in the keychain',
  rotated: 'The key was replaced.',
  slots: { keychain: 'keychain', passphrase: 'passphrase', recovery: 'recovery key' },
  states: STATES,
  title: 'Vault',
  unlock: 'Unlock',
  wrappingKey: 'Key in the keychain',
} as const
