// Asks for the tasks of airdrops, stores what the trader writes of them, and books what arrived.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useStatus } from '../status-store.ts'
import { useTasks } from './tasks-store.ts'

const listRequests = requests()

/** Loads what is due first. */
export async function loadTasks(): Promise<void> {
  const { put, set } = useTasks.getState()
  await load(listRequests, put, async () => {
    const { items, next } = await call('airdropTasks.page', { limit: MAX_PAGE_SIZE })
    set({ next })
    return items
  })
}

/** Adds those behind what is shown. */
export async function loadMoreTasks(): Promise<void> {
  const { next, tasks, put, set } = useTasks.getState()
  if (next === null) return
  const isStill = listRequests.join()
  try {
    const page = await call('airdropTasks.page', { before: next, limit: MAX_PAGE_SIZE })
    if (!isStill()) return
    put({ value: [...(tasks.value ?? []), ...page.items] })
    set({ next: page.next })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

async function tried<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Stores a task; the answer is null where it was refused, and why is on the status line. */
export const saveTask = (input: Input<'airdropTasks.save'>): Promise<AirdropTask | null> =>
  tried(async () => {
    const task = await call('airdropTasks.save', input)
    reportDone(text.done.airdrops.saved(task.title))
    return task
  })

const shownTask = (taskId: string): AirdropTask | undefined =>
  useTasks.getState().tasks.value?.find((task) => task.taskId === taskId)

/** What puts the record back that the task had before and has no more, with its costs and evidence; `null` where none is known. */
function puttingBack(before: AirdropTask | undefined, after: AirdropTask): Input<'airdropTasks.done'> | null {
  const removed = before?.records.find(({ period }) => !after.records.some((record) => record.period === period))
  if (removed === undefined) return null
  // By its own time it comes back into its own period, also when another one has begun since.
  const { period: _, doneAt: at, ...record } = removed
  return { taskId: after.taskId, at, ...record }
}

/**
 * Done, or not done after all; one press takes it back. `before` is the task as it stands, for what its record says is gone with
 * the record.
 */
export async function markDone(input: Input<'airdropTasks.done'>, before = shownTask(input.taskId)): Promise<boolean> {
  const task = await tried(() => call('airdropTasks.done', input))
  if (task === null) return false
  const isDone = input.done !== false
  const title = (isDone ? text.done.airdrops.markedDone : text.done.airdrops.markedOpen)(task.title)
  const back = isDone ? { taskId: task.taskId, done: false } : puttingBack(before, task)
  const action = back === null ? {} : { action: { label: text.common.undo, run: () => void markDone(back, task) } }
  useStatus.getState().say({ tone: 'good', title, detail: null, ...action })
  return true
}

/** Puts the reminder off. */
export async function snoozeTask(taskId: string, minutes: number): Promise<void> {
  await tried(() => call('airdropTasks.snooze', { taskId, minutes }))
}

/** Removes the task with its records. */
export async function removeTask({ taskId, title }: Pick<AirdropTask, 'taskId' | 'title'>): Promise<void> {
  const answer = await tried(async () => {
    await call('airdropTasks.remove', { taskId })
    return true
  })
  if (answer === null) return
  useTasks.getState().set({ open: null })
  reportDone(text.done.airdrops.removed(title))
}

/** Books what arrived as a holding; false where it was refused. */
export async function bookClaim(input: Input<'airdrops.claim'>, name: string): Promise<boolean> {
  const claim = await tried(() => call('airdrops.claim', input))
  if (claim === null) return false
  reportDone(text.done.airdrops.booked(name))
  return true
}

/** Takes a coin off the board. */
export async function takeOffBoard(coinId: string, name: string): Promise<void> {
  const answer = await tried(async () => {
    await call('airdrops.remove', { coinId })
    return true
  })
  if (answer !== null) reportDone(text.done.airdrops.offBoard(name))
}

/** Asks where the calendar's feed lies. */
export async function loadFeed(): Promise<void> {
  const status = await tried(() => call('calendar.status', {}))
  if (status !== null) useTasks.getState().set({ feed: status.feed })
}

/** Begins the feed, or ends it. */
export async function setFeed(on: boolean): Promise<void> {
  const status = await tried(() => call('calendar.setFeed', { on }))
  if (status !== null) useTasks.getState().set({ feed: status.feed })
}

/** Asks where to write the calendar, then has it written. */
export async function exportCalendar(): Promise<void> {
  await tried(async () => {
    const { path } = await call('files.chooseSave', { purpose: 'calendar' })
    if (path === null) return
    const { entries } = await call('calendar.export', { path })
    reportDone(text.done.airdrops.exported(entries, path))
  })
}
