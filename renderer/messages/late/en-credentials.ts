// English text of the form for keys: where each exchange makes them, what was put right, and what is wrong.

import type { KeyFault, MendingStep } from '../../../shared/key-form.ts'
import type { FieldName } from '../../../shared/venues/facts/sheet.ts'
import type { KnownExchange } from '../../../shared/venues/known.ts'

const MENDED: Record<MendingStep, string> = {
  ends: 'spaces at the ends',
  quotes: 'quotes',
  'line-breaks': 'line breaks',
  spaces: 'a space',
  plus: 'a space that was a plus',
  file: 'the rest of the file',
}

/** What helps where an exchange's keys have more than one kind. */
const HELP: Readonly<Record<string, string>> = {
  binance: 'For an Ed25519 or RSA key, paste your whole private key file as the Secret Key.',
  kraken: 'Kraken shows the private key only once. If you lost it, create a new key.',
  coinbase: 'Choose ECDSA as the signature algorithm. You can paste the whole file from Coinbase into either field.',
  bybit: 'Choose a system-generated key. For a self-generated RSA key, paste your private key file as the API Secret.',
  okx: 'Use the passphrase you set for this key, not your password.',
} satisfies Partial<Record<KnownExchange, string>>

export const credentials = {
  help: HELP,
  make: 'Create the key at',
  mended: (label: string, steps: readonly MendingStep[]) =>
    `${label}: we removed ${steps.map((step) => MENDED[step]).join(' and ')}.`,
  never: (rights: string) => `Leave off: ${rights}.`,
  noTest: (venue: string) => `${venue} has no test environment for orders.`,
  reasons: {
    missing: 'Required.',
    character: '',
    form: 'This doesn’t look like this exchange’s key. Copy the whole key again.',
    kind: 'This exchange doesn’t accept this type of private key.',
    encrypted: 'This key has its own passphrase. Save it without one and paste that.',
    public: 'This is a public key. Paste the private one.',
    swapped: 'This is a private key. It goes in the other field.',
  } satisfies Record<KeyFault['reason'], string>,
  character: (position: number) => `Character ${position} isn’t allowed in a key.`,
  rights: (rights: string) => `Tick: ${rights}.`,
  rightsUntold: 'This exchange doesn’t report a key’s permissions. Make sure the key can’t withdraw.',
  sameAccount: 'It’s a different account',
  missing: (label: string) => `${label} is missing.`,
} as const

export type FieldFaults = Partial<Record<FieldName, string>>
