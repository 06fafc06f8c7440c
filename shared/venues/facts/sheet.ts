// What the page knows of an exchange: where its keys are managed and what they are made of, and what it promises
// about orders. The tables of its answers, which are many times longer, stay out of what the page has to load.
//
// Of its keys it has the fields under the exchange's own names, the forms that each may have, and the rights to tick; the
// form, the check at entry, the help and the errors are made of this. The rights' names were read on
// 2026-11-29: Kraken's in docs.kraken.com/exchange/guides/rest/api-keys, Coinbase's in
// docs.cdp.coinbase.com/coinbase-app/authentication-authorization/authorization, Binance's where its pages on calls name the
// option of the key, OKX's in copies of its page on the account's configuration, Bybit's word Withdrawal in its page
// v5/user/create-subuid-apikey. How Bybit's form spells the other two was not found, nor were the forms of the keys: those
// are as each exchange gives them out to whoever wrote this down first.

import type { Meaning } from '../../markets/meanings.ts'
import type { TimeInForce } from '../../order.ts'
import type { VenueRecord } from '../record.ts'

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

/** A field that has to be filled in. */
export const field = (name: FieldName, label: string, ...forms: KeyForm[]): CredentialField => ({ name, label, forms })

/** The part of a venue's record that the page shows too. */
export type VenuePromises = Pick<
  VenueRecord,
  | 'keyRule'
  | 'validity'
  | 'legs'
  | 'resend'
  | 'retention'
  | 'testing'
  | 'reportsPermissions'
  | 'reportsAccount'
  | 'orderTypes'
  | 'timesInForce'
>

/** All of it. */
export interface VenueFacts {
  /**
   * The page on which keys are made and revoked; `null` for gateways, which have none of their own. It is shown and opened as it
   * stands; no test can ask the exchange whether it still holds.
   */
  keyPage: string | null
  credentials: VenueCredentials
  promises: VenuePromises
  /**
   * Where its public data is read, and how many requests a minute we allow ourselves: a part of what it bears, since the
   * trader's own orders come from the same address. `null` where no public data is read.
   */
  publicData: { base: string; perMinute: number } | null
  /**
   * The times in force of the limit orders that its auctions take; none where it documents nothing of an auction. `null` where it
   * is not known to take less than limit orders that wait, post-only ones among them.
   */
  auction: readonly TimeInForce[] | null
  /** What it documents for coins that do not trade yet, beside plain markets; none where nothing was found. */
  beforeListing: readonly Meaning[]
}

/** Keys of two texts and a passphrase, which not every key has. */
export function withPassphrase(label: string): VenueCredentials {
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

/** Where nothing is described: a key and a secret. */
export const TWO_TEXTS: VenueCredentials = {
  fields: [field('apiKey', 'API key', 'text'), field('apiSecret', 'API secret', 'text')],
  rights: [],
  never: [],
}

/**
 * Of a venue of whose orders nothing is documented nothing is taken for granted. A limit order says price and amount of the coin
 * by itself; what the amount of a market order counts is another thing at each venue.
 */
export const GENERAL_PROMISES: VenuePromises = {
  keyRule: 'unchecked',
  validity: null,
  legs: ['open', 'history', 'trades'],
  resend: 'never',
  retention: { closedMs: null, unfilledMs: null },
  testing: 'none',
  reportsPermissions: false,
  reportsAccount: false,
  orderTypes: ['limit'],
  timesInForce: ['gtc'],
}
