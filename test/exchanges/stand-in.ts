// What a stand-in for an exchange has to be able to do. Every member is required: what its exchange does not have is said by
// `null`, so that no test passes because something was forgotten.

import type { Forms } from './common/request-forms.ts'
import type { Dialect, VenueReply, VenueRequest } from './server.ts'

export type Refusal = 'key' | 'step' | 'would-cross' | 'halted' | 'funds'

export interface Words extends VenueReply {
  /** False where this word stands in no list of ours: nothing is known of the order then. */
  isListed: boolean
}

/** How it words a refusal, after its documents: the answers to an order that it does not make of itself. */
export type Refusals = Readonly<Record<Refusal, Words>>

export interface KeyInfo {
  withdraw: boolean
  /** `null`: it does not tell whose the key is. */
  account: string | null
}

/** What it tells of a key, in the form that its exchange documents. */
export interface KeyTelling {
  path: string
  tells(info: KeyInfo): VenueReply
  /** What of a key without the right to withdraw is shown; `null` where it tells no rights. */
  rights: readonly string[] | null
  /** Where the account is named besides: a call, and the member of its answer. */
  account: { path: string; name: string } | null
}

/** Where it lists orders: the member of the answer, and where a row has our key. */
export interface ListPlace {
  path: RegExp
  at: readonly string[]
  key: string
  /** The rows are the members of an object, each under its id. */
  hasIds: boolean
  /** The member of a row that has its status. */
  status: string
  /** The call that lists what stands open, as method and path. */
  open: RegExp
  /** What is listed of all markets together: all, or only what stands open. */
  everyMarket: 'all' | 'open'
  /** The member that holds them where the rows of a list stand in groups; `null` where none do. */
  groups: string | null
}

/** How a request says whose it is. */
export interface Naming {
  named(request: VenueRequest): string
  /** The same request under another key of the same secret. */
  renamed(request: VenueRequest, name: string): VenueRequest
}

export type Row = Record<string, unknown>

export interface StandIn {
  /** A key that its signature check knows. */
  key: { apiKey: string; apiSecret: string; passphrase?: string }
  dialect: Dialect
  naming: Naming
  /** What it is asked for an order and its cancel; `null` where nothing is documented. */
  forms: Forms | null
  refusals: Refusals
  /** Whether its answer to an order repeats our key. */
  repeatsKey: boolean
  /** What changes the end of an order's validity: a parameter, or a header of what is signed; `null` where none has an end. */
  end: { param: string; value: unknown } | { header: string; value: string } | null
  /** Whether it says of when its prices are. */
  datesPrices: boolean
  /** What the entry of a market says that takes no order. */
  halted: object
  /** `null` where it has no call for that. */
  keyInfo: KeyTelling | null
  /** `null` where no test puts rows into it. */
  lists: ListPlace | null
  /** Somebody else's orders, of kinds that other programs or the exchange's own page place. */
  others: readonly Row[]
  /** One without any id that can be read, which could be ours; `null` where no test puts rows into its lists. */
  nameless: Row | null
}

export const ok = (body: unknown): VenueReply => ({ status: 200, body })
export const listed = (status: number, body: unknown): Words => ({ status, body, isListed: true })
export const unlisted = (status: number, body: unknown): Words => ({ status, body, isListed: false })

/** The key's name stands in a header; where that is part of what is signed, it stays as it was. */
export const byHeader = (header: string, isSigned = false): Naming => ({
  named: ({ headers }) => headers[header] ?? '',
  renamed: (request, name) => (isSigned ? request : { ...request, headers: { ...request.headers, [header]: name } }),
})

/** What stands in these headers. */
export const proofsIn =
  (...names: string[]): Dialect['proofs'] =>
  ({ headers }) =>
    names.flatMap((name) => headers[name] ?? [])
