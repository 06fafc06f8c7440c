// English text of the accounts and of their keys.

import type { Account, KeyAge, KeyCheck, KeySource, Leak, LeakStep } from '../../../shared/accounts.ts'
import { count } from '../reasons/en-count.ts'

const AGES: Record<KeyAge, string> = { fresh: 'fresh', warn: 'replace soon', alert: 'replace now', due: 'overdue' }
const CHECKS: Record<KeyCheck['state'], string> = {
  accepted: 'verified',
  refused: 'rejected',
  unreachable: 'no answer',
  'not-checked': 'not verified',
}
const SOURCES: Record<KeySource, string> = {
  vault: 'in the vault',
  environment: 'environment variable',
  file: 'file',
  command: 'command',
}
const STEPS: Record<LeakStep, { name: string; help: string; act: string; online: boolean }> = {
  'stop-sending': { name: 'Stop sending', help: 'No new orders use this key.', act: 'Stop', online: false },
  'cancel-orders': {
    name: 'Cancel open orders',
    help: 'Do this while the key still works. After that, only the exchange can cancel them.',
    act: 'Cancel them now',
    online: true,
  },
  'revoke-at-venue': {
    name: 'Revoke the key',
    help: 'Only the exchange can revoke it. Delete the key on its website.',
    act: 'Revoked',
    online: true,
  },
  'drop-local-copy': {
    name: 'Delete the stored key',
    help: 'Deletes the key from this computer. This can’t be undone and doesn’t revoke the key.',
    act: 'Delete it',
    online: false,
  },
  'review-uses': {
    name: 'Review its uses',
    help: 'Activity lists what Prelist did with the key. What others did, only the exchange can show.',
    act: 'Reviewed',
    online: false,
  },
}
const STEP_STATES: Record<Leak['steps'][number]['state'], string> = {
  done: 'done',
  waiting: 'waiting',
  skipped: 'skipped',
}
type Stage = NonNullable<Account['rotation']>['stage']
const ROTATION_STAGES: Record<Stage, (key: string) => string> = {
  verifying: (key) => `New key ${key} saved, not verified yet.`,
  unverified: (key) =>
    `New key ${key} saved but not in use: we couldn’t confirm it’s for the same account. Check it on the exchange, then decide.`,
  switched: (key) => `The new key is in use. Deleting the old one, ${key}.`,
}

const DAYS = { one: 'day', other: 'days' }

