// What would become of a file: how much is new, what is left out and why, what cannot be read, and each movement with its lines.

import { type ReactNode, useMemo } from 'react'
import type { ImportPreview } from '../../../../shared/ledger/imports.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { sayReason } from '../../../answer-words.ts'
import { formatDecimal, formatMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { cancelCommit, commitImport, dropImport } from '../../../state/ledger/imports-actions.ts'
import { useImports } from '../../../state/ledger/imports-store.ts'
import { EnvironmentMark } from '../../../ui/EnvironmentMark.tsx'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePlaceName } from '../movements/movement-words.ts'
import styles from '../Portfolio.module.css'
import { ImportTermsForm } from './ImportTermsForm.tsx'
import { lineWords, skippedByReason } from './line-words.ts'
import { PREVIEW_COLUMNS, type PreviewRow } from './preview-columns.tsx'

const words = text.imports

function Warning({ children }: { children: string }) {
  return (
    <div className="notice warn">
      <Icon name="warn" />
      <p>{children}</p>
    </div>
  )
}

/** By a trade of his own that both tell of it shows whether the zone is right. */
function ZoneCheck({ minutesOff }: Pick<ImportPreview, 'minutesOff'>) {
  if (minutesOff === null) return null
  if (minutesOff !== 0) return <Warning>{words.offBy(minutesOff)}</Warning>
  return (
    <p className="hint">
      <Icon name="check" /> {words.onTime}
    </p>
  )
}

function Counts({ preview }: { preview: ImportPreview }) {
  const { format, environment, accountId, rows, adds, known, from, until } = preview
  const place = usePlaceName(accountId)
  const period = from === null || until === null ? null : words.periodOf(formatMoment(from), formatMoment(until))
  const figures: [string, ReactNode][] = [
    [words.format, words.formats[format] ?? format],
    [
      words.place,
      <>
        {place} <EnvironmentMark environment={environment} />
      </>,
    ],
    [words.rows, formatDecimal(String(rows))],
    [words.adds, formatDecimal(String(adds))],
    [words.known, formatDecimal(String(known))],
    [words.period, period],
  ]
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, figure]) =>
        figure === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Skipped({ skipped, skippedCount }: Pick<ImportPreview, 'skipped' | 'skippedCount'>) {
  if (skippedCount === 0) return null
  return (
    <details>
      <summary>{words.skipped(skippedCount)}</summary>
      <ul>
        {skippedByReason(skipped).map(({ why, lines }) => (
          <li key={why}>
            {words.skippedWhy[why]}. {lineWords(lines)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Bad({ bad, badCount }: Pick<ImportPreview, 'bad' | 'badCount'>) {
  const withoutBadRows = useImports((state) => state.withoutBadRows)
  if (badCount === 0) return null
  return (
    <section className="notice bad" aria-label={words.badRows(badCount)}>
      <Icon name="warn" />
      <div className="block">
        <h3>{words.badRows(badCount)}</h3>
        <p>{words.badHelp}</p>
        <ul>
          {bad.slice(0, 20).map(({ line, why }) => (
            <li key={line}>{words.badRow(line, sayReason(why))}</li>
          ))}
        </ul>
        {badCount > 20 ? <p>{words.previewFirst(20, badCount)}</p> : null}
        <label>
          <input
            type="checkbox"
            checked={withoutBadRows}
            onChange={({ target }) => useImports.getState().set({ withoutBadRows: target.checked })}
          />{' '}
          {words.leaveOut(badCount)}
        </label>
      </div>
    </section>
  )
}

const rowKey = ({ movement }: PreviewRow) => movement.entryId

function Rows({ movements, adds, known }: Pick<ImportPreview, 'movements' | 'adds' | 'known'>) {
  const groups = useMemo(() => [{ id: 'rows', rows: movements }], [movements])
  const all = adds + known
  if (movements.length === 0) return <p className="hint">{words.nothingFound}</p>
  return (
    <>
      <DataTable label={words.previewTable} columns={PREVIEW_COLUMNS} given={null} groups={groups} rowKey={rowKey} />
      {all > movements.length ? <p className="hint">{words.previewFirst(movements.length, all)}</p> : null}
    </>
  )
}

/** Why nothing can be imported now; null when it can. */
export function obstacleOf(preview: ImportPreview, withoutBadRows: boolean): string | null {
  if (preview.zoneFrom === 'assumed' && preview.minutesOff !== 0 && preview.adds > 0) return words.zoneMissing
  if (preview.badCount > 0 && !withoutBadRows) return words.badHelp
  if (preview.adds === 0) return preview.known > 0 ? words.nothingNew : words.nothingFound
  return null
}

function Commit({ preview }: { preview: ImportPreview }) {
  const withoutBadRows = useImports((state) => state.withoutBadRows)
  const committing = useImports((state) => state.committing)
  const progress = useImports((state) => state.progress)
  const isLoading = useImports((state) => state.preview.loading)
  const obstacle = obstacleOf(preview, withoutBadRows)
  const isBlocked = obstacle !== null || committing || isLoading
  return (
    <div className="action-row">
      <button
        type="button"
        className="button primary"
        aria-disabled={isBlocked || undefined}
        aria-busy={committing}
        aria-describedby={obstacle === null ? undefined : 'import-obstacle'}
        onClick={() => {
          if (!isBlocked) void commitImport()
        }}
      >
        {committing ? words.importing : words.add(preview.adds)}
      </button>
      <button type="button" className="button" onClick={() => (committing ? void cancelCommit() : dropImport())}>
        {words.cancel}
      </button>
      {progress === null ? null : (
        <label className="hint">
          {words.progress(progress.done, progress.total)} <progress value={progress.done} max={progress.total} />
        </label>
      )}
      {obstacle === null ? null : (
        <p id="import-obstacle" className="hint">
          {obstacle}
        </p>
      )}
    </div>
  )
}

/** The preview. */
export function PreviewView({ preview }: { preview: ImportPreview }) {
  const { accountId, minutesOff } = preview
  return (
    <>
      <ImportTermsForm preview={preview} />
      <ZoneCheck minutesOff={minutesOff} />
      {VENUES.some(({ id }) => id === accountId) ? <Warning>{words.placeOfExchange}</Warning> : null}
      <Counts preview={preview} />
      <Bad {...preview} />
      <Skipped {...preview} />
      <Commit preview={preview} />
      <Rows {...preview} />
    </>
  )
}
