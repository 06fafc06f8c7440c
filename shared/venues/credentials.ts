// What each exchange gives out as a key: the fields under the names that it has for them, the forms that each may have, and
// the rights to tick. The form, the check at entry, the help and the errors are made of this. The rights' names were read on
// 2026-11-29: Kraken's in docs.kraken.com/exchange/guides/rest/api-keys, Coinbase's in
// docs.cdp.coinbase.com/coinbase-app/authentication-authorization/authorization, Binance's where its pages on calls name the
// option of the key, OKX's in copies of its page on the account's configuration, Bybit's word Withdrawal in its page
// v5/user/create-subuid-apikey. How Bybit's form spells the other two was not found, nor were the forms of the keys: those
// are as each exchange gives them out to whoever wrote this down first.

export type FieldName = 'apiKey' | 'apiSecret' | 'passphrase'

/**
 * `text`: visible characters of ASCII. `words`: as `text`, with spaces within. `base64`: the bytes of a key. `pem`: a private key
 * as a file. `edwards`: the 64 bytes of an Ed25519 key in base64, which Coinbase gives out.
 */
export type KeyForm = 'text' | 'words' | 'base64' | 'pem' | 'edwards'

/** `ec` is on the curve P-256. */
export type KeyKind = 'ec' | 'ed25519' | 'rsa'

export interface CredentialField {
  name: FieldName
  /** The exchange's own word for it. */
  label: string
  forms: readonly KeyForm[]
  optional?: true
}

export interface VenueCredentials {
  fields: readonly CredentialField[]
  /** The kinds of private keys that it knows; it gives out `text` or takes one of these. */
  kinds?: readonly KeyKind[]
  /** The rights to tick when the key is made, in the exchange's own words; none where they are not known. */
  rights: readonly string[]
  /** The rights that must stay off. */
  never: readonly string[]
  /** Gives out a file that holds the whole key, which may be pasted into any field: the members for each. */
  file?: Readonly<Partial<Record<FieldName, readonly string[]>>>
}

const field = (name: FieldName, label: string, ...forms: KeyForm[]): CredentialField => ({ name, label, forms })

const BY_VENUE: Readonly<Record<string, VenueCredentials>> = {
  // HMAC keys are two texts. Of Ed25519 and RSA keys, which the trader makes himself, the secret is the private key's file.
  binance: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'Secret Key', 'text', 'pem')],
    kinds: ['ed25519', 'rsa'],
    rights: ['Enable Reading', 'Enable Spot & Margin Trading'],
    never: ['Enable Withdrawals'],
  },
  kraken: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'Private Key', 'base64')],
    rights: [
      'Query Funds',
      'Query Open Orders & Trades',
      'Query Closed Orders & Trades',
      'Create & Modify Orders',
      'Cancel/Close Orders',
      'Access WebSocket API',
    ],
    never: ['Withdraw Funds'],
  },
  coinbase: {
    fields: [field('apiKey', 'API key name', 'text'), field('apiSecret', 'Private key', 'pem', 'edwards')],
    kinds: ['ec', 'ed25519'],
    rights: ['View', 'Trade'],
    never: ['Transfer'],
    file: { apiKey: ['name', 'id'], apiSecret: ['privateKey'] },
  },
  bybit: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'API Secret', 'text', 'pem')],
    kinds: ['rsa'],
    rights: ['Read-Write', 'Unified Trading: Orders', 'SPOT: Trade'],
    never: ['Withdrawal'],
  },
  okx: {
    fields: [
      field('apiKey', 'API key', 'text'),
      field('apiSecret', 'Secret key', 'text'),
      field('passphrase', 'Passphrase', 'words'),
    ],
    rights: ['Read', 'Trade'],
    never: ['Withdraw'],
  },
  kucoin: withPassphrase('API Passphrase'),
  bitget: withPassphrase('Passphrase'),
  // A gateway's operator decides what its keys look like.
  gateway: {
    fields: [
      field('apiKey', 'API key', 'words'),
      field('apiSecret', 'API secret', 'words'),
      { ...field('passphrase', 'Passphrase', 'words'), optional: true },
    ],
    rights: [],
    never: [],
  },
}

function withPassphrase(label: string): VenueCredentials {
  return {
    fields: [
      field('apiKey', 'API key', 'text'),
      field('apiSecret', 'API secret', 'text'),
      { ...field('passphrase', label, 'words'), optional: true },
    ],
    rights: [],
    never: [],
  }
}

const GENERAL: VenueCredentials = {
  fields: [field('apiKey', 'API key', 'text'), field('apiSecret', 'API secret', 'text')],
  rights: [],
  never: [],
}

/** What the exchange's keys are made of; of one that is not described, a key and a secret. */
export const credentialsAt = (venue: string): VenueCredentials =>
  Object.hasOwn(BY_VENUE, venue) ? (BY_VENUE[venue] ?? GENERAL) : GENERAL
