// Writes an import, and takes one back, in turns between which the app answers. Whole or nothing all the same: until the last, short
// transaction nobody sees any of it, and what was killed before it is cleared away by the next one.

import { add, type Decimal, subtract } from '../../../shared/decimal.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { LedgerStore } from '../../ports/ledger.ts'
import type { Turns } from '../common/turns.ts'
import type { OwnFills } from './own-fills.ts'

export interface ImportWriter {
  /**
   * Adds what is new; answers how many. `canceled` is asked between turns, `told` hears how far it is.
   * @throws AppError `NOT_ALLOWED` once it was canceled, and what the store throws: then nothing of it is there
   */
  write(source: string, movements: readonly Movement[], watch: ImportWatch): Promise<number>
  /** Takes a source back; answers how many movements are gone. */
  remove(source: string): Promise<number>
}

export interface ImportWatch {
  /** Which of its rows are own trades. Asked at the moment at which it begins to write. */
  ownFills(): Pick<OwnFills, 'groups' | 'late'>
  isCanceled(): boolean
  told(done: number, total: number): void
}

/** So many are written in one transaction, which no other work can interrupt. */
const AT_ONCE = 100
const SLICE = 50

/** Builds it. */
export function createImportWriter(store: LedgerStore, { turn, isLong }: Turns, now: () => string): ImportWriter {
  const addOne = (source: string, movement: Movement): boolean => {
    const isNew = store.add(movement)
    if (!isNew) store.share(movement.entryId, source)
    return isNew
  }
  const drop = async (source: string) => {
    while (store.drop(source, SLICE)) await turn()
  }
  /** What an app that was killed has left. */
  const clear = async () => {
    for (const source of store.hidden()) await drop(source)
  }
  /** Stages from `from` on for one turn; answers where it ended. */
  const stageTurn = (source: string, movements: readonly Movement[], from: number, sums: Map<string, Decimal>) =>
    store.atomically(() => {
      let [at, added] = [from, 0]
      do {
        const movement = movements[at] as Movement
        const changes = store.stage(movement)
        if (changes === null) store.share(movement.entryId, source)
        else {
          added += 1
          for (const [coinId, change] of changes) sums.set(coinId, add(sums.get(coinId) ?? '0', change))
        }
        at += 1
      } while (at < movements.length && !isLong())
      return { at, added }
    })
  /** Takes away again what own orders have traded since it began; answers how many rows that is. */
  const withoutLate = (
    source: string,
    movements: readonly Movement[],
    groups: ReadonlySet<string>,
    sums: Map<string, Decimal>,
  ): number => {
    let gone = 0
    for (const { entryId, groupId } of groups.size === 0 ? [] : movements) {
      const changes = groups.has(groupId) ? store.unstage(entryId, source) : null
      if (changes === null) continue
      gone += 1
      for (const [coinId, change] of changes) sums.set(coinId, subtract(sums.get(coinId) ?? '0', change))
    }
    return gone
  }
  const writeInTurns = async (
    source: string,
    all: readonly Movement[],
    { ownFills, isCanceled, told }: ImportWatch,
  ) => {
    const sums = new Map<string, Decimal>()
    const own = ownFills()
    const movements = all.filter(({ groupId }) => !own.groups.has(groupId))
    store.hide(source)
    try {
      let added = 0
      for (let at = 0; at < movements.length; ) {
        await turn()
        if (isCanceled()) throw new AppError('NOT_ALLOWED', reason('IMPORT_CANCELED'))
        const done = stageTurn(source, movements, at, sums)
        at = done.at
        added += done.added
        told(at, movements.length)
      }
      const last = movements.at(-1)
      return store.atomically(() => {
        const gone = withoutLate(source, movements, own.late(movements), sums)
        store.show(source, last?.environment ?? 'live', sums, last?.at ?? now())
        return added - gone
      })
    } catch (error) {
      // On a disk that is full this can fail too: what is hidden stays hidden, until there is room again.
      await drop(source).catch(() => {})
      throw error
    }
  }
  return {
    write: async (source, movements, watch) => {
      if (store.hidden().length > 0) await clear()
      if (movements.length > AT_ONCE) return writeInTurns(source, movements, watch)
      return store.atomically(() => {
        const { groups } = watch.ownFills()
        return movements.filter((movement) => !groups.has(movement.groupId) && addOne(source, movement)).length
      })
    },
    remove: async (source) => {
      if (store.hidden().length > 0) await clear()
      if (store.counted(source) <= AT_ONCE) return store.removeSource(source)
      for (;;) {
        const began = store.rewritten()
        const { sums, removed, environment } = await goneWith(source)
        // What was changed meanwhile changes holdings by another amount.
        if (store.rewritten() !== began) continue
        store.atomically(() => {
          store.hide(source)
          store.count(environment, sums, now())
        })
        await drop(source)
        return removed
      }
    },
  }

  /** What holdings lose by a source, after what others have too was left to them. */
  async function goneWith(source: string) {
    const sums = new Map<string, Decimal>()
    let [removed, after] = [0, 0]
    // An import is of one environment.
    let environment: Environment = 'live'
    for (;;) {
      const rows = store.ofSource(source, after, SLICE)
      for (const { entryId, place, sums: changes, environment: of } of rows) {
        environment = of
        after = place
        if (store.handOver(entryId)) continue
        removed += 1
        for (const [coinId, change] of changes) sums.set(coinId, subtract(sums.get(coinId) ?? '0', change))
      }
      if (rows.length < SLICE) return { sums, removed, environment }
      await turn()
    }
  }
}
