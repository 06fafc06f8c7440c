// Takes back what a person changed. Each change is kept as rows before and after, whoever made it and however: one way for all of
// them. A change that something later builds on is not taken back.

import type { Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { UNDOABLE, type UndoableOperation, type UndoStep } from '../../../shared/undo/undo.ts'
import type { RowChange, RowScope, UndoStore } from '../../ports/research.ts'
import type { Clock, Logger } from '../../ports/system.ts'

export interface Undo {
  /** Runs an operation, and keeps how to take it back where that can be done. What `run` throws is thrown. */
  during<T>(operation: OperationName, input: unknown, run: () => T): T
  list(): UndoStep[]
  /** @throws AppError `NOT_FOUND` where there is nothing, `NOT_ALLOWED` where something later builds on it */
  run(input: Input<'undo.run'>): Output<'undo.run'>
}

/** Kept so long: what was removed for good is not in the file for ever. */
const KEPT_MS = 24 * 60 * 60_000
/** Typing is one change, however often it saves itself. */
const ONE_SITTING_MS = 10_000
const TYPED: readonly UndoableOperation[] = ['notes.save', 'tags.set', 'airdrops.save']

export interface UndoParts {
  store: UndoStore
  clock: Pick<Clock, 'now'>
  logger: Logger
  /** The name of what an operation is about, while it is there. */
  nameOf: (input: Record<string, unknown>) => string
  /** Whether orders, movements or claims name the coin. */
  isUsed: (coinId: string) => boolean
  /** A change can be taken back now; after one was, `null`. */
  changed: (step: UndoStep | null) => void
}

/** Builds it. */
export function createUndo({ store, clock, logger, nameOf, isUsed, changed }: UndoParts): Undo {
  const keep = (operation: UndoableOperation, subject: string, changes: RowChange[]) => {
    const at = new Date(clock.now()).toISOString()
    const [newest] = store.steps()
    if (newest !== undefined && TYPED.includes(operation) && isSitting(newest, operation, subject, clock.now())) {
      const before = store.changesOf(newest.stepId)
      const joined = before === null ? null : joinedOf(before, changes)
      if (joined !== null) return store.extend(newest.stepId, joined, at)
    }
    const since = new Date(clock.now() - KEPT_MS).toISOString()
    changed(store.add({ operation, subject, at }, changes, since))
  }
  /** Of a coin that goes, its tasks are known by their own ids. */
  const wholeScopes = (operation: UndoableOperation, fields: Record<string, unknown>): RowScope[] => {
    const scopes = scopesOf(operation, fields)
    if (operation !== 'coins.remove' && operation !== 'coins.removeMany') return scopes
    const tasks = [...store.rows(scopes)].flatMap(([name, row]) =>
      name.startsWith('airdrop_tasks ') ? String(row['task_id']) : [],
    )
    return [...scopes, ...tasks.flatMap(ofTask)]
  }
  /** A coin that was added is taken away only while nothing else stands at it. */
  const isBuiltOn = (change: RowChange, _: number, changes: readonly RowChange[]): boolean => {
    if (change.table !== 'own_coins' || change.before !== null) return false
    const coinId = String(change.after?.['id'])
    const known = new Set(changes.map(({ table, key }) => `${table} ${key}`))
    return (
      isUsed(coinId) || [...store.rows(scopesOf('coins.remove', { coinId })).keys()].some((name) => !known.has(name))
    )
  }
  return {
    during: (name, input, run) => {
      const operation = UNDOABLE.find((each) => each === name)
      if (operation === undefined) return run()
      const fields = input as Record<string, unknown>
      const scopes = wholeScopes(operation, fields)
      const before = store.rows(scopes)
      const subject = nameOf(fields)
      const answer = run()
      try {
        // What is new is known by the answer's id alone.
        const after = store.rows(scopes.length > 0 ? scopes : scopesOf(operation, { ...fields, ...idsIn(answer) }))
        const changes = store.changes(before, after)
        if (changes.length > 0) keep(operation, subject === '' ? nameOf(idsIn(answer)) : subject, changes)
      } catch (error) {
        // The change itself is kept; only the way back is not.
        logger.warn('undo-not-kept', { error })
      }
      return answer
    },
    list: () => store.steps(),
    run: ({ stepId }) => {
      const steps = store.steps()
      const step = stepId === undefined ? steps[0] : steps.find((each) => each.stepId === stepId)
      const changes = step === undefined ? null : store.changesOf(step.stepId)
      if (changes?.some(isBuiltOn) === true) throw new AppError('NOT_ALLOWED', reason('CHANGED_SINCE'))
      if (step === undefined || changes === null) throw new AppError('NOT_FOUND', reason('NOTHING_TO_UNDO'))
      if (!store.putBack(changes)) throw new AppError('NOT_ALLOWED', reason('CHANGED_SINCE'))
      store.forget(step.stepId)
      changed(null)
      return step
    },
  }
}

const isSitting = (newest: UndoStep, operation: UndoableOperation, subject: string, now: number): boolean =>
  newest.operation === operation && newest.subject === subject && now - Date.parse(newest.at) < ONE_SITTING_MS

/** Two changes of the same rows as one; `null` where the second does not begin where the first ended. */
function joinedOf(first: readonly RowChange[], second: readonly RowChange[]): RowChange[] | null {
  const byRow = new Map(first.map((change) => [`${change.table} ${change.key}`, change]))
  for (const change of second) {
    const name = `${change.table} ${change.key}`
    const before = byRow.get(name)
    if (before === undefined || JSON.stringify(before.after) !== JSON.stringify(change.before)) return null
    byRow.set(name, { ...before, after: change.after })
  }
  return [...byRow.values()]
}

function idsIn(answer: unknown): Record<string, unknown> {
  if (typeof answer !== 'object' || answer === null) return {}
  const { id, taskId, entryId, criterionId } = answer as Record<string, unknown>
  return {
    ...(typeof id === 'string' && { coinId: id }),
    ...(typeof taskId === 'string' && { taskId }),
    ...(typeof entryId === 'string' && { entryId }),
    ...(typeof criterionId === 'string' && { criterionId }),
  }
}

/** Everything that is kept of a coin, by the column that names it. */
const OF_A_COIN: readonly (readonly [table: string, column: string])[] = [
  ...[['own_coins', 'id'] as const, ['coin_marks', 'coin_id'] as const, ['coin_facts', 'coin_id'] as const],
  ['criterion_marks', 'coin_id'] as const,
  ...[['coin_matches', 'coin_id'] as const, ['airdrop_work', 'coin_id'] as const],
  ...[['airdrop_outlooks', 'coin_id'] as const, ['airdrop_tasks', 'coin_id'] as const],
  ...[['listing_plans', 'coin_id'] as const, ['note_versions', 'subject'] as const],
  ['alerts', "json_extract(condition, '$.coinId')"] as const,
]

/** What is kept of a task beside its own row. */
const ofTask = (taskId: string): RowScope[] => [
  { table: 'airdrop_records', column: 'task_id', value: taskId },
  { table: 'note_versions', column: "substr(subject, 1, instr(subject || ' ', ' ') - 1)", value: taskId },
]

/** The rows that an operation may change. */
function scopesOf(operation: UndoableOperation, input: Record<string, unknown>): RowScope[] {
  const { coinId, coinIds, taskId, environment, entryId, criterionId } = input
  const all = Array.isArray(coinIds) ? coinIds : []
  const of = (table: string, column: string, value: unknown): RowScope[] =>
    typeof value === 'string' ? [{ table, column, value }] : []
  switch (operation) {
    case 'coins.remove':
      return OF_A_COIN.flatMap(([table, column]) => of(table, column, coinId))
    case 'coins.removeMany':
      return all.flatMap((each) => OF_A_COIN.flatMap(([table, column]) => of(table, column, each)))
    case 'coins.markMany':
      return all.flatMap((each) => of('coin_marks', 'coin_id', each))
    case 'coins.save':
      return [...of('own_coins', 'id', coinId), ...of('coin_marks', 'coin_id', coinId)]
    case 'watchlist.set':
    case 'notes.save':
    case 'tags.set':
      return of('coin_marks', 'coin_id', coinId)
    case 'coinFacts.save':
    case 'coinFacts.remove':
      return of('coin_facts', 'coin_id', coinId)
    case 'airdrops.save':
    case 'airdrops.remove':
      return [...of('airdrop_work', 'coin_id', coinId), ...of('airdrop_outlooks', 'coin_id', coinId)]
    case 'airdropTasks.save':
    case 'airdropTasks.done':
    case 'airdropTasks.snooze':
    case 'airdropTasks.remove':
      return [...of('airdrop_tasks', 'task_id', taskId), ...of('airdrop_records', 'task_id', taskId)]
    case 'holdings.save':
    case 'holdings.remove':
      return of('ledger', 'entry_id', `opening:${String(environment)}:${String(coinId)}`)
    case 'ledger.save':
    case 'ledger.remove':
      return of('ledger', 'entry_id', entryId)
    case 'criteria.save':
    case 'criteria.remove':
      return [...of('criteria', 'criterion_id', criterionId), ...of('criterion_marks', 'criterion_id', criterionId)]
    case 'criteria.mark':
      return of('criterion_marks', 'coin_id', coinId)
  }
}
