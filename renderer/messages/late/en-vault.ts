// English text of the vault and of backups.

import type { Rules } from '../../../shared/portfolio.ts'
import type { KeychainState, VaultState } from '../../../shared/vault.ts'
import { formatLimit } from '../../format.ts'
import { count } from '../reasons/en-count.ts'
import { LEVELS } from '../reasons/en-figures.ts'

const STATES: Record<VaultState, { word: string; explain: string }> = {
  none: { word: 'No vault', explain: 'Create a vault before adding an API key.' },
  locked: { word: 'Locked', explain: 'API keys can’t be used. Everything else works.' },
  unlocked: { word: 'Unlocked', explain: 'API keys can be used until you lock it.' },
  unreachable: {
    word: 'Keychain not responding',
    explain: 'The system keychain that holds the vault’s key is locked or not responding. Nothing was changed.',
  },
  mismatch: {
    word: 'Vault key missing',
    explain: 'The system keychain doesn’t have the key that opens this vault. Nothing was changed.',
  },
}

const KEYCHAINS: Record<KeychainState, string> = {
  ok: 'OK',
  absent: 'No key for this vault',
  locked: 'Locked',
  unreachable: 'Not responding',
  mismatch: 'Wrong key',
  degraded: 'Not available; the vault was opened another way',
}

export const vault = {
  again: 'Confirm passphrase',
  anotherVaultHelp: 'If you made this backup on another computer, enter its passphrase again to continue.',
  autoLock: 'Auto-lock after',
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
    'One age file with your research, notes, holdings, orders, accounts and encrypted API keys. Practice money isn’t included. Anyone who can open the file can use the keys.',
  backupHow: 'Protect with',
  backupHows: { passphrase: 'a passphrase', recipient: 'an age identity' },
  backupMade: 'Created',
  backupNeedsVault: 'Unlock the vault to create a backup.',
  backupPassphrase: 'Backup passphrase',
  backupRecipient: 'age recipient (age1…)',
  backupRecipientHelp: 'The public key. Only its identity can open the file.',
  backupSaved: 'Backup saved.',
  backupSigned: 'Signed by',
  backupSigners: { 'this-vault': 'this vault', 'another-vault': 'another vault' },
  backupSize: (kilobytes: string) => `${kilobytes} kB`,
  care: 'Passphrase, keys and recovery',
  create: 'Create vault',
  createExplain: 'Leave blank to unlock with your system keychain. If you set a passphrase, it can’t be recovered.',
  dataHelp: 'Re-encrypts your API keys with a new data key in the background, then destroys the old one.',
  dataKey: 'Data key',
  exportProgress: 'Backup progress',
  exporting: 'Saving the backup…',
  exportNow: 'Create backup',
  file: 'File',
  identity: 'Recovery key (AGE-SECRET-KEY-1…)',
  importHow: 'Open with',
  importHows: { passphrase: 'a passphrase', identity: 'an age identity' },
  importIdentity: 'age identity (AGE-SECRET-KEY-1…)',
  importing: 'Checking and restoring…',
  importNow: 'Restore backup…',
  importWarning:
    'This replaces your notes, holdings, orders, accounts, API keys, log and vault with those in the file. The file is checked first and your current data is set aside. Practice money stays.',
  importAnyway: 'Replace everything anyway',
  limits: ({ project, earlyStage }: Rules) =>
    `${formatLimit(project.limit)} per project (${LEVELS[project.level]}), ${formatLimit(earlyStage.limit)} early-stage (${LEVELS[earlyStage.level]})`,
  limitsChanged: 'Limits changed',
  importYes: 'Replace everything and restore',
  keep: 'Keep what is here',
  keychain: (state: KeychainState) => KEYCHAINS[state],
  keychainNotAsked: 'Not checked yet. Unlocking checks it, and your system may ask for a password.',
  kitAgain: 'You have a recovery key. A new one replaces it, and the old one stops working.',
  kitExplain:
    'Saves a file with a key that opens this vault. Print it, store it away from this computer, and delete the file.',
  kitWrite: 'Create recovery key…',
  lock: 'Lock now',
  lockHint: 'Or press L anywhere.',
  made: 'Created',
  missing: 'Enter it first.',
  newPassphrase: 'New passphrase',
  noWay: 'Nothing on this computer can open this vault. Restore a backup.',
  notSame: 'The passphrases don’t match. Enter both again.',
  opens: 'Opens with',
  passphrase: 'Passphrase',
  passphraseChange: 'Change passphrase',
  passphraseHas: 'The vault opens with a passphrase. It can’t be recovered.',
  passphraseKeep: 'Keep it',
  passphraseNone: 'A second way to unlock, besides the keychain. A passphrase can’t be recovered.',
  passphraseOptional: 'Passphrase (optional)',
  passphraseRemove: 'Remove passphrase',
  passphraseRemoveHelp: 'You’ll unlock with the keychain only.',
  passphraseRemoveYes: 'Remove',
  passphraseSet: 'Set passphrase',
  recordsBehind: (number: number) => `Re-encrypting ${count(number, { one: 'key', other: 'keys' })}…`,
  recovery: 'Recovery key',
  restored: 'Backup restored.',
  retryAt: (time: string) => `Too many wrong passphrases. Try again at ${time}.`,
  rotateData: 'Rotate data key',
  rotateWrapping: 'Rotate keychain key',
  slots: { keychain: 'keychain', passphrase: 'passphrase', recovery: 'recovery key' },
  states: STATES,
  title: 'Vault',
  unlockKeychain: 'Unlock with keychain',
  unlockPassphrase: 'Unlock with passphrase',
  unlockRecovery: 'Unlock with recovery key',
  working: 'One moment…',
  wrappingHelp:
    'Stores a new key in your system keychain and removes the old one. You don’t have to enter anything again.',
  wrappingKey: 'Keychain key',
} as const
