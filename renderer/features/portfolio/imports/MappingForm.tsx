// A file in nobody's form: the trader says which column is what, and what the words of its types mean.

import { type FormEvent, useEffect, useState } from 'react'
import type { FileColumns, MappedField } from '../../../../shared/ledger/imports.ts'
import { LEDGER_KINDS, type LedgerKind } from '../../../../shared/ledger/ledger.ts'
import { text } from '../../../messages/late/en.ts'
import { loadColumns, sayOfImport } from '../../../state/ledger/imports-actions.ts'
import { useImports } from '../../../state/ledger/imports-store.ts'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import styles from '../Portfolio.module.css'
import { type ChosenColumns, guessedColumns, mappingOf, NEEDED, OPTIONAL, unknownWords } from './column-mapping.ts'

const words = text.imports
const KINDS = LEDGER_KINDS.map((value) => ({ value, label: text.ledger.kinds[value] }))
const GENERIC = 'generic'

/** The first rows as they are, so that a column is known by what is in it. */
function Sample({ file }: { file: FileColumns }) {
  return (
    <div className="table-wrap">
      <table className="data-table" aria-label={words.sample}>
        <thead>
          <tr>
            {file.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.rows.slice(0, 3).map((row) => (
            <tr key={row.join(',')}>
              {file.columns.map((name, at) => (
                <td key={name}>{row[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Form({ file }: { file: FileColumns }) {
  const [chosen, choose] = useState<ChosenColumns>(() => guessedColumns(file))
  const [missing, setMissing] = useState<readonly MappedField[]>([])
  const options = [{ value: '', label: words.noColumn }, ...file.columns.map((name) => ({ value: name, label: name }))]
  const field = (name: MappedField) => (
    <SelectField
      key={name}
      label={words.fields[name]}
      value={chosen.columns[name]}
      options={options}
      fault={missing.includes(name) ? words.columnMissing : undefined}
      onChange={(next) => choose((before) => ({ ...before, columns: { ...before.columns, [name]: next } }))}
    />
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const made = mappingOf(chosen, file)
    setMissing('missing' in made ? made.missing : [])
    if ('mapping' in made) void sayOfImport({ format: GENERIC, mapping: made.mapping })
  }
  const isTyped = chosen.columns.kind !== ''
  return (
    <form className="block" aria-label={words.mapping} onSubmit={submit}>
      <h3>{words.mapping}</h3>
      <p className="hint">{words.mappingHelp}</p>
      <Sample file={file} />
      <div className={styles['filter']}>
        {NEEDED.map(field)}
        {field('kind')}
        {isTyped ? null : (
          <SelectField
            label={words.allRowsAre}
            value={chosen.kind}
            options={KINDS}
            onChange={(kind) => choose((before) => ({ ...before, kind }))}
          />
        )}
      </div>
      {isTyped ? (
        <div className={styles['filter']}>
          {unknownWords(file, chosen.columns.kind).map((word) => (
            <SelectField<LedgerKind>
              key={word}
              label={words.wordMeans(word)}
              value={chosen.words[word] ?? chosen.kind}
              options={KINDS}
              onChange={(kind) => choose((before) => ({ ...before, words: { ...before.words, [word]: kind } }))}
            />
          ))}
        </div>
      ) : null}
      <details>
        <summary>{words.moreColumns}</summary>
        <div className={styles['filter']}>{OPTIONAL.map(field)}</div>
      </details>
      <button type="submit" className="button primary">
        {words.readColumns}
      </button>
    </form>
  )
}

/** The form, once the names of the columns are there. */
export function MappingForm() {
  const columns = useImports((state) => state.columns)
  useEffect(() => void loadColumns(), [])
  return (
    <LoadedView from={columns} onRetry={() => void loadColumns()}>
      {(file) => (file.columns.length === 0 ? null : <Form key={file.columns.join(',')} file={file} />)}
    </LoadedView>
  )
}
