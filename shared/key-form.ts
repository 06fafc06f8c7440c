// Puts a typed or pasted key into the form that its exchange gives out, where only one key can be meant, and says else
// where it cannot be right. Asks nobody. What comes back never repeats any part of a key in words.

import { credentialsAt } from './venues/fact-sheets.ts'
import type { CredentialField, FieldName, KeyForm } from './venues/facts/sheet.ts'
import { member } from './venues/json.ts'

export interface TypedKey {
  apiKey: string
  apiSecret: string
  passphrase?: string | null | undefined
}

/** What was put right in a field. */
export type MendingStep = 'ends' | 'quotes' | 'line-breaks' | 'spaces' | 'plus' | 'file'

export interface Mending {
  field: FieldName
  steps: MendingStep[]
}

/**
 * Why no key of the exchange's can be meant. `character`: one that cannot be part of a key, at `position` (from 1, as typed).
 * `encrypted`: a private key under a passphrase of its own. `public`: the half that is no secret. `swapped`: the secret stands
 * in the field of the key. `kind`: a private key of a kind that the exchange does not know; only who can read one tells it.
 */
export interface KeyFault {
  field: FieldName
  reason: 'missing' | 'character' | 'form' | 'kind' | 'encrypted' | 'public' | 'swapped'
  position: number | null
}

export interface MendedKey {
  apiKey: string
  apiSecret: string
  passphrase: string | null
}

export type CheckedKey = { key: MendedKey; mended: Mending[] } | { fault: KeyFault }

/** Longer than any of an exchange's that is no private key in a file. */
const MAX_TEXT = 1_024
const MAX_PEM = 8_192

/** White space of every kind, and characters that nobody sees: what copying and files leave at the ends. */
const UNSEEN = String.raw`[\s\p{Cf}]`
const ENDS = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, 'gu')
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')
const LEADING = new RegExp(`^${UNSEEN}*`, 'u')
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c'],
  ['\u2018', '\u2019'],
  ['\u00ab', '\u00bb'],
]
const PEM = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/
const PARAMETERS = /-----BEGIN EC PARAMETERS-----[\s\S]*?-----END EC PARAMETERS-----/
const PRIVATE_KEYS = ['PRIVATE KEY', 'EC PRIVATE KEY', 'RSA PRIVATE KEY']
const COLUMNS = 64

interface Text {
  text: string
  steps: MendingStep[]
  /** Characters of what was typed before the first of `text`. */
  before: number
}

type Mended = { text: string; steps: MendingStep[] } | { reason: KeyFault['reason']; position: number | null }

const lengthOf = (text: string): number => [...text].length

/** The key as its exchange gives it out, or what is wrong with it. Never throws, whatever was typed. */
export function checkKeyForm(venue: string, typed: TypedKey): CheckedKey {
  const { fields, file } = credentialsAt(venue)
  const mended: Mending[] = []
  const key: MendedKey = { apiKey: '', apiSecret: '', passphrase: null }
  // A passphrase that the exchange does not ask for is kept, as it may go with the key elsewhere.
  const asked = fields.some(({ name }) => name === 'passphrase') ? fields : [...fields, SPARE_PASSPHRASE]
  for (const field of asked) {
    const given = typed[field.name] ?? ''
    const result = mendField(field, given, file?.[field.name])
    if ('reason' in result && result.reason === 'missing' && field.optional === true) continue
    if ('reason' in result) return { fault: { field: field.name, ...result } }
    key[field.name] = result.text
    if (result.steps.length > 0) mended.push({ field: field.name, steps: result.steps })
  }
  return { key, mended }
}

const SPARE_PASSPHRASE: CredentialField = { name: 'passphrase', label: 'Passphrase', forms: ['words'], optional: true }

function mendField({ name, forms }: CredentialField, given: string, members: readonly string[] | undefined): Mended {
  const isPassphrase = name === 'passphrase'
  let text = trimmed({ text: given, steps: [], before: 0 })
  // A passphrase is the trader's own: quotes may be part of it.
  if (!isPassphrase && !forms.includes('words')) text = unquoted(text)
  if (text.text === '') return { reason: 'missing', position: null }
  if (members !== undefined && text.text.startsWith('{')) {
    const found = fromFile(text.text, members)
    if (found === null) return { reason: 'form', position: null }
    text = trimmed({ text: found, steps: ['file'], before: 0 })
  }
  if (text.text.includes('-----BEGIN') || text.text.includes('PRIVATE KEY')) {
    if (!forms.includes('pem')) return { reason: name === 'apiKey' ? 'swapped' : 'form', position: null }
    return mendPem(text)
  }
  const found = forms.map((form) => READERS[form](text))
  const good = found.find((one) => !('reason' in one))
  // What speaks of a place helps more than what speaks of the form alone.
  const fault = found.find((one) => 'reason' in one && one.position !== null) ?? found.at(-1)
  return good ?? fault ?? { reason: 'form', position: null }
}

