// English text of the form for keys: where each exchange makes them, what was put right, and what is wrong.

import type { KeyFault, MendingStep } from '../../shared/key-form.ts'
import type { FieldName } from '../../shared/venues/facts/sheet.ts'
import type { KnownExchange } from '../../shared/venues/known.ts'

const MENDED: Record<MendingStep, string> = {
  ends: 'spaces at its ends',
  quotes: 'the quotes around it',
  'line-breaks': 'its line breaks',
  spaces: 'a space within it',
  plus: 'a space that was a plus',
  file: 'the rest of the file',
}

/** What helps where an exchange's keys have more than one kind. */
const HELP: Readonly<Record<string, string>> = {
  binance:
    'An HMAC key is two texts. Of an Ed25519 or RSA key the Secret Key is your private key’s file: paste all of it.',
  kraken: 'Kraken shows the private key once. If it is lost, make a new key.',
  coinbase:
    'Choose ECDSA as the signature algorithm. The whole file that Coinbase lets you download can be pasted into either field.',
  bybit: 'Choose a system-generated key. Of a self-generated RSA key the API Secret is your private key’s file.',
  okx: 'The passphrase is the one that you chose for this key, not your password.',
} satisfies Partial<Record<KnownExchange, string>>

export const credentials = {
  help: HELP,
  make: 'Make the key at',
  mended: (label: string, steps: readonly MendingStep[]) =>
    `${label}: we removed ${steps.map((step) => MENDED[step]).join(' and ')}.`,
  never: (rights: string) => `Leave off: ${rights}.`,
  noTest: (venue: string) => `${venue} has no test environment for orders.`,
  reasons: {
    missing: 'It is missing.',
    character: '',
    form: 'This is not a key of the form that this exchange gives out. Copy it again, whole.',
    kind: 'This private key is of a kind that this exchange does not take.',
    encrypted: 'It is locked with a passphrase of its own. Save it without one and paste that.',
    public: 'This is the public half of a key.',
    swapped: 'This is a private key. It goes into the other field.',
  } satisfies Record<KeyFault['reason'], string>,
  character: (position: number) => `Character ${position} cannot be part of a key.`,
  rights: (rights: string) => `Tick: ${rights}.`,
  rightsUntold:
    'This exchange does not tell Prelist what a key may do. Make sure yourself that the key cannot withdraw.',
  sameAccount: 'This is another account, although it looks the same',
  missing: (label: string) => `${label} is missing.`,
} as const

export type FieldFaults = Partial<Record<FieldName, string>>
