// All notes in one place: found by their words, read as they were meant, changed where they stand, and taken back.

import { useEffect } from 'react'
import type { Note } from '../../../shared/notes/notes.ts'
import { formatMoment } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import {
  loadMoreNotes,
  loadNotes,
  openNote,
  restoreNote,
  searchNotes,
  writeNote,
} from '../../state/notes/notes-actions.ts'
import { noteKey, useNotes } from '../../state/notes/notes-store.ts'
import { openCoin } from '../../state/route-actions.ts'
import { useUndo } from '../../state/undo/undo-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { NotesField } from '../../ui/fields/NotesField.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { NoteText } from '../../ui/notes/NoteText.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { EmptyState } from '../../ui/StateView.tsx'

function Versions({ note }: { note: Note }) {
  const versions = useNotes((state) => state.versions)
  if (versions === null) return null
  return (
    <section aria-label={text.notes.versions}>
      <h2>{text.notes.versions}</h2>
      {versions.length === 0 ? <p className="muted">{text.notes.versionsNone}</p> : null}
      <ul className="later-list">
        {versions.map((version) => (
          <li key={version.versionId} className="later-fact">
            <p className="later-when">
              <time dateTime={version.at}>{formatMoment(version.at)}</time>
            </p>
            <div>
              <NoteText note={version.text} coinId={note.coinId} />
              <button
                type="button"
                className="button"
                aria-label={text.notes.restoreOf(formatMoment(version.at))}
                onClick={() => void restoreNote(note, version.text)}
              >
                {text.notes.restore}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoteCard({ note }: { note: Note }) {
  const isOpen = useNotes(({ openKey }) => openKey === noteKey(note))
  const opening = useNotes((state) => state.opening)
  const undone = useUndo((state) => state.undone)
  const { coinName, kind } = note
  return (
    <li className="card">
      <div className="action-row">
        <button
          type="button"
          className="text-button coin-link"
          aria-label={text.notes.openCoin(coinName)}
          onClick={() => openCoin(note.coinId)}
        >
          {coinName}
        </button>
        <span className="muted">
          {text.notes.kinds[kind]} · <time dateTime={note.updatedAt}>{formatMoment(note.updatedAt)}</time>
        </span>
        {kind === 'task' ? null : (
          <button
            type="button"
            className="button"
            aria-label={text.notes.edit(coinName)}
            aria-expanded={isOpen}
            onClick={() => void openNote(note)}
          >
            {text.common.edit}
          </button>
        )}
      </div>
      {isOpen && kind !== 'task' ? (
        <>
          <NotesField
            // The field keeps what is typed in it: another one takes its place when an earlier version is restored.
            key={`${noteKey(note)} ${opening} ${undone}`}
            label={text.airdrops.noteFor(coinName)}
            note={note.text}
            save={(value) => writeNote(note, value)}
          />
          <Versions note={note} />
        </>
      ) : (
        <NoteText note={note.text} coinId={note.coinId} />
      )}
    </li>
  )
}

function NoteList({ notes }: { notes: readonly Note[] }) {
  const search = useNotes((state) => state.search)
  if (notes.length === 0) {
    if (search.trim() !== '') return <p className="hint">{text.notes.noMatch}</p>
    return (
      <EmptyState title={text.notes.empty} help={text.notes.emptyHelp}>
        <ScreenLink screen="watchlist" className="button">
          {text.shell.screens.watchlist}
        </ScreenLink>
      </EmptyState>
    )
  }
  return (
    <ul className="card-columns" aria-label={text.notes.list}>
      {notes.map((note) => (
        <NoteCard key={noteKey(note)} note={note} />
      ))}
    </ul>
  )
}

/** The screen. */
export function NotesScreen() {
  const notes = useNotes((state) => state.notes)
  const next = useNotes((state) => state.next)
  const search = useNotes((state) => state.search)
  useEffect(() => void loadNotes(), [])
  return (
    <section className="screen" aria-labelledby="notes-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="notes-title">{text.notes.title}</h1>
        </div>
        <div className="stack">
          <div className="log-filter">
            <Field
              label={text.notes.search}
              hint={text.notes.searchHint}
              type="search"
              value={search}
              maxLength={200}
              onChange={searchNotes}
            />
          </div>
          <LoadedView from={notes} onRetry={() => void loadNotes()}>
            {(list) => <NoteList notes={list} />}
          </LoadedView>
          {next === null ? null : (
            <button type="button" className="button" onClick={() => void loadMoreNotes()}>
              {text.notes.loadMore}
            </button>
          )}
        </div>
      </div>
    </section>
  )
}
