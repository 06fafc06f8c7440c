// The log in words: a use of a key as a sentence, facts as pairs, entries by the day on which they were made. Pure.

import type { AuditDetail, AuditEntry } from '../../../shared/audit.ts'
import { text } from '../../messages/en.ts'

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

/** The facts of an entry as they stand in the log. */
export function factsOf(detail: AuditDetail): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${value ?? '–'}`)
    .join(', ')
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
