// English of accounts and of their keys.

import type { accountReasons } from '../../../shared/reasons/accounts.ts'
import type { ReasonParams } from '../../../shared/reasons/reason.ts'
import { credentialsAt } from '../../../shared/venues/fact-sheets.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import type { WordsOf } from './words.ts'

const WANTED = {
  environment: 'the name of a variable',
  file: 'the path of a file',
  command: 'a command that prints the key',
} as const

const KIND_NAMES = { ec: 'ECDSA (P-256)', ed25519: 'Ed25519', rsa: 'RSA' } as const

const nameOf = (venue: string) => VENUES.find(({ id }) => id === venue)?.name ?? venue

/** What is wrong with a key: the field by the exchange's name for it, and no part of what was typed. */
function faultWords({ venue, field, reason, position }: ReasonParams<'KEY_FAULT'>): string {
  const { fields, kinds = [] } = credentialsAt(venue)
  const label = fields.find((one) => one.name === field)?.label ?? 'Passphrase'
  switch (reason) {
    case 'missing':
      return `${nameOf(venue)} needs the ${label}. It is missing.`
    case 'character':
      return `Character ${position ?? 0} of the ${label} cannot be part of a key.`
    case 'encrypted':
      return `The ${label} is locked with a passphrase of its own. Save it without one and paste that.`
    case 'public':
      return `This is the public half of a key. The ${label} is needed.`
    case 'kind':
      return `This private key is of a kind that ${nameOf(venue)} does not take. It takes ${kinds.map((kind) => KIND_NAMES[kind]).join(' and ')}.`
    case 'swapped':
      return `This is a private key. It does not go into the field ${label}.`
    case 'form':
      return `The ${label} does not have the form that ${nameOf(venue)} gives out. Copy it again, whole.`
  }
}

const NO_KEY = 'This account has no key. Give it a new one.'
const LOCKED = 'The vault is locked. Unlock it and try again.'

