// Notes on the page: an earlier version that is restored stands in the open field, and what it replaced is among the versions.

import { beforeEach, expect, test } from 'vitest'
import { NotesScreen } from '../../../renderer/features/notes/NotesScreen.tsx'
import { loadNotes, openNote, restoreNote } from '../../../renderer/state/notes/notes-actions.ts'
import { noteKey, useNotes } from '../../../renderer/state/notes/notes-store.ts'
import type { Note } from '../../../shared/notes/notes.ts'
import { drawn } from '../fakes/drawn.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

const AT = '2026-11-30T12:00:00.000Z'
const OLA: Note = { kind: 'coin', subject: 'ola', coinId: 'ola', coinName: 'Ola', text: 'Now.', updatedAt: AT }
let desktop: FakeDesktop

beforeEach(async () => {
  desktop = setUpPage()
  let text = OLA.text
  desktop.answer('notes.page', () => ({ items: [{ ...OLA, text }], next: null }))
  desktop.answer('notes.versions', () => [{ versionId: 1, at: AT, text: text === 'Now.' ? 'Before.' : 'Now.' }])
  desktop.answer('notes.save', (note) => {
    text = note.text
    return { id: OLA.coinId } as never
  })
  await loadNotes()
  await openNote(OLA)
})

const field = () => /<textarea[^>]*>([^<]*)</.exec(drawn(<NotesScreen />))?.[1]

test('a restored version is in a new field, and what it replaced is a version', async () => {
  const { opening } = useNotes.getState()
  expect(field()).toBe('Now.')
  await restoreNote(OLA, 'Before.')
  const state = useNotes.getState()
  expect(state.openKey).toBe(noteKey(OLA))
  expect(state.opening).not.toBe(opening)
  expect(field()).toBe('Before.')
  expect(state.versions?.map(({ text }) => text)).toEqual(['Now.'])
})

test('where it could not be stored, the field keeps what is typed in it', async () => {
  const { opening } = useNotes.getState()
  desktop.answer('notes.save', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  await restoreNote(OLA, 'Before.')
  expect([useNotes.getState().opening, field()]).toEqual([opening, 'Now.'])
})
