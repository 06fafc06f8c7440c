// English of accounts and of their keys.

import type { accountReasons } from '../../../shared/reasons/accounts.ts'
import type { ReasonParams } from '../../../shared/reasons/reason.ts'
import { credentialsAt } from '../../../shared/venues/fact-sheets.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import { asSentence } from './sentences.ts'
import type { WordsOf } from './words.ts'

const WANTED = {
  environment: 'the variable’s name',
  file: 'the file’s path',
  command: 'a command that prints the key',
} as const

const KIND_NAMES = { ec: 'ECDSA (P-256)', ed25519: 'Ed25519', rsa: 'RSA' } as const

const EITHER = new Intl.ListFormat('en-US', { type: 'disjunction' })

/** What is wrong with a key: the field by the exchange's name for it, and no part of what was typed. */
function faultWords({ venue, field, reason, position }: ReasonParams<'KEY_FAULT'>): string {
  const { fields, kinds = [] } = credentialsAt(venue)
  const label = fields.find((one) => one.name === field)?.label ?? 'Passphrase'
  switch (reason) {
    case 'missing':
      return `${venueNameOf(venue)} needs the ${label}.`
    case 'character':
      return `Character ${position ?? 0} of the ${label} isn’t allowed in a key.`
    case 'encrypted':
      return `The ${label} has its own passphrase. Save it without one and paste that.`
    case 'public':
      return `This is a public key. Paste the ${label}.`
    case 'kind':
      return `${venueNameOf(venue)} doesn’t accept this type of private key.${kinds.length === 0 ? '' : ` Use ${EITHER.format(kinds.map((kind) => KIND_NAMES[kind]))}.`}`
    case 'swapped':
      return `This is a private key. It doesn’t go in ${label}.`
    case 'form':
      return `The ${label} doesn’t look like one from ${venueNameOf(venue)}. Copy the whole key again.`
  }
}