export const accountWords: WordsOf<keyof typeof accountReasons> = {
  NO_SUCH_ACCOUNT: 'There is no such account.',
  NO_SUCH_EXCHANGE: 'Prelist does not know this exchange.',
  NO_GATEWAY: 'This account trades at no gateway.',
  PRACTICE_UNCHANGEABLE: 'The practice account needs no key and cannot be changed.',
  LABEL_TAKEN: 'Another account has this label. Give each key a label of its own.',
  NO_TEST_ENVIRONMENT: ({ venue }) =>
    `${nameOf(venue)} has no test environment that takes orders. Use the practice account, or add a live one.`,
  TEST_ENVIRONMENT_UNKNOWN: 'This version does not know the test environment of this exchange.',
  TEST_ENVIRONMENT_NONE: 'This exchange has no test environment that takes orders.',
  VAULT_LOCKED: LOCKED,
  VAULT_LOCKED_FOR_ORDERS: 'The vault is locked. Unlock it to order here.',
  ORDERS_NOT_FINAL: 'Orders of this account are not final yet. Wait for them, or cancel them first.',

  NO_REFERENCE: 'This account has no key that is kept elsewhere.',
  COMMAND_NOT_ASKABLE:
    'A command can be added only where Prelist can ask you outside its own page: in the installed app.',
  COMMAND_NOT_CONFIRMED: 'The command was not confirmed. Nothing was kept.',
  REFERENCE_NOT_CONFIRMED: 'This key came with a backup. Confirm in Accounts that it may be fetched on this computer.',
  REFERENCE_IS_KEY: ({ kind }) =>
    `This looks like the key itself. Type ${WANTED[kind]} here, never the key. Nothing was kept.`,
  REFERENCE_NO_VARIABLE_NAME: 'This is not the name of an environment variable.',
  REFERENCE_NO_PATH: 'This is not the whole path of a file. Nothing was kept.',
  COMMAND_QUOTE_OPEN: 'The command holds a quote that does not end.',
  COMMAND_EMPTY: 'The command is empty.',
  COMMAND_FAILED: ({ program }) => `The command ${program} failed, took too long, or is not installed.`,
  COMMAND_GAVE_NOTHING: ({ program }) => `The command ${program} gave nothing.`,
  VARIABLE_MISSING: ({ name }) => `The environment has no variable ${name}.`,
  KEY_FILE_NOT_ABSOLUTE: ({ path }) => `The path ${path} is not absolute.`,
  KEY_FILE_UNREADABLE: ({ path }) => `The file ${path} cannot be read.`,
  KEY_FILE_NO_FILE: ({ path }) => `${path} is not a file.`,
  KEY_FILE_OPEN_TO_OTHERS: ({ path }) => `Others may read or change ${path}. Give it the mode 0600.`,
  KEY_FILE_TOO_LARGE: ({ path }) => `The file ${path} is too large for a key.`,
  KEY_FILE_EMPTY: ({ path }) => `The file ${path} gave nothing.`,

  KEY_FAULT: faultWords,
  PRIVATE_KEY_UNREADABLE: 'The private key cannot be read. Copy it again, whole.',
  KEY_OF_ACCOUNT_HERE: ({ label }) =>
    `This key is of the account “${label}”, which is here already. Replace its key there instead.`,
  LOOKS_LIKE_ACCOUNT: ({ label }) =>
    `This looks like the account “${label}”: the same balances and open orders. Is it another account?`,
  KEY_HERE_ALREADY: 'This key is here already. Make a key of its own for each person and installation.',
  KEY_MAY_WITHDRAW: 'This key may withdraw or send money away. Make one that may only read and trade, and use that.',
  NO_KEY,
  KEY_GONE: 'There is no key for this account here any more.',
  KEY_LEAKED: 'The key of this account was reported as leaked. Nothing is done with it.',
  KEY_NOT_ASKED_ABOUT: 'The exchange was not asked about this key yet, so no live order is sent with it.',
  KEY_OF_OTHER_ACCOUNT: 'This key belongs to another account at the exchange. Add it as an account of its own.',

  KEY_TAKEN: 'The exchange takes the key and tells what it may do.',
  KEY_TAKEN_RIGHTS_UNTOLD:
    'The exchange takes the key. It does not tell what the key may do: check that on its own page.',
  KEY_TAKEN_AGAIN: 'The exchange takes the key again.',
  KEY_NOT_TAKEN: ({ words }) => `The exchange does not take the key: ${words}`,
  KEY_ANSWER_UNKNOWN: 'The exchange answered in a way that Prelist does not know.',
  KEY_UNANSWERED: ({ words }) => `The exchange gave no answer about the key: ${words}`,
  KEY_NOT_ASKABLE: 'Prelist cannot ask this exchange about a key.',
  KEY_CHECK_UNREACHED: 'The exchange could not be asked about the key.',
  CLOCK_DIFFERS: 'The clock of this machine differs too much from that of the exchange.',
  KEY_CHECKED_LATER: ({ why }, say) => `${say(why)} It is checked when it can be asked.`,
  KEY_RIGHTS_UNCHECKED: ({ why }, say) => `${say(why)} Check its permissions on the exchange’s own page.`,

  NO_KEY_WAITING: 'No new key is waiting for this account.',
  NEW_KEY_REFUSED: ({ why }, say) => `The exchange refuses the new key, so the old one stays in use. ${say(why)}`,
  LEAK_FIRST: 'Finish the steps for the leaked key first.',
  KEY_WAITING_ALREADY: 'A new key is waiting already. Finish or cancel that rotation first.',
  ROTATION_OVERTAKEN: 'This rotation was finished or canceled meanwhile. Look at the account again.',
  NEW_KEY_OF_OTHER_ACCOUNT: 'The new key belongs to another account at the exchange. Add it as an account of its own.',
  NEW_KEY_NOT_PROVEN:
    'Nothing proves that the new key is of the same account, and orders of this account are not final yet. Wait for them first.',
  NO_LEAK: 'No key of this account was reported as leaked.',
  LEAK_STEPS_LEFT: 'There are steps left. Do each one, or skip it on purpose.',
}
