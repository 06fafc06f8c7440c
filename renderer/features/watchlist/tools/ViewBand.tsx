// The views that the trader has named: used with one press, renamed, replaced by what is shown, removed.

import { type FormEvent, useState } from 'react'
import type { SavedView } from '../../../../shared/list/views.ts'
import { text } from '../../../messages/late/en.ts'
import { useViews } from '../../../state/coins/views-store.ts'
import styles from './Tools.module.css'
import { applyView, removeView, renameView, saveView } from './view-actions.ts'

const words = text.list.views

interface NameProps {
  label: string
  begin: string
  submit: string
  onName: (name: string) => Promise<boolean>
  onCancel?: () => void
}

function NameForm({ label, begin, submit, onName, onCancel }: NameProps) {
  const [name, setName] = useState(begin)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && (await onName(name.trim()))) setName('')
  }
  return (
    <form className={styles['nameForm']} onSubmit={(event) => void send(event)}>
      <input
        className="input"
        aria-label={label}
        placeholder={words.name}
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button" aria-disabled={name.trim() === '' || undefined}>
        {submit}
      </button>
      {onCancel === undefined ? null : (
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </form>
  )
}

function View({ saved }: { saved: SavedView }) {
  const [renaming, rename] = useState(false)
  const { viewId, name, view } = saved
  if (renaming) {
    const done = async (next: string) => {
      const isDone = await renameView(viewId, next)
      if (isDone) rename(false)
      return isDone
    }
    return (
      <NameForm
        label={words.newName(name)}
        begin={name}
        submit={words.rename}
        onName={done}
        onCancel={() => rename(false)}
      />
    )
  }
  return (
    <>
      <button
        type="button"
        className={`button ${styles['viewName']}`}
        aria-label={words.use(name)}
        onClick={() => applyView(view)}
      >
        {name}
      </button>
      <button
        type="button"
        className="button"
        aria-label={words.updateNamed(name)}
        onClick={() => void saveView({ viewId })}
      >
        {words.update}
      </button>
      <button type="button" className="button" aria-label={words.renameNamed(name)} onClick={() => rename(true)}>
        {words.rename}
      </button>
      <button
        type="button"
        className="button"
        aria-label={words.removeNamed(name)}
        onClick={() => void removeView(saved)}
      >
        {words.remove}
      </button>
    </>
  )
}

/** The list of them, and the form for a new one. */
export function ViewBand() {
  const views = useViews((state) => state.saved)
  return (
    <div className={styles['views']}>
      {views.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ul className={styles['viewList']}>
          {views.map((saved) => (
            <li key={saved.viewId} className={styles['view']}>
              <View saved={saved} />
            </li>
          ))}
        </ul>
      )}
      <NameForm label={words.name} begin="" submit={words.save} onName={(name) => saveView({ name })} />
    </div>
  )
}