export const accountWords: WordsOf<keyof typeof accountReasons> = {
  NO_SUCH_ACCOUNT: 'There’s no such account.',
  NO_SUCH_EXCHANGE: 'Prelist doesn’t support this exchange.',
  NO_GATEWAY: 'This account doesn’t use sealed orders.',
  PRACTICE_UNCHANGEABLE: 'The practice account needs no key and can’t be changed.',
  LABEL_TAKEN: 'Another account has this label. Choose a different one.',
  NO_TEST_ENVIRONMENT: ({ venue }) =>
    `${venueNameOf(venue)} has no test environment for orders. Use the practice account, or add a live one.`,
  TEST_ENVIRONMENT_UNKNOWN: 'This version doesn’t know this exchange’s test environment.',
  VAULT_LOCKED: 'The vault is locked. Unlock it and try again.',
  VAULT_LOCKED_FOR_ORDERS: 'The vault is locked. Unlock it to trade here.',
  ORDERS_NOT_FINAL: 'This account still has open or unconfirmed orders. Wait for them, or cancel them first.',

  NO_REFERENCE: 'This account’s key is in the vault, not stored elsewhere.',
  COMMAND_NOT_ASKABLE: 'You can only add a command in the installed app, where Prelist can ask you to confirm it.',
  COMMAND_NOT_CONFIRMED: 'The command wasn’t confirmed. Nothing was saved.',
  REFERENCE_NOT_CONFIRMED: 'This key came with a backup. Confirm it under Accounts to use it on this computer.',
  REFERENCE_IS_KEY: ({ kind }) => `This looks like the key. Enter ${WANTED[kind]} instead. Nothing was saved.`,
  REFERENCE_NO_VARIABLE_NAME: 'This isn’t an environment variable name.',
  REFERENCE_NO_PATH: 'Enter the file’s full path. Nothing was saved.',
  COMMAND_QUOTE_OPEN: 'The command has a quote that isn’t closed.',
  COMMAND_EMPTY: 'Enter a command.',
  COMMAND_FAILED: ({ program }) => `The command ${program} failed, timed out, or isn’t installed.`,
  COMMAND_GAVE_NOTHING: ({ program }) => `The command ${program} printed nothing.`,
  VARIABLE_MISSING: ({ name }) => `Environment variable ${name} isn’t set.`,
  KEY_FILE_NOT_ABSOLUTE: ({ path }) => `${path} isn’t a full path.`,
  KEY_FILE_UNREADABLE: ({ path }) => `Can’t read the file ${path}.`,
  KEY_FILE_NO_FILE: ({ path }) => `${path} isn’t a file.`,
  KEY_FILE_OPEN_TO_OTHERS: ({ path }) => `Others can read or change ${path}. Set its mode to 0600.`,
  KEY_FILE_TOO_LARGE: ({ path }) => `The file ${path} is too large for a key.`,
  KEY_FILE_EMPTY: ({ path }) => `The file ${path} is empty.`,

  KEY_FAULT: faultWords,
  PRIVATE_KEY_UNREADABLE: 'Can’t read the private key. Copy the whole key again.',
  KEY_OF_ACCOUNT_HERE: ({ label }) =>
    `This key belongs to “${label}”, which you already have. Replace its key there instead.`,
  LOOKS_LIKE_ACCOUNT: ({ label }) =>
    `This looks like “${label}”: same balances and open orders. Is it a different account?`,
  KEY_HERE_ALREADY: 'You already added this key. Create a separate key for each device.',
  KEY_MAY_WITHDRAW: 'This key can withdraw funds. Create one that can only read and trade.',
  NO_KEY: 'This account has no API key. Add one.',
  KEY_GONE: 'This account’s key is no longer stored here.',
  KEY_LEAKED: 'This account’s key was reported leaked, so it isn’t used.',
  KEY_NOT_ASKED_ABOUT: 'This key isn’t verified yet, so no live orders use it.',
  KEY_OF_OTHER_ACCOUNT: 'This key belongs to a different account on the exchange. Add it as a separate account.',

  KEY_TAKEN: 'The exchange accepts this key.',
  KEY_TAKEN_RIGHTS_UNTOLD: 'The exchange accepts this key but doesn’t report its permissions. Check them there.',
  KEY_TAKEN_AGAIN: 'The exchange accepts the key again.',
  KEY_NOT_TAKEN: ({ words }) => `The exchange rejects the key: ${asSentence(words)}`,
  KEY_ANSWER_UNKNOWN: 'The exchange’s answer is unclear.',
  KEY_UNANSWERED: ({ words }) => `The exchange’s answer about the key: ${asSentence(words)}`,
  KEY_NOT_ASKABLE: 'Prelist can’t verify keys on this exchange.',
  KEY_CHECK_UNREACHED: 'No answer from the exchange.',
  CLOCK_DIFFERS: 'This computer’s clock is too far off the exchange’s.',
  KEY_CHECKED_LATER: ({ why }, say) => `${say(why)} We’ll verify it later.`,
  KEY_RIGHTS_UNCHECKED: ({ why }, say) => `${say(why)} Check its permissions on the exchange.`,

  NO_KEY_WAITING: 'There’s no new key for this account.',
  NEW_KEY_REFUSED: ({ why }, say) => `The exchange rejects the new key, so the old one stays in use. ${say(why)}`,
  LEAK_FIRST: 'Finish the leaked key’s steps first.',
  KEY_WAITING_ALREADY: 'A key replacement is already in progress. Finish or cancel it first.',
  ROTATION_OVERTAKEN: 'This key replacement was already finished or canceled. Check the account.',
  NEW_KEY_OF_OTHER_ACCOUNT: 'The new key belongs to a different account on the exchange. Add it as a separate account.',
  NEW_KEY_NOT_PROVEN:
    'We can’t confirm the new key is for the same account. Wait until this account’s open orders are done.',
  NO_LEAK: 'No leak was reported for this account.',
  LEAK_STEPS_LEFT: 'Finish or skip the remaining steps.',
}
