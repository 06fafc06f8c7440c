// Asks for the log: the newest entries, earlier ones, whether it is sound, and a copy of it as a file.

import type { AuditKind } from '../../../shared/audit.ts'
import { call } from '../../api.ts'
import { load } from '../../loadable.ts'
import { text } from '../../messages/en.ts'
import { reportDone, reportFailure } from '../../ui/report.ts'
import { useActivity } from './activity-store.ts'

const PAGE = 100

function query() {
  const { kind, search } = useActivity.getState()
  return {
    limit: PAGE,
    ...(kind === 'all' ? {} : { kind }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  }
}

/** The newest entries. */
export async function loadActivity(): Promise<void> {
  const { put, set } = useActivity.getState()
  const entries = await load(put, () => call('audit.list', query()))
  set({ hasMore: entries?.length === PAGE })
}

/** Asks another question of the log. */
export function ask(question: { kind?: AuditKind | 'all'; search?: string }): void {
  useActivity.getState().set(question)
  void loadActivity()
}

/** Adds the entries before those that are shown. */
export async function loadEarlier(): Promise<void> {
  const { entries, put, set } = useActivity.getState()
  const shown = entries.value ?? []
  const before = shown.at(-1)?.seq
  if (before === undefined) return
  try {
    const earlier = await call('audit.list', { ...query(), before })
    put({ value: [...shown, ...earlier] })
    set({ hasMore: earlier.length === PAGE })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Walks the whole log. */
export async function verifyLog(): Promise<void> {
  const { report, putReport } = useActivity.getState()
  if (!report.loading) await load(putReport, () => call('audit.verify', {}))
}

/** Asks where to write the log, then has it written. */
export async function exportLog(): Promise<void> {
  try {
    const { path } = await call('files.chooseSave', { purpose: 'audit' })
    if (path === null) return
    const { entries } = await call('audit.export', { path })
    reportDone(text.activity.exported(entries, path))
  } catch (thrown) {
    reportFailure(thrown)
  }
}