const READERS: Readonly<Record<KeyForm, (text: Text) => Mended>> = {
  text: (text) => visible(text, /[^\x21-\x7e]/u),
  words: (text) => visible(text, /[^\x20-\x7e]/u),
  base64: (text) => base64(text, () => true),
  pem: () => ({ reason: 'form', position: null }),
  edwards: (text) => base64(text, (bytes) => bytes === 64),
}

function trimmed({ text, steps, before }: Text): Text {
  const bare = text.replace(ENDS, '')
  if (bare === text) return { text, steps, before }
  const [lead = ''] = LEADING.exec(text) ?? []
  return { text: bare, steps: [...new Set<MendingStep>([...steps, 'ends'])], before: before + lengthOf(lead) }
}

function unquoted(text: Text): Text {
  // A line of a settings file ends in a comma.
  const bare = /^["'].*["'],$/su.test(text.text) ? text.text.slice(0, -1) : text.text
  const isQuoted = QUOTES.some(([open, close]) => bare.startsWith(open) && bare.endsWith(close))
  if (!isQuoted || bare.length < 3) return text
  return trimmed({ text: bare.slice(1, -1), steps: [...text.steps, 'quotes'], before: text.before + 1 })
}

function visible({ text, steps, before }: Text, bad: RegExp): Mended {
  const at = bad.exec(text)
  if (at !== null) return { reason: 'character', position: before + lengthOf(text.slice(0, at.index)) + 1 }
  return text.length > MAX_TEXT ? { reason: 'form', position: null } : { text, steps }
}

function base64(given: Text, fits: (bytes: number) => boolean): Mended {
  const steps = [...given.steps]
  let text = given.text.replace(/[\r\n]+/g, '')
  if (text !== given.text) steps.push('line-breaks')
  const spaces = text.split(' ').length - 1
  if (spaces > 0) {
    // A space is one too many, or what a form has made of a plus. The length tells which, but where it fits both.
    const [without, plus] = [text.replaceAll(' ', ''), text.replaceAll(' ', '+')]
    const isSpare = without.length % 4 === 0
    if (isSpare === (plus.length % 4 === 0)) return placed(given, / /)
    text = isSpare ? without : plus
    steps.push(isSpare ? 'spaces' : 'plus')
  }
  const bad = placed(given, /[^A-Za-z0-9+/=\s]/u)
  if (bad.position !== null) return bad
  const bytes = bytesIn(text)
  return bytes === null || !fits(bytes) ? { reason: 'form', position: null } : { text, steps }
}

function placed({ text, before }: Text, bad: RegExp): { reason: 'character'; position: number | null } {
  const at = bad.exec(text)
  return { reason: 'character', position: at === null ? null : before + lengthOf(text.slice(0, at.index)) + 1 }
}

/** How many bytes a text in base64 stands for; `null` for what is none, or not as it is written. */
function bytesIn(text: string): number | null {
  if (text.length < 4 || text.length > MAX_PEM) return null
  const [, signs = '', padding = ''] = /^([A-Za-z0-9+/]+)(={0,2})$/.exec(text) ?? []
  if (signs === '' || text.length % 4 !== 0) return null
  // Bits that stand for nothing are 0: else one key would have several spellings, and readers differ on them.
  if (padding === '=' && !/[AEIMQUYcgkosw048]$/.test(signs)) return null
  if (padding === '==' && !/[AQgw]$/.test(signs)) return null
  return (text.length / 4) * 3 - padding.length
}

function mendPem(given: Text): Mended {
  const steps = [...given.steps]
  const spelled = given.text.replace(/\\+r/g, '').replace(/\\+n/g, '\n').replace(/\r\n?/g, '\n').replace(PARAMETERS, '')
  const [whole = '', label = '', inside = ''] = PEM.exec(spelled) ?? []
  const around = spelled
    .replace(whole, '')
    .replace(/["',;]/g, '')
    .replace(ALL_UNSEEN, '')
  if (label.includes('PUBLIC') || label === 'CERTIFICATE') return { reason: 'public', position: null }
  if (label.includes('ENCRYPTED') || inside.includes('ENCRYPTED')) return { reason: 'encrypted', position: null }
  const body = inside.replace(ALL_UNSEEN, '')
  if (!PRIVATE_KEYS.includes(label) || around !== '' || bytesIn(body) === null) {
    return { reason: 'form', position: null }
  }
  const lines = body.match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? []
  const text = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
  if (text !== given.text) steps.push('line-breaks')
  return { text, steps: [...new Set(steps)] }
}

/** The first of these members of a file in JSON that is a text. */
function fromFile(text: string, members: readonly string[]): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const found = members.map((name) => member(value, name)).find((one) => typeof one === 'string' && one !== '')
  return typeof found === 'string' ? found : null
}
