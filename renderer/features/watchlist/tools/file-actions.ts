// Writes the list to a file, and has a file of it looked at and imported.

import { call, listen } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { useListFile } from '../../../state/coins/list-file-store.ts'
import { reportDone, reportFailure } from '../../../state/report.ts'

const words = text.list.file
const put = useListFile.setState

/** Follows how far a file is read, until the answer is called. */
export const followProgress = (): (() => void) => listen('list.progress', (progress) => put({ progress }))

/** True where it was done. */
async function busy(work: () => Promise<void>): Promise<void> {
  if (useListFile.getState().busy) return
  put({ busy: true, progress: null })
  try {
    await work()
  } catch (thrown) {
    reportFailure(thrown)
  } finally {
    put({ busy: false, progress: null })
  }
}

/** Asks where to, and writes the whole list. */
export function exportList(): Promise<void> {
  return busy(async () => {
    const { path } = await call('files.chooseSave', { purpose: 'list' })
    if (path === null) return
    const { coins } = await call('listFile.export', { path })
    reportDone(words.exported(coins, path))
  })
}

/** Asks which file, and has it looked at. */
export function chooseList(): Promise<void> {
  return busy(async () => {
    const { path } = await call('files.chooseOpen', { purpose: 'list' })
    if (path === null) return
    put({ preview: null, withoutBadRows: false })
    put({ preview: await call('listFile.preview', { path }) })
  })
}

/** Imports what the preview shows: all of it, or nothing. */
export function commitList(): Promise<void> {
  return busy(async () => {
    const { preview, withoutBadRows } = useListFile.getState()
    if (preview === null) return
    const { previewId } = preview
    const { added, changed } = await call('listFile.commit', { previewId, ...(withoutBadRows && { withoutBadRows }) })
    dropPreview()
    reportDone(words.done(added, changed))
  })
}

/** Stops the reading. */
export async function stopReading(): Promise<void> {
  try {
    await call('listFile.cancel', {})
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Puts the file away; nothing of it was imported. */
export const dropPreview = (): void => put({ preview: null, withoutBadRows: false })
