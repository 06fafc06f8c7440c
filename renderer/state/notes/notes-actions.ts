// Asks for notes, by their words, and for what each said before.

import type { Note } from '../../../shared/notes/notes.ts'
import { call } from '../../api.ts'
import { saveAirdrop } from '../coins/airdrops-actions.ts'
import { saveNote } from '../coins/own-part-actions.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useRoute } from '../route-store.ts'
import { noteKey, useNotes } from './notes-store.ts'

/** Words that are still being typed wait this long, milliseconds. */
const PAUSE_MS = 120
/** More than a line is no search. */
const MAX_SEARCH = 200

const listRequests = requests()
const versionRequests = requests(() => useNotes.getState().openKey)

const filter = () => {
  const text = useNotes
    .getState()
    .search.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, MAX_SEARCH)
  return text === '' ? {} : { text }
}

/** Loads the newest. */
export async function loadNotes(): Promise<void> {
  const { put, set } = useNotes.getState()
  await load(listRequests, put, async () => {
    const { items, next } = await call('notes.page', filter())
    set({ next })
    return items
  })
}

/** Notes were written: they are read again while they are looked at. */
export function noteNotes(): void {
  if (useRoute.getState().screen === 'notes') void loadNotes()
}

let pause: ReturnType<typeof setTimeout> | undefined

/** Looks for other words. */
export function searchNotes(search: string): void {
  useNotes.getState().set({ search })
  clearTimeout(pause)
  pause = setTimeout(() => void loadNotes(), PAUSE_MS)
}

/** Adds those behind what is shown. */
export async function loadMoreNotes(): Promise<void> {
  const { next, notes, put, set } = useNotes.getState()
  if (next === null) return
  const isStill = listRequests.join()
  try {
    const page = await call('notes.page', { ...filter(), before: next })
    if (!isStill()) return
    put({ value: [...(notes.value ?? []), ...page.items] })
    set({ next: page.next })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Opens a note in its row, or closes it. */
export async function openNote(note: Note): Promise<void> {
  const { openKey, opening, set } = useNotes.getState()
  const key = noteKey(note)
  set({ openKey: openKey === key ? null : key, versions: null, opening: opening + 1 })
  if (openKey !== key) await loadVersions(note)
}

/** Loads what the open note said before. */
async function loadVersions(note: Note): Promise<void> {
  const { set } = useNotes.getState()
  const isStill = versionRequests.begin()
  try {
    const versions = await call('notes.versions', { kind: note.kind, subject: note.subject })
    if (isStill()) set({ versions })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Stores a note where it was written; of a task's record, nothing is changed here. */
export function writeNote({ kind, coinId }: Note, text: string): Promise<boolean> {
  return kind === 'airdrop' ? saveAirdrop({ coinId, note: text }) : saveNote(coinId, text)
}

/** Stores an earlier version. The open field shows it from then on: with the old text in it the next key would write that again. */
export async function restoreNote(note: Note, text: string): Promise<void> {
  if (!(await writeNote(note, text))) return
  const { notes, put, set, opening, openKey } = useNotes.getState()
  const key = noteKey(note)
  if (notes.value !== null)
    put({ value: notes.value.map((each) => (noteKey(each) === key ? { ...each, text } : each)) })
  if (openKey !== key) return
  set({ opening: opening + 1 })
  await loadVersions(note)
}
