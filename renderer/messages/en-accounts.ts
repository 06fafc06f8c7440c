// English text of the accounts and of their keys.

import type { Account, KeyAge, KeyCheck, KeySource, Leak, LeakStep } from '../../shared/accounts.ts'

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
const STEPS: Record<LeakStep, { name: string; help: string; act: string; online: boolean }> = {
  'stop-sending': { name: 'Stop sending', help: 'No new order leaves with this key.', act: 'Stop', online: false },
  'cancel-orders': {
    name: 'Cancel open orders',
    help: 'While the key still works. Without the key they can only be canceled at the exchange.',
    act: 'Cancel them now',
    online: true,
  },
  'revoke-at-venue': {
    name: 'Revoke the key',
    help: 'Only the exchange can revoke it. Open its page in a browser and delete the key there.',
    act: 'I have revoked it there',
    online: true,
  },
  'drop-local-copy': {
    name: 'Drop the copy here',
    help: 'Prelist forgets the key. This cannot be undone, and it revokes nothing.',
    act: 'Drop the copy',
    online: false,
  },
  'review-uses': {
    name: 'Look at its uses',
    help: 'Activity shows each use of the key by Prelist. What others did with it only the exchange can show.',
    act: 'I have looked',
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
  verifying: (key) => `The new key ${key} is stored, and the exchange was not asked about it yet.`,
  unverified: (key) =>
    `The new key ${key} is stored, not in use: nothing proves yet that it is right. Look at the exchange, then decide.`,
  switched: (key) => `The new key is in use; the old one ${key} is being dropped here.`,
}

export const accounts = {
  add: 'Add an account',
  added: (label: string) => `${label} was added.`,
  addNow: 'Add the account',
  addReference: 'Use a key that is kept elsewhere',
  addresses: 'Addresses',
  age: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  ageHead: 'Age of the key',
  ages: AGES,
  bound: 'works from fixed addresses only',
  check: 'Check the key',
  checked: 'Check',
  checks: CHECKS,
  environment: 'Mode',
  environmentHelp: {
    test: 'The exchange’s test environment. No real money.',
    live: 'The real exchange. Orders use real money.',
  },
  environments: { test: 'Test', live: 'Live' },
  expires: 'Ends',
  explain: [
    'A key goes in and never comes out: Prelist does not show, export or share it.',
    'One key for each person and each installation, with a label of its own, also at the exchange.',
    'With the rights to read and to trade. A key that may withdraw is refused.',
  ],
  halted: 'New orders of this account are stopped since its key was reported as leaked.',
  keepAccount: 'Keep it',
  key: 'Key',
  keyEnd: (end: string) => `…${end}`,
  keyIn: SOURCES,
  keptIn: 'Kept in',
  label: 'Label',
  lastUsed: 'Last used',
  leak: 'The key has leaked',
  leaked: 'leaked',
  leakEnd: 'All done',
  leakEnded: 'The leak is dealt with.',
  leakHelp: 'From the moment that you press this, nothing is sent with the key. Then come the steps.',
  leakOpen: 'Each step has to be done, or skipped on purpose.',
  leakReported: 'Nothing is sent with this key any more.',
  leakStart: 'Report the leak and stop sending',
  leakTitle: 'Leaked key: what to do, in this order',
  locked: 'Unlock the vault to store a key.',
  lockedUse: 'Unlock the vault to use the key.',
  missing: {
    label: 'Give it a label.',
    apiKey: 'The key is missing.',
    apiSecret: 'The secret is missing.',
  },
  guarantees: {
    title: 'When an answer is lost',
    more: 'What this exchange guarantees',
    sameKey: 'A second order with the same key',
    keyRules: {
      replayed: 'is answered with the first one',
      unique: 'is refused, always',
      'unique-while-open': 'is refused only while the first one is open',
      unchecked: 'may become a second order: nothing is promised',
    },
    tooLate: 'A request that arrives late',
    noLimit: 'is not refused, as far as is known',
    refusedAfter: (seconds: number) => `is refused after ${seconds} seconds`,
    lookedFor: 'Prelist looks in',
    legs: { id: 'the order by its key', open: 'open orders', history: 'order history', trades: 'your trades' },
    closedFor: 'Closed orders are found for',
    unfilledFor: 'Canceled ones without a trade',
    foundFor: (ms: number | null) => {
      if (ms === null) return 'an unpublished time'
      const hours = ms / 3_600_000
      return hours < 48 ? `${hours} hours` : `${hours / 24} days`
    },
    orderTypes: 'Kinds of orders',
    noOrders: 'none: Prelist reads this account and places no orders here',
    timesInForce: 'Times in force',
    testing: 'Test environment',
    tests: {
      'own-host': 'yes, at an address of its own',
      header: 'yes, marked in each request',
      none: 'none that takes orders',
    },
    untried:
      'From the documents of the exchange. Prelist was built where no exchange could be reached, so none of this was tried against it.',
  },
  lostAnswer: {
    proven:
      'Prelist looks by key, in open orders, history and trades until the order is found. It calls it not placed only when this exchange would refuse it by now, late look-ups had time to show it, and two whole rounds found nothing.',
    replayed:
      'This exchange answers a repeat with the first order. A limit order is sent again with the same key while the price you saw still holds; after that Prelist only looks, and you may have to look there yourself.',
    open: 'This exchange does not tell enough to prove that an order was not placed. Prelist never sends it again; you may have to look there yourself.',
    buried: 'Prelist asks for the order by its key, or has the exchange bury the key for good.',
  },
  needsConnection: 'It needs a connection and can wait until there is one.',
  never: 'never',
  noKey: 'no key',
  noPage: 'Prelist knows no page of this exchange for it: ask its operator.',
  notNeeded: 'needs no key',
  notYet: 'not yet',
  noVault: 'Create the vault first: it keeps the key.',
  onlyPractice:
    'The practice account works without a key. For an account at an exchange, create the vault and add the account.',
  oneClick: {
    allow: 'Allow one-click orders',
    allowed: 'One-click orders are allowed until the vault is locked or Prelist is closed.',
    deviation: 'Deviation from the price seen, %',
    deviationFault: 'Give a number above 0 and below 50.',
    end: 'Turn off',
    ended: 'One-click orders are off.',
    explain:
      'A click on the watchlist then places a limit order that trades at once or not at all, at the price shown plus the deviation at worst. When the price has moved further, or a limit would break, nothing is sent and the ticket opens.',
    maxValue: 'Largest order, in USDT',
    on: (maxValue: string, percent: string) =>
      `On until the vault is locked or Prelist is closed: orders of up to ${maxValue}, at most ${percent}% from the price seen.`,
    title: 'One-click orders',
    valueFault: 'Give an amount above 0.',
  },
  open: (label: string) => `Open ${label}`,
  page: 'Its page:',
  passphrase: 'Passphrase of the key',
  practiceVenue: 'Practice exchange',
  referenceExplain: 'Prelist stores only where the key is, and looks it up at each use.',
  referenceFields: {
    environment: {
      apiKey: 'Variable of the API key',
      apiSecret: 'Variable of the API secret',
      passphrase: 'Variable of the passphrase (if the key has one)',
    },
    file: {
      apiKey: 'File of the API key',
      apiSecret: 'File of the API secret',
      passphrase: 'File of the passphrase (if the key has one)',
    },
    command: {
      apiKey: 'Command for the API key',
      apiSecret: 'Command for the API secret',
      passphrase: 'Command for the passphrase (if the key has one)',
    },
  },
  referenceHelp: {
    environment: 'Names of variables that are set where Prelist is started.',
    file: 'Whole paths of files that only you can read.',
    command:
      'Commands that print the value, such as op read … or vault kv get …. Each one is confirmed outside this page.',
  },
  referenceKinds: { environment: 'Variables', file: 'Files', command: 'Commands' },
  confirmReference: 'Allow this key on this computer',
  confirmReferenceHelp: (source: string) =>
    source === 'command'
      ? 'This account came with a backup. Its key is the output of a command, which runs only after you allow it.'
      : `This account came with a backup. Its key is read from ${source === 'file' ? 'a file' : 'environment variables'}, and only after you allow it.`,
  confirmReferenceNo: 'Not now',
  confirmReferenceYes: 'Allow',
  unconfirmed: 'Not in use on this computer yet. Allow its key below first.',
  referenceConfirmed: 'Key allowed on this computer.',
  remove: 'Remove the account',
  removed: 'The account was removed.',
  removeHelp: 'Its key is forgotten here. At the exchange it stays until you revoke it there.',
  removeYes: 'Remove it',
  rename: 'Save the label',
  renamed: 'The label was saved.',
  rights: 'Rights',
  rotate: 'Replace the key',
  rotateAnswered: 'The exchange was asked, or you have decided: see the key above.',
  rotateCancel: 'Drop the new key',
  rotateCanceled: 'The new key was dropped. The old one stays in use.',
  rotateFinish: 'I checked it: use the new key',
  rotateNow: 'Check and store the new key',
  rotateStored: 'The new key is stored.',
  rotateVerify: 'Check the new key',
  rotateWaits: 'It is not in use yet: nothing proves that it is right.',
  rotationPath: [
    'Make a new key at the exchange',
    'It is checked and stored while the old one stays in use',
    'It takes the old one’s place, and the old one is dropped here',
    'Revoke the old one at the exchange',
  ],
  rotationStages: ROTATION_STAGES,
  showUses: 'Show them',
  skip: 'Skip',
  skipStep: (name: string) => `Skip: ${name}`,
  steps: STEPS,
  stepStates: STEP_STATES,
  table: 'Accounts',
  title: 'Accounts',
  unbound: 'works from any address',
  venue: 'Exchange',
  wasChecked: 'The check is done.',
} as const
