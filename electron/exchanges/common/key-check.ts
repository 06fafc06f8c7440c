// What an exchange is asked about a key, and what the readers of its answers share.

import type { KeyCheck as Checked } from '../../../shared/accounts.ts'
import { member, textOf } from '../../../shared/venues/json.ts'

/** What one answer tells of a key. */
export type ToldKey = Pick<Checked, 'permissions' | 'ipBound' | 'expiresAt'> & { account: string | null }

export interface KeyQuestion {
  /** The name of ccxt's own method for the venue's call. */
  method: string
  input: Readonly<Record<string, string>>
  /** `null` where the answer does not have what the venue documents. */
  read(body: unknown): ToldKey | null
}

export interface KeyCheck {
  /** One after the other, in this environment of the exchange's; none where it has no call about keys. */
  questions(environment: string): readonly KeyQuestion[]
  /** The exchange's own words for a call that it does not have; `null` where only the status 404 says so. */
  unknownCall: RegExp | null
}

export const NOTHING_TOLD: ToldKey = { permissions: null, ipBound: null, expiresAt: null, account: null }

/** Where nothing can be asked. */
export const NO_KEY_CHECK: KeyCheck = { questions: () => [], unknownCall: null }

/** The rights whose flags are set. */
export const flags = (body: unknown, names: Record<string, string>) =>
  Object.entries(names)
    .filter(([name]) => member(body, name) === true)
    .map(([, right]) => right)

/** The texts of a list; `null` where it is none. */
export const textsOf = (list: unknown): string[] | null => (Array.isArray(list) ? list.map(String) : null)

/** A date, or a number of so many milliseconds each since 1970; `null` for none, which some tell as 0 or as the first day of 1970. */
export function dateOf(value: unknown, unitMs: number): string | null {
  const text = textOf(value)
  if (text === null) return null
  const at = /^\d+$/.test(text) ? Number(text) * unitMs : Date.parse(text)
  return Number.isNaN(at) || at <= 0 || at > 8.64e15 ? null : new Date(at).toISOString()
}

/** What an account is called by its exchange. */
export const idOf = (value: unknown): string | null => {
  const id = textOf(value)?.replaceAll(' ', '') ?? null
  return id === null || id === '0' || !/^[\x21-\x7e]{1,64}$/.test(id) ? null : id
}
