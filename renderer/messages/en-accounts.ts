// English text of the accounts and of their keys.

import type { KeyAge, KeyCheck, KeySource, Leak, LeakStep } from '../../shared/accounts.ts'

const AGES: Record<KeyAge, string> = { fresh: 'fresh', warn: 'replace soon', alert: 'replace now', due: 'overdue' }
const CHECKS: Record<KeyCheck['state'], string> = {
  accepted: 'accepted',
  refused: 'refused',
  unreachable: 'no answer',
  'not-checked': 'not checked',
}
const SOURCES: Record<KeySource, string> = {
  vault: 'in the vault',
  environment: 'environment variable',
  file: 'file',
  command: 'command',
}
const STEPS: Record<LeakStep, { name: string; help: string }> = {
  'stop-sending': { name: 'Stop sending', help: 'No new order leaves with this key.' },
  'cancel-orders': { name: 'Cancel open orders', help: 'While the key still works. Needs a connection.' },
  'revoke-at-venue': {
    name: 'Revoke the key',
    help: 'Only the exchange can revoke it. Open its page and delete the key.',
  },
  'drop-local-copy': { name: 'Drop the copy here', help: 'Prelist forgets the key. It cannot be undone.' },
  'review-uses': { name: 'Look at its uses', help: 'Activity shows each use of the key since it was put in.' },
}
const STEP_STATES: Record<Leak['steps'][number]['state'], string> = {
  done: 'done',
  waiting: 'waiting',
  skipped: 'skipped',
}

export const accounts = {
  add: 'Add an account',
  added: (label: string) => `${label} was added.`,
  addNow: 'Add the account',
  addReference: 'Use a key that is kept elsewhere',
  age: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  ageHead: 'Age',
  ages: AGES,
  apiKey: 'API key',
  apiSecret: 'API secret',
  check: 'Check the key',
  checked: 'Checked',
  checks: CHECKS,
  close: 'Close this account',
  environment: 'System',
  environments: { test: 'Test', live: 'Live' },
  explain:
    'A key goes in and never comes out: it is not shown, exported or shared. Make one key with its own label for each person and each installation, with the rights to read and to trade and no right to withdraw.',
  keepAccount: 'Keep it',
  key: 'Key',
  keyEnd: (end: string) => `…${end}`,
  keyIn: SOURCES,
  label: 'Label',
  lastUsed: 'Last used',
  leak: 'The key has leaked',
  leakEnd: 'All done',
  leakHelp: 'Nothing is sent with it from the moment on that you press this.',
  leakStart: 'Report the leak and stop sending',
  leakTitle: 'Leaked key: what to do, in this order',
  locked: 'Unlock the vault to add a key.',
  never: 'never',
  noKey: 'no key',
  notNeeded: 'needs no key',
  open: (label: string) => `Open ${label}`,
  page: 'Its page:',
  passphrase: 'Passphrase of the key (some exchanges)',
  referenceHelp: {
    environment: 'Names of variables that are set where Prelist is started.',
    file: 'Absolute paths of files that only you can read.',
    command: 'Commands that print the value, such as op read … or vault kv get …; each one is confirmed once.',
  },
  referenceKinds: { environment: 'Variable', file: 'File', command: 'Command' },
  remove: 'Remove the account',
  removed: 'The account was removed.',
  removeHelp: 'Its key is forgotten here. At the exchange it stays until you revoke it there.',
  removeYes: 'Remove it',
  rename: 'Save the label',
  renamed: 'The label was saved.',
  rotate: 'Replace the key',
  rotateCancel: 'Drop the new key',
  rotateFinish: 'I checked it: use the new key',
  rotateHelp:
    'The new key is stored and checked first; then it takes the old one’s place, and the old one is dropped here.',
  rotateNow: 'Store and check the new key',
  rotated: 'The new key is in use. Revoke the old one at the exchange.',
  rotationStages: {
    verifying: 'The new key is stored and was not checked yet.',
    unverified: 'The new key is stored. The exchange could not be asked: check it there, then decide.',
    switched: 'The new key is in use; the old one is being dropped.',
  },
  skip: 'Skip',
  step: 'Done',
  steps: STEPS,
  stepStates: STEP_STATES,
  table: 'Accounts',
  title: 'Accounts',
  venue: 'Exchange',
} as const
