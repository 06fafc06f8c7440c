// When what a note said before is worth keeping. A note saves itself while it is typed: each pause is no version.

import type { NoteRow } from '../../ports/notes.ts'

/** Changes within this are one piece of writing, as long as they take little away; milliseconds. */
const ONE_SITTING_MS = 5 * 60_000
/** So much of the text is there after the change, or it is another text. */
const MOSTLY = 0.8

/**
 * Whether `before` is to be kept when the note says `text` from now on. `newest`: what its newest version says; a text that goes
 * in small steps is kept whole at the first of them.
 */
export function isVersion(before: NoteRow | null, text: string, newest: () => string | null, now: number): boolean {
  if (before === null || before.text === '' || before.text === text) return false
  if (now - Date.parse(before.at) > ONE_SITTING_MS) return true
  const left = kept(before.text, text)
  if (left < before.text.length * MOSTLY) return true
  return left < before.text.length && !isHeld(before.text, newest() ?? '')
}

/** Whether nothing is in `text`, in its order, that the version has not: it is that version with parts erased. */
function isHeld(text: string, version: string): boolean {
  let found = 0
  for (let at = 0; at < version.length && found < text.length; at += 1) if (version[at] === text[found]) found += 1
  return found === text.length
}

/** How much of the old text's beginning and end the new one still has, in characters. */
function kept(old: string, text: string): number {
  const most = Math.min(old.length, text.length)
  let front = 0
  while (front < most && old[front] === text[front]) front += 1
  let back = 0
  while (back < most - front && old[old.length - 1 - back] === text[text.length - 1 - back]) back += 1
  return front + back
}
