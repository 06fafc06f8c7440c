// A CSV file becomes movements: chosen or pasted, looked at, then imported whole.

import { type FormEvent, useEffect, useState } from 'react'
import { text } from '../../../messages/late/en.ts'
import {
  chooseImport,
  dropImport,
  followImports,
  lookAgain,
  MAX_PASTED,
  pasteImport,
} from '../../../state/ledger/imports-actions.ts'
import { useImports } from '../../../state/ledger/imports-store.ts'
import { FieldFrame } from '../../../ui/fields/FieldFrame.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { FormatField } from './ImportTermsForm.tsx'
import { MappingForm } from './MappingForm.tsx'
import { PastImports } from './PastImports.tsx'
import { PreviewView } from './PreviewView.tsx'

const words = text.imports

function PasteForm() {
  const [pasted, paste] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = pasted.trim() === '' ? words.pasteMissing : pasted.length > MAX_PASTED ? words.pasteTooLong : null
    setFault(found)
    if (found === null) void pasteImport(pasted)
  }
  return (
    <details>
      <summary>{words.paste}</summary>
      <form className="block" aria-label={words.paste} onSubmit={submit}>
        <FieldFrame label={words.pasteLabel} fault={fault}>
          {(ties) => (
            <textarea {...ties} rows={6} value={pasted} onChange={({ target }) => paste(target.value)} wrap="off" />
          )}
        </FieldFrame>
        <button type="submit" className="button">
          {words.pasteRead}
        </button>
      </form>
    </details>
  )
}

function Choose() {
  return (
    <>
      <p className="hint">{words.help}</p>
      <button type="button" className="button primary" onClick={() => void chooseImport()}>
        {words.choose}
      </button>
      <PasteForm />
    </>
  )
}

/** The last part of a path, by either system's mark. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** What is said of a file whose columns the trader may name himself. */
const ASKS_COLUMNS: ReadonlySet<string> = new Set(['IMPORT_FORM_UNKNOWN', 'IMPORT_MAPPING'])

function Chosen() {
  const preview = useImports((state) => state.preview)
  const source = useImports((state) => state.source)
  return (
    <>
      <p>{source !== null && 'path' in source ? nameOf(source.path) : words.pasted}</p>
      <LoadedView from={preview} onRetry={() => void lookAgain()}>
        {(value) => <PreviewView preview={value} />}
      </LoadedView>
      {preview.error === null || preview.value !== null ? null : (
        <div className="block">
          {ASKS_COLUMNS.has(preview.error.reason?.code ?? '') ? <MappingForm /> : null}
          <FormatField />
          <button type="button" className="button" onClick={dropImport}>
            {words.cancel}
          </button>
        </div>
      )}
    </>
  )
}

/** The view. */
export function ImportView() {
  const isChosen = useImports((state) => state.source !== null)
  useEffect(followImports, [])
  return (
    <>
      <section className="card" aria-label={words.title}>
        <h2>{words.title}</h2>
        {isChosen ? <Chosen /> : <Choose />}
      </section>
      <PastImports />
    </>
  )
}
