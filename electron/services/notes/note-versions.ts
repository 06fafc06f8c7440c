// When what a note said before is worth keeping. A note saves itself while it is typed: each pause is no version.

import type { NoteRow } from '../../ports/notes.ts'

/** Changes within this are one piece of writing, as long as they take little away; milliseconds. */
const ONE_SITTING_MS = 5 * 60_000
/** So much of the text is there after the change, or it is another text. */
const MOSTLY = 0.8

/** Whether `before` is to be kept when the note says `text` from now on. */
export function isVersion(before: NoteRow | null, text: string, now: number): boolean {
  if (before === null || before.text === '' || before.text === text) return false
  if (now - Date.parse(before.at) > ONE_SITTING_MS) return true
  return kept(before.text, text) < before.text.length * MOSTLY
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
