// English text of the vault and of backups.

import type { Rules } from '../../shared/portfolio.ts'
import type { KeychainState, LockReason, VaultState } from '../../shared/vault.ts'
import { formatLimit } from '../format.ts'

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
  again: 'The same again',
  anotherVaultHelp: 'If you made this backup yourself on another computer, enter its passphrase again to go on.',
  autoLock: 'Lock when not used for',
  autoLocks: { '5': '5 min', '15': '15 min', '60': '1 h', never: 'Never' },
  backup: 'Backup',
  backupCounts: {
    orders: 'Orders',
    accounts: 'Accounts',
    ownCoins: 'Own coins',
    holdings: 'Holdings',
    auditEntries: 'Log entries',
  },
  backupExplain:
    'One file in the age format with everything in this profile but the practice money: research, notes, holdings, orders, accounts with their sealed keys, and the key of the vault. Whoever can open the file can use the keys.',
  backupHow: 'The file opens with',
  backupHows: { passphrase: 'a passphrase', recipient: 'an age identity' },
  backupMade: 'Written',
  backupNeedsVault: 'A backup holds the key of the vault, so the vault has to be unlocked to write one.',
  backupPassphrase: 'Passphrase of the backup',
  backupRecipient: 'age recipient (age1…)',
  backupRecipientHelp: 'The public half. Only the identity that belongs to it opens the file.',
  backupSaved: 'The backup is written.',
  backupSigned: 'Signed by',
  backupSigners: { 'this-vault': 'this vault', 'another-vault': 'another vault' },
  backupSize: (kilobytes: string) => `${kilobytes} kB`,
  care: 'Passphrase, keys and recovery',
  create: 'Create the vault',
  createExplain:
    'Left empty, the key of the vault lies in your system’s keychain. With a passphrase the vault opens with it alone, and nobody can replace a lost one.',
  created: 'The vault was created.',
  dataHelp:
    'Makes a new key for what is sealed from now on. What is stored is sealed anew in the background; then the earlier data key is destroyed.',
  dataKey: 'Data key',
  exportProgress: 'Backup written so far',
  exporting: 'Writing the backup…',
  exportNow: 'Write a backup',
  file: 'File',
  identity: 'Recovery key (AGE-SECRET-KEY-1…)',
  importHow: 'It opens with',
  importHows: { passphrase: 'a passphrase', identity: 'an age identity' },
  importIdentity: 'age identity (AGE-SECRET-KEY-1…)',
  importing: 'Checking and restoring…',
  importNow: 'Restore a backup…',
  importWarning:
    'This replaces everything in this profile by what is in the file: notes, holdings, orders, accounts and their keys, the log and the vault. All of the file is checked first, and the present state is put aside. The practice money stays.',
  importAnyway: 'Replace everything anyway',
  limits: ({ project, earlyStage }: Rules) =>
    `${formatLimit(project.limit)} per project (${project.level}), ${formatLimit(earlyStage.limit)} early stage (${earlyStage.level})`,
  limitsChanged: 'Limits changed',
  importYes: 'Replace everything and restore',
  keep: 'Keep what is here',
  keychain: (state: KeychainState) => `The keychain ${KEYCHAINS[state]}.`,
  keychainNotAsked: 'Not asked yet. It is asked when you unlock, because the system may want a password.',
  kitAgain: 'There is a recovery key. Another one takes its place, and the earlier one opens nothing any more.',
  kitExplain:
    'Writes a file with a key that opens this vault. Print it, keep the paper apart from the computer, and delete the file.',
  kitSaved: (path: string) => `Recovery key written to ${path}. Print it and delete the file.`,
  kitWrite: 'Write a recovery key…',
  lock: 'Lock now',
  lockedBy: (reason: LockReason) => LOCKED_BY[reason],
  lockHint: 'Or press L anywhere.',
  made: 'Made',
  mark: { open: 'Vault open', locked: 'Vault locked' },
  missing: 'Type it first.',
  newPassphrase: 'New passphrase',
  noWay: 'Nothing that is stored here can open this vault. Restore a backup.',
  notSame: 'The two are not the same. Type both again.',
  opens: 'Opens with',
  passphrase: 'Passphrase',
  passphraseChange: 'Change the passphrase',
  passphraseHas: 'The vault opens with a passphrase. Nobody can replace a lost one.',
  passphraseKeep: 'Keep the passphrase',
  passphraseNone: 'Another way in beside the keychain. Nobody can replace a lost passphrase.',
  passphraseOptional: 'Passphrase (may be left empty)',
  passphraseRemove: 'Remove the passphrase',
  passphraseRemoved: 'The passphrase was removed.',
  passphraseRemoveHelp: 'From then on the passphrase opens nothing. The keychain still does.',
  passphraseRemoveYes: 'Remove it',
  passphraseSaved: 'The passphrase was set.',
  passphraseSet: 'Set the passphrase',
  recordsBehind: (count: number) =>
    count === 1 ? '1 key is being sealed anew.' : `${count} keys are being sealed anew.`,
  recovery: 'Recovery key',
  restored: 'The backup is restored.',
  retryAt: (time: string) => `Too many wrong passphrases. The next try is taken at ${time}.`,
  rotateData: 'New data key',
  rotateWrapping: 'New key in the keychain',
  rotated: {
    'wrapping-key': 'The key in the keychain was replaced.',
    'data-key': 'There is a new data key; what is stored is being sealed anew.',
  },
  slots: { keychain: 'keychain', passphrase: 'passphrase', recovery: 'recovery key' },
  states: STATES,
  title: 'Vault',
  unlocked: 'The vault is unlocked.',
  unlockKeychain: 'Unlock with the keychain',
  unlockPassphrase: 'Unlock with the passphrase',
  unlockRecovery: 'Unlock with the recovery key',
  working: 'One moment…',
  wrappingHelp:
    'Puts a new key into the keychain and removes the old one. What is stored stays as it is, and nothing has to be entered again.',
  wrappingKey: 'Key in the keychain',
} as const
