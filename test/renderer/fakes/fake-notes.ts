// All notes on the fake desktop: those of its coins, found by any part of their text.

import type { Note } from '../../../shared/notes/notes.ts'
import type { FakeOperations } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

/** The answers over one memory. */
export function noteOperations(state: FakeState): Pick<FakeOperations, 'notes.list' | 'notes.page' | 'notes.versions'> {
  const notes = (text = ''): Note[] =>
    state.coins
      .flatMap(({ id, name, note }): Note[] =>
        note === null || note.text === ''
          ? []
          : [{ kind: 'coin', subject: id, coinId: id, coinName: name, text: note.text, updatedAt: note.updatedAt }],
      )
      .filter((note) => note.text.toLowerCase().includes(text.toLowerCase()))
  return {
    'notes.list': ({ text }) => notes(text),
    'notes.page': ({ text }) => ({ items: notes(text), next: null }),
    'notes.versions': () => [],
  }
}
