// English text of the activity: what each entry of the log means, in the words of a trader.

import type { AuditEventName, AuditKind } from '../../shared/audit.ts'
import { FACT_NAMES, FACT_VALUES } from './en-log-facts.ts'
import { count } from './reasons/en-figures.ts'

const KINDS: Record<AuditKind, string> = {
  secret: 'Key uses',
  key: 'Accounts and keys',
  vault: 'Vault',
  order: 'Orders',
  rule: 'Limits',
  refusal: 'Refusals',
  backup: 'Backups',
  alert: 'Alerts',
  app: 'App',
}

const EVENTS: Record<AuditEventName, string> = {
  'key-used': 'Key used',
  'key-stored': 'Key saved',
  'key-resealed': 'Key re-encrypted',
  'account-added': 'Account added',
  'account-renamed': 'Account renamed',
  'account-removed': 'Account removed',
  'key-checked': 'Key verification',
  'key-refused': 'Key rejected',
  'key-dropped': 'Stored key deleted',
  'key-age-reached': 'Key due for replacement',
  'command-confirmed': 'Key command confirmed',
  'reference-confirmed': 'Key reference confirmed',
  'rotation-started': 'New key saved',
  'rotation-checked': 'New key verification',
  'rotation-switched': 'New key in use',
  'rotation-finished': 'Old key deleted',
  'rotation-canceled': 'New key discarded',
  'leak-reported': 'Key leak reported',
  'leak-step': 'Leak step',
  'leak-ended': 'Leak resolved',
  'gateway-key-accepted': 'Exchange identity accepted',
  'vault-created': 'Vault created',
  'vault-unlocked': 'Vault unlocked',
  'unlock-failed': 'Unlock failed',
  'vault-locked': 'Vault locked',
  'vault-adopted': 'Vault taken from a backup',
  'passphrase-set': 'Passphrase set',
  'passphrase-removed': 'Passphrase removed',
  'wrapping-key-rotated': 'Keychain key rotated',
  'data-key-rotated': 'Data key rotated',
  'data-keys-retired': 'Old data keys destroyed',
  'records-resealed': 'Keys re-encrypted',
  'recovery-kit-written': 'Recovery key created',
  'keychain-changed': 'Keychain status changed',
  'keychain-mismatch': 'Wrong key in the keychain',
  'order-recorded': 'Order created',
  'order-attempted': 'Order sent',
  'order-answered': 'Order answered',
  'order-changed': 'Order updated',
  'cancel-requested': 'Cancel requested',
  'sending-halted': 'New orders paused',
  'sending-resumed': 'New orders resumed',
  'rules-saved': 'Limits saved',
  'rule-overridden': 'Limit overridden',
  'one-click-allowed': 'One-click orders turned on',
  'one-click-ended': 'One-click orders turned off',
  'order-refused': 'Order blocked by Prelist',
  'sender-refused': 'Unknown caller blocked',
  'operation-unknown': 'Unknown operation requested',
  'input-refused': 'Malformed input rejected',
  'gateway-key-refused': 'Exchange identity rejected',
  'backup-begun': 'Backup started',
  'backup-written': 'Backup saved',
  'backup-failed': 'Backup failed',
  'backup-restored': 'Backup restored',
  'restore-failed': 'Restore failed',
  'many-secret-uses': 'Key used unusually often',
  'secret-used-while-locked': 'Key used while the vault was locked',
  'unlock-failed-often': 'Five failed unlocks',
  'unknown-sender': 'Something else tried to call Prelist',
  'input-refused-often': 'Many malformed messages',
  'clock-turned-back': 'System clock set back',
  'key-too-old': 'Key overdue for replacement',
  'log-broken': 'The log has been altered',
  'log-cut': 'End of the log missing',
  'keychain-not-ours': 'The keychain has another key',
  'order-not-journaled': 'Key used for an unknown order',
  'app-opened': 'Prelist opened',
  'app-closed': 'Prelist closed',
  'log-exported': 'Log exported',
}

/** What a key was used for; a purpose of a later version is shown as it is. */
const PURPOSES: Record<string, string> = { check: 'was verified', read: 'read balances' }

const SENTENCES: Record<AuditEventName<'secret'>, (key: string, purpose: string) => string> = {
  'key-used': (key, purpose) => `${key} ${purpose}.`,
  'key-stored': (key) => `${key} was saved in the vault.`,
  'key-resealed': (key) => `${key} was re-encrypted.`,
}

const ENTRIES = { one: 'entry', other: 'entries' }

export const activity = {
  alert: (what: string) => `Alert: ${what}`,
  anchor: {
    yes: 'Nothing is missing from the end.',
    no: 'Entries are missing from the end.',
    unknown: 'Unlock the vault with the keychain to check that nothing is missing from the end.',
  },
  brokenAt: (entry: number) => `First altered entry: no. ${entry}. Earlier entries are intact.`,
  empty: 'Nothing here yet',
  emptyHelp: 'Key uses, order steps and refusals are listed here.',
  emptyPlain: 'No key uses yet',
  emptyPlainHelp: 'Every use of your API keys is listed here. Practice orders need no key.',
  /** An event of a later version is shown by its own word. */
  event: (event: string): string => (Object.hasOwn(EVENTS, event) ? EVENTS[event as AuditEventName] : event),
  facts: { names: FACT_NAMES, values: FACT_VALUES },
  export: 'Export log…',
  exported: (entries: number, path: string) => `${count(entries, ENTRIES)} saved to ${path}.`,
  intro: {
    plain: 'When each API key was used, and for what.',
    log: 'Entries are chained, so any change shows. The log holds no secrets.',
  },
  keyOf: (end: string | null, account: string | null) =>
    `${account === null ? 'Key' : `${account} key`}${end === null ? '' : ` (…${end})`}`,
  kind: 'Kind',
  kinds: { all: 'All kinds', ...KINDS },
  more: 'Show earlier entries',
  nothingFound: 'Nothing found',
  nothingFoundHelp: 'Try another word, or choose all kinds.',
  number: 'No.',
  only: (name: string) => `Showing ${name} only.`,
  purpose: (purpose: string | null) =>
    purpose === null
      ? 'was used'
      : ((Object.hasOwn(PURPOSES, purpose) ? PURPOSES[purpose] : null) ?? `was used for: ${purpose}`),
  search: 'Search the log',
  sentences: SENTENCES,
  showAll: 'Show all',
  subject: 'About',
  table: 'Log',
  time: 'When',
  title: 'Activity',
  verify: 'Verify log',
  verifyBroken: 'The log has been altered.',
  verifying: 'Verifying…',
  verifyOk: 'Log verified.',
  view: 'View',
  views: { plain: 'Key uses', log: 'Full log' },
  walked: (entries: number, checkpoints: number) =>
    `${count(entries, ENTRIES)}, ${count(checkpoints, { one: 'signed checkpoint', other: 'signed checkpoints' })}.`,
  what: 'What',
  why: 'Details',
} as const
