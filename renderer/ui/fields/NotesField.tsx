// A note that saves itself, with the word on whether it is saved.

import { useId } from 'react'
import { SaveStatus } from './SaveStatus.tsx'
import { useAutosave } from './use-autosave.ts'

interface NotesFieldProps {
  label: string
  /** The note as it is stored. */
  note: string
  save: Parameters<typeof useAutosave>[1]
}

/** The field for one note; give it a key, so that another coin's note is another field. */
export function NotesField({ label, note, save }: NotesFieldProps) {
  const id = useId()
  const saved = useAutosave(note, save)
  return (
    <div className="field">
      <span className="label-row">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <SaveStatus state={saved.state} />
      </span>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={saved.value}
        onChange={(event) => saved.change(event.target.value)}
        onBlur={saved.flush}
      />
    </div>
  )
}
