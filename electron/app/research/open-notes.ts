// Opens the notes, and has each change of one keep what it said before.

import { periodKey } from '../../../shared/airdrops/task-periods.ts'
import { createNoteStore } from '../../adapters/sqlite/stores/note-store.ts'
import type { NoteStore } from '../../ports/notes.ts'
import { createNotes, type Notes } from '../../services/notes/notes.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import type { AirdropArea } from './open-airdrops.ts'

export interface NoteArea {
  store: NoteStore
  notes: Notes
  /** The services whose operations write notes, with their versions kept. */
  writing: { coins: CoinArea['coins'] } & Pick<AirdropArea['operations'], 'airdrops' | 'airdropTasks'>
}

/** Opens it over what writes notes. */
export function openNotes({ db, clock }: Core, { coins, store: trader }: CoinArea, airdrops: AirdropArea): NoteArea {
  const store = createNoteStore(db)
  const notes = createNotes(coins, store, airdrops.store, trader, clock)
  const { airdrops: board, airdropTasks: tasks } = airdrops.operations
  const subjectOf = (taskId: string, period: string) => `${taskId} ${period}`
  return {
    store,
    notes,
    writing: {
      coins: {
        ...coins,
        mark: (coinId, change) =>
          change.note === undefined
            ? coins.mark(coinId, change)
            : notes.changing('coin', coinId, change.note?.text ?? '', () => coins.mark(coinId, change)),
      },
      airdrops: {
        ...board,
        save: (change) =>
          change.note === undefined
            ? board.save(change)
            : notes.changing('airdrop', change.coinId, change.note, () => board.save(change)),
        remove: (coinId) => notes.changing('airdrop', coinId, '', () => board.remove(coinId)),
      },
      airdropTasks: {
        ...tasks,
        done: (input) => {
          const { taskId, done = true, at, note } = input
          const task = airdrops.store.task(taskId)
          const text = done ? note : ''
          if (task === null || text === undefined) return tasks.done(input)
          const period = periodKey(task.period, at === undefined ? clock.now() : Date.parse(at))
          return notes.changing('task', subjectOf(taskId, period), text, () => tasks.done(input))
        },
        remove: (taskId) => {
          const removing = (airdrops.store.records().get(taskId) ?? []).reduce(
            (work, { period }) =>
              () =>
                notes.changing('task', subjectOf(taskId, period), '', work),
            () => tasks.remove(taskId),
          )
          return removing()
        },
      },
    },
  }
}
