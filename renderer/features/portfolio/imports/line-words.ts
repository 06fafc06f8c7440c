// Lines of a file in words: some by their numbers, the rest by how many they are.

import type { ImportPreview, SkipReason } from '../../../../shared/ledger/imports.ts'
import { text } from '../../../messages/late/en.ts'

const words = text.imports

/** More numbers than these nobody looks up. */
const NAMED = 8

/** `Lines 3, 4, 9`, or the first of them and how many more there are. */
export function lineWords(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED).join(', ')
  const more = lines.length - NAMED
  return more > 0 ? words.linesMore(named, more) : words.lines(named)
}

/** The rows that are left out, by why: those of the most first. */
export function skippedByReason(skipped: ImportPreview['skipped']): { why: SkipReason; lines: number[] }[] {
  const groups = new Map<SkipReason, number[]>()
  for (const { line, why } of skipped) groups.set(why, [...(groups.get(why) ?? []), line])
  return [...groups].map(([why, lines]) => ({ why, lines })).toSorted((a, b) => b.lines.length - a.lines.length)
}
