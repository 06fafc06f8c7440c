// Takes out of an exchange's words whatever could name the trader: parts of the key, addresses, long numbers and ids.

import type { Credentials } from '../../electron/ports/vault.ts'

export type Redact = (text: string) => string

/** A message needs no more to be recognized. */
const LONGEST = 200

const FORMS: readonly [RegExp, string][] = [
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  [/\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}\b/gi, '[address]'],
  [/\S+@\S+\.\S+/g, '[mail]'],
  // Codes are words without a digit.
  [/(?=[\w+/=-]*\d)[\w+/=-]{24,}/g, '[id]'],
  [/\d{7,}/g, '[number]'],
]

const secretsOf = ({ apiKey, apiSecret, passphrase }: Credentials): string[] =>
  [apiKey, apiSecret, passphrase ?? ''].flatMap((secret) => [secret, secret.trim()]).filter((secret) => secret !== '')

/** What may be printed and kept of a text that came from outside. */
export function redactFor(credentials: Credentials): Redact {
  const secrets = secretsOf(credentials)
  return (text) => {
    const plain = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[key]'), text)
    return FORMS.reduce((rest, [form, word]) => rest.replace(form, word), plain).slice(0, LONGEST)
  }
}

/** Shorter ones stand in ordinary words by chance, and no exchange of the list takes them. */
const TELLING = 6

/** True when a part of the key stands in the text after all; also as JSON spells it. */
export const holdsSecret = (text: string, credentials: Credentials): boolean =>
  secretsOf(credentials)
    .filter(({ length }) => length >= TELLING)
    .some((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)))
