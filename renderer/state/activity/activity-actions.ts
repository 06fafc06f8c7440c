// Asks for the log: the newest entries, earlier ones, whether it is sound, and a copy of it as a file.

import type { Input } from '../../../shared/contract/contract.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { goTo } from '../route-actions.ts'
import { useRoute } from '../route-store.ts'
import { type Question, useActivity, withNews } from './activity-store.ts'

const PAGE = 100
/** Typing goes on; each key would be a question of its own. */
const PAUSE_MS = 200

function query(): Input<'audit.list'> {
  const { view, kind, search, subject } = useActivity.getState()
  const about = subject === null ? {} : { subject }
  if (view === 'plain') return { limit: PAGE, kind: 'secret', ...about }
  const words = search.trim()
  return { limit: PAGE, ...about, ...(kind === 'all' ? {} : { kind }), ...(words === '' ? {} : { search: words }) }
}

/** An answer to a question that was changed meanwhile comes too late. */
const entryRequests = requests(() => JSON.stringify(query()))
const reportRequests = requests()

/** The newest entries. */
export async function loadActivity(): Promise<void> {
  const { put, set } = useActivity.getState()
  const newest = await load(entryRequests, put, () => call('audit.list', query()))
  if (newest !== null) set({ hasMore: newest.length === PAGE })
}

let pause: ReturnType<typeof setTimeout> | undefined

/** Asks another question of the log; words that are still being typed wait for a moment. */
export function ask(question: Partial<Question>): void {
  const { put, set } = useActivity.getState()
  set(question)
  clearTimeout(pause)
  if (question.search === undefined) {
    // Sentences are not rows: what was read for the one view is nothing for the other.
    if (question.view !== undefined) put({ value: null, error: null })
    void loadActivity()
  } else pause = setTimeout(() => void loadActivity(), PAUSE_MS)
}

let isNoting = false
let isNews = false

/** New entries were written: those are read, while the log is being looked at. One reading at a time. */
export async function noteActivity(): Promise<void> {
  if (useRoute.getState().screen !== 'activity' || useActivity.getState().entries.value === null) return
  isNews = true
  if (isNoting) return
  isNoting = true
  try {
    while (isNews) {
      isNews = false
      const isStill = entryRequests.join()
      const news = await call('audit.list', query())
      const { entries, put } = useActivity.getState()
      if (isStill()) put({ value: withNews(entries.value ?? [], news, news.length < PAGE) })
    }
  } catch {
    // What is shown stays; the next news or look asks again.
  } finally {
    isNoting = false
  }
}

/** Shows what the key of an account was used for. */
export function showUses(accountId: string): void {
  useActivity.getState().set({ view: 'plain', subject: accountId })
  useActivity.getState().put({ value: null, error: null })
  goTo({ screen: 'activity', coinId: null })
}

/** Adds the entries before those that are shown. */
export async function loadEarlier(): Promise<void> {
  const before = useActivity.getState().entries.value?.at(-1)?.seq
  if (before === undefined) return
  const isStill = entryRequests.join()
  try {
    const earlier = await call('audit.list', { ...query(), before })
    const { entries, put, set } = useActivity.getState()
    const shown = entries.value ?? []
    if (!isStill() || shown.at(-1)?.seq !== before) return
    put({ value: [...shown, ...earlier] })
    set({ hasMore: earlier.length === PAGE })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Walks the whole log. */
export async function verifyLog(): Promise<void> {
  const { report, putReport } = useActivity.getState()
  if (report.loading) return
  putReport({ error: null })
  await load(reportRequests, putReport, () => call('audit.verify', {}))
}

/** Asks where to write the log, then has it written. */
export async function exportLog(): Promise<void> {
  try {
    const { path } = await call('files.chooseSave', { purpose: 'audit' })
    if (path === null) return
    const { entries } = await call('audit.export', { path })
    reportDone(text.done.log.exported(entries, path))
  } catch (thrown) {
    reportFailure(thrown)
  }
}
