// The log in words: a use of a key as a sentence, facts as pairs, entries by the day on which they were made. Pure.

import type { AuditDetail, AuditEntry } from '../../../shared/audit.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import { isReason, REASONS } from '../../../shared/reasons/reason-tables.ts'
import type { ErrorCode } from '../../../shared/result.ts'
import { errorWords, sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'

type NameOf = (id: string) => string

const wordOf = (detail: AuditDetail, name: string): string | null => {
  const value = detail[name]
  return typeof value === 'string' ? value : null
}

/** A use of a key as a sentence. A word of a later version stands in it as it is. */
export function sentenceOf({ event, subject, detail }: AuditEntry, nameOf: NameOf): string {
  const { sentences, keyOf, purpose } = text.activity
  const key = keyOf(wordOf(detail, 'keyEnd'), subject === null ? null : nameOf(subject))
  const sentence = Object.hasOwn(sentences, event) ? sentences[event as keyof typeof sentences] : null
  return sentence === null ? `${key}: ${event}` : sentence(key, purpose(wordOf(detail, 'purpose')))
}

/** A reason as the log keeps it: its code, with its parameters behind it where it has any. */
const REASON = /^([A-Z][A-Z0-9_]+)(?: (\{.*))?$/s

const wordsOfCode = (code: string) => code.toLowerCase().replaceAll('_', ' ')

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // The log cuts what is long.
    return null
  }
}

/** A code in words, where it is one of ours; an exchange's own code stays as it is. */
function reasonWords(value: string): string | null {
  const [, code = '', json = '{}'] = REASON.exec(value) ?? []
  if (Object.hasOwn(REASONS, code)) {
    const found = { code, params: parsed(json) }
    return isReason(found) ? sayReason(found) : wordsOfCode(code)
  }
  if (Object.hasOwn(text.errors, code)) return errorWords({ code: code as ErrorCode }).title
  return json === '{}' ? null : wordsOfCode(code)
}

function valueWords(name: string, value: string | number | boolean | null, nameOf: NameOf): string {
  if (value === null) return '–'
  if (typeof value === 'boolean') return value ? text.common.yes : text.common.no
  if (typeof value === 'number') return String(value)
  if (name === 'account') return nameOf(value)
  const { values } = text.activity.facts
  const status = name === 'status' || name === 'from' ? ORDER_STATUSES.find((one) => one === value) : undefined
  if (status !== undefined) return text.orders.status[status].word.toLowerCase()
  if (Object.hasOwn(values, value)) return values[value] ?? value
  return reasonWords(value) ?? value
}

/** The facts of an entry in words. A name of a later version is shown as it is. */
export function factsOf(detail: AuditDetail, nameOf: NameOf): string {
  const { names } = text.activity.facts
  return Object.entries(detail)
    .map(([name, value]) => `${Object.hasOwn(names, name) ? names[name] : name}: ${valueWords(name, value, nameOf)}`)
    .join('; ')
}

export interface Day {
  /** The moment of its newest entry. */
  at: string
  entries: AuditEntry[]
}

/** Entries that come newest first, by the trader's own calendar days. */
export function byDay(entries: readonly AuditEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    const isSame = last !== undefined && new Date(last.at).toDateString() === new Date(entry.at).toDateString()
    if (isSame) last.entries.push(entry)
    else days.push({ at: entry.at, entries: [entry] })
  }
  return days
}
