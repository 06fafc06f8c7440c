// Has a file looked at, imports it whole, and takes imports back whole.

import type { ImportReport } from '../../../shared/ledger/imports.ts'
import { call, listen } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useStatus } from '../status-store.ts'
import { type ImportTerms, useImports } from './imports-store.ts'

/** So much fits into one message; the backend takes no more. */
export const MAX_PASTED = 60_000

/** Of another file, or one of which more was said since, an answer comes too late. */
const previewRequests = requests(() => useImports.getState().source)
const columnRequests = requests(() => useImports.getState().source)
const pastRequests = requests()

async function preview(): Promise<void> {
  const { source, format, timeZone, accountId, mapping, put } = useImports.getState()
  if (source === null) return
  const said = {
    ...(format !== '' && { format }),
    ...(timeZone !== '' && { timeZone }),
    ...(accountId !== '' && { accountId }),
    ...(mapping !== null && { mapping }),
  }
  await load(previewRequests, put, () => call('import.preview', { ...source, ...said }))
}

/** Loads the names of the file's columns, for the trader to say what they are. */
export async function loadColumns(): Promise<void> {
  const { source, putColumns } = useImports.getState()
  if (source === null) return
  await load(columnRequests, putColumns, () => call('import.columns', source))
}

/** Hears how far a commit is, until it is called off. */
export const followImports = (): (() => void) =>
  listen('import.progress', (progress) => {
    // Of a commit that another page began nothing here would ever say that it is over.
    if (useImports.getState().committing) useImports.getState().set({ progress })
  })

/** Ends a commit that is under way: nothing of it stays. */
export async function cancelCommit(): Promise<void> {
  const { preview: shown } = useImports.getState()
  if (shown.value === null) return
  try {
    await call('import.cancel', { previewId: shown.value.previewId })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Asks which file, then has it looked at. */
export async function chooseImport(): Promise<void> {
  try {
    const { path } = await call('files.chooseOpen', { purpose: 'ledger' })
    if (path === null) return
    useImports.getState().open({ path })
  } catch (thrown) {
    reportFailure(thrown)
    return
  }
  await preview()
}

/** Has pasted text looked at. */
export async function pasteImport(pasted: string): Promise<void> {
  useImports.getState().open({ text: pasted })
  await preview()
}

/** Says more of the file, and has it looked at again: each of these makes other movements of it. */
export async function sayOfImport(terms: Partial<ImportTerms>): Promise<void> {
  useImports.getState().set({ ...terms, withoutBadRows: false })
  await preview()
}

/** Looks at it again, after a failure or where the preview is out of date. */
export const lookAgain = (): Promise<void> => preview()

/** Puts the file away; nothing of it was imported. */
export const dropImport = (): void => useImports.getState().open(null)

/** Loads what was imported before. */
export async function loadImports(): Promise<void> {
  await load(pastRequests, useImports.getState().putPast, () => call('import.list', {}))
}

/** Imports what the preview shows: all of it, or nothing. The answer is null where it was refused. */
export async function commitImport(): Promise<ImportReport | null> {
  const { preview: shown, withoutBadRows, committing, set, open } = useImports.getState()
  if (shown.value === null || committing) return null
  const { previewId } = shown.value
  set({ committing: true })
  try {
    const report = await call('import.commit', { previewId, ...(withoutBadRows && { withoutBadRows }) })
    open(null)
    const run = () => void undoImport(report)
    const action = report.added === 0 ? {} : { action: { label: text.common.undo, run } }
    useStatus.getState().say({ tone: 'good', title: text.imports.done(report.added), detail: null, ...action })
    await loadImports()
    return report
  } catch (thrown) {
    reportFailure(thrown)
    return null
  } finally {
    set({ committing: false, progress: null })
  }
}

/** Takes back what an import has added. */
export async function undoImport({ importId }: Pick<ImportReport, 'importId'>): Promise<void> {
  try {
    const { removed } = await call('import.undo', { importId })
    reportDone(text.imports.undone(removed))
  } catch (thrown) {
    reportFailure(thrown)
  }
  await loadImports()
}