export const accounts = {
  add: 'Add account',
  added: (label: string) => `${label} added.`,
  addNow: 'Save account',
  addReference: 'Use a key from an environment variable, file or command',
  addresses: 'IP restriction',
  age: (days: number) => count(days, DAYS),
  ageHead: 'Key age',
  ages: AGES,
  bound: 'Restricted by IP',
  check: 'Verify key',
  checked: 'Verification',
  checks: CHECKS,
  environment: 'Mode',
  environmentHelp: {
    test: 'The exchange’s test environment. No real money.',
    live: 'The real exchange. Orders use real money.',
  },
  environments: { test: 'Test', live: 'Live' },
  expires: 'Expires',
  explain: [
    'API keys are encrypted and never shown again.',
    'Create a separate API key for each device and label it on the exchange too.',
    'Allow reading and trading only. Keys that can withdraw are rejected.',
  ],
  goTo: 'Go to Accounts',
  halted: 'New orders on this account are paused: its key was reported leaked.',
  keepAccount: 'Keep it',
  key: 'Key',
  keyEnd: (end: string) => `…${end}`,
  keyIn: SOURCES,
  keptIn: 'Stored in',
  label: 'Label',
  lastUsed: 'Last used',
  leak: 'Key leaked?',
  leaked: 'leaked',
  leakEnd: 'Finish',
  leakEnded: 'Leak resolved.',
  leakHelp: 'This stops the key immediately, then walks you through revoking it.',
  leakOpen: 'Finish or skip each step.',
  leakReported: 'This key is stopped.',
  leakStart: 'Report leak and stop the key',
  leakTitle: 'Leaked key: steps to take',
  locked: 'Unlock the vault to add a key.',
  lockedUse: 'Unlock the vault to use the key.',
  missing: {
    label: 'Enter a label.',
    apiKey: 'Enter the key.',
    apiSecret: 'Enter the secret.',
  },
  guarantees: {
    title: 'If an answer is lost',
    more: 'What this exchange guarantees',
    sameKey: 'Second order with the same key',
    keyRules: {
      replayed: 'returns the first order',
      unique: 'always rejected',
      'unique-while-open': 'rejected only while the first one is open',
      unchecked: 'not guaranteed: it could become a second order',
    },
    tooLate: 'Late requests',
    noLimit: 'not rejected, as far as we know',
    refusedAfter: (seconds: number) => `rejected after ${count(seconds, { one: 'second', other: 'seconds' })}`,
    lookedFor: 'We check',
    legs: { id: 'the order by its key', open: 'open orders', history: 'order history', trades: 'your trades' },
    closedFor: 'Closed orders kept for',
    unfilledFor: 'Canceled without fills, kept for',
    foundFor: (ms: number | null) => {
      if (ms === null) return 'not published'
      const hours = ms / 3_600_000
      return hours < 48 ? count(hours, { one: 'hour', other: 'hours' }) : count(hours / 24, DAYS)
    },
    orderTypes: 'Order types',
    noOrders: 'None: read-only here',
    timesInForce: 'Time in force',
    testing: 'Test environment',
    tests: {
      'own-host': 'yes, on a separate address',
      header: 'yes, marked in each request',
      none: 'none for orders',
    },
    untried: 'Taken from the exchange’s documentation. Not tested against the live exchange.',
  },
  lostAnswer: {
    proven:
      'We look it up by key and in open orders, history and trades. We call it not placed only after two full lookups find nothing and the exchange can’t accept it anymore.',
    replayed:
      'This exchange returns the first order if a request is repeated. Limit orders are resent with the same key until your order timeout. After that we only look it up, and you may need to check there.',
    open: 'This exchange can’t confirm that an order wasn’t placed. We never resend it; you may need to check there.',
    buried: 'We look it up by its key, or have the exchange void the key for good.',
  },
  needsConnection: 'Needs a connection. You can do it later.',
  never: 'never',
  noKey: 'no key',
  noPage: 'No known page for this exchange. Ask its operator.',
  notNeeded: 'no key needed',
  notYet: 'not yet',
  noVault: 'Create a vault before adding an API key.',
  onlyPractice: 'The practice account needs no key. To trade on an exchange, create a vault and add an account.',
  oneClick: {
    allow: 'Allow one-click orders',
    allowed: 'One-click orders are on until you lock the vault or close Prelist.',
    deviation: 'Max slippage, %',
    deviationFault: 'Enter a number above 0 and below 50.',
    end: 'Turn off',
    ended: 'One-click orders are off.',
    explain:
      'One click on the watchlist sends an IOC limit order within your max slippage of the price shown. If the price moved further or a limit would break, nothing is sent and the ticket opens.',
    maxValue: 'Max order, USDT',
    on: (maxValue: string, percent: string) =>
      `On until you lock the vault or close Prelist: IOC limit orders up to ${maxValue}, at most ${percent}% from the price shown.`,
    title: 'One-click orders',
    valueFault: 'Enter an amount above 0.',
  },
  open: (label: string) => `Open ${label}`,
  page: 'Website:',
  passphrase: 'API passphrase',
  referenceExplain: 'We save only where the key is and read it each time.',
  referenceFields: {
    environment: {
      apiKey: 'API key variable',
      apiSecret: 'API secret variable',
      passphrase: 'Passphrase variable (if any)',
    },
    file: {
      apiKey: 'API key file',
      apiSecret: 'API secret file',
      passphrase: 'Passphrase file (if any)',
    },
    command: {
      apiKey: 'API key command',
      apiSecret: 'API secret command',
      passphrase: 'Passphrase command (if any)',
    },
  },
  referenceHelp: {
    environment: 'Environment variables set where Prelist starts.',
    file: 'Full paths of files only you can read.',
    command: 'Commands that print the value, such as op read or vault kv get. You confirm each one outside this page.',
  },
  referenceKinds: { environment: 'Variables', file: 'Files', command: 'Commands' },
  confirmReference: 'Allow this key on this computer',
  confirmReferenceHelp: (source: string) =>
    source === 'command'
      ? 'This account came with a backup. Its key comes from a command, which runs only if you allow it.'
      : `This account came with a backup. Its key is read from ${source === 'file' ? 'a file' : 'environment variables'}, only if you allow it.`,
  confirmReferenceNo: 'Not now',
  confirmReferenceYes: 'Allow',
  unconfirmed: 'Not in use on this computer yet. Allow its key below.',
  referenceConfirmed: 'Key allowed on this computer.',
  remove: 'Remove account',
  removed: 'Account removed.',
  removeHelp: 'Deletes its key from this computer. Revoke the key on the exchange too.',
  removeYes: 'Remove',
  rename: 'Save label',
  renamed: 'Label saved.',
  rights: 'Permissions',
  rotate: 'Replace key',
  rotateAnswered: 'Done: see the key above.',
  rotateCancel: 'Discard new key',
  rotateCanceled: 'New key discarded. The old one stays in use.',
  rotateFinish: 'Checked: use the new key',
  rotateNow: 'Verify and save new key',
  rotateStored: 'New key saved.',
  rotateVerify: 'Verify new key',
  rotateWaits: 'Not in use yet: we couldn’t confirm it’s for the same account.',
  rotationPath: [
    'Create a new key on the exchange',
    'We verify and save it while the old one stays in use',
    'It replaces the old one here',
    'Revoke the old one on the exchange',
  ],
  rotationStages: ROTATION_STAGES,
  showUses: 'Show uses',
  skip: 'Skip',
  skipStep: (name: string) => `Skip: ${name}`,
  steps: STEPS,
  stepStates: STEP_STATES,
  table: 'Accounts',
  title: 'Accounts',
  unbound: 'Not restricted by IP',
  venue: 'Exchange',
  verified: 'Key verified.',
  notVerified: 'Couldn’t verify the key.',
} as const
