// The list out to a file and in from one: what a file would change is shown before it does.

import { useEffect } from 'react'
import type { ListPreview } from '../../../../shared/list/list-file.ts'
import { sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { useListFile } from '../../../state/coins/list-file-store.ts'
import { chooseList, commitList, dropPreview, exportList, followProgress, stopReading } from './file-actions.ts'
import styles from './Tools.module.css'

const words = text.list.file
/** More nobody reads here. */
const SHOWN = 50

function Progress() {
  const progress = useListFile((state) => state.progress)
  if (progress === null) return null
  if (progress.phase === 'write') return <output>{words.writing}</output>
  return (
    <p className={styles['columnEnd']}>
      <progress value={progress.done} max={progress.total} aria-label={words.reading(percentOf(progress))} />
      <span className="muted">{words.reading(percentOf(progress))}</span>
      <button type="button" className="button" onClick={() => void stopReading()}>
        {words.cancel}
      </button>
    </p>
  )
}

const percentOf = ({ done, total }: { done: number; total: number }) => Math.floor((100 * done) / Math.max(1, total))

function BadLines({ preview }: { preview: ListPreview }) {
  const withoutBadRows = useListFile((state) => state.withoutBadRows)
  const { bad, badCount } = preview
  if (badCount === 0) return null
  const shown = bad.slice(0, SHOWN)
  return (
    <section className="notice bad" aria-label={words.bad(badCount)}>
      <div className="block">
        <strong>{words.bad(badCount)}</strong>
        <ul className={styles['badLines']}>
          {shown.map(({ line, reason }) => (
            <li key={line}>
              {words.badLine(line)}: {sayReason(reason)}
            </li>
          ))}
        </ul>
        {badCount > shown.length ? <p className="hint">{words.more(badCount - shown.length)}</p> : null}
        <label className="check">
          <input
            type="checkbox"
            checked={withoutBadRows}
            onChange={({ target }) => useListFile.setState({ withoutBadRows: target.checked })}
          />
          <span>{words.without}</span>
        </label>
      </div>
    </section>
  )
}

function Preview({ preview }: { preview: ListPreview }) {
  const { adds, changes, same, encoding, separator, ignored, rows, badCount } = preview
  const withoutBadRows = useListFile((state) => state.withoutBadRows)
  const canCommit = adds + changes > 0 && (badCount === 0 || withoutBadRows)
  return (
    <>
      <p>
        <strong>{words.found(adds, changes, same)}</strong>
      </p>
      <p className="hint">
        {words.form(encoding, separator)}
        {ignored.length === 0 ? '' : `. ${words.ignored(ignored.join(', '))}`}
      </p>
      <BadLines preview={preview} />
      {rows.length === 0 ? null : (
        <div className="table-wrap">
          <table className="data-table" aria-label={words.preview}>
            <thead>
              <tr>
                {[words.line, '', words.name, words.ticker, words.changed].map((head, at) => (
                  <th key={head} scope="col">
                    {at === 1 ? <span className="visually-hidden">{words.preview}</span> : head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map(({ line, act, name, ticker, fields }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td>{words.act[act]}</td>
                  <th scope="row">{name}</th>
                  <td>{ticker}</td>
                  <td>{fields.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles['columnEnd']}>
        <button
          type="button"
          className="button primary"
          aria-disabled={!canCommit || undefined}
          onClick={() => (canCommit ? void commitList() : undefined)}
        >
          {words.commit(adds + changes)}
        </button>
        <button type="button" className="button" onClick={dropPreview}>
          {words.drop}
        </button>
      </div>
    </>
  )
}

/** Export, import, and what the chosen file would change. */
export function FileBand() {
  const busy = useListFile((state) => state.busy)
  const preview = useListFile((state) => state.preview)
  useEffect(followProgress, [])
  return (
    <div className={styles['views']}>
      <div className={styles['columnEnd']}>
        <button type="button" className="button" aria-disabled={busy || undefined} onClick={() => void exportList()}>
          {words.export}
        </button>
        <button type="button" className="button" aria-disabled={busy || undefined} onClick={() => void chooseList()}>
          {words.choose}
        </button>
        <span className="hint">{words.help}</span>
      </div>
      <Progress />
      {preview === null ? null : <Preview preview={preview} />}
    </div>
  )
}
