// All notes of the trader: the newest first, found by their words, with what each said before.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Note, NoteKind, NoteVersion } from '../../../shared/notes/notes.ts'
import { planOf } from '../../../shared/notes/search-words.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import type { AirdropStore } from '../../ports/airdrops.ts'
import type { NoteRow, NoteStore } from '../../ports/notes.ts'
import type { TraderStore } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { isVersion } from './note-versions.ts'

export interface Notes {
  page(filter: Input<'notes.page'>): Page<Note>
  versions(input: Input<'notes.versions'>): NoteVersion[]
  /** Does `work`, which writes the note, and keeps what it said before: both, or none. */
  changing<T>(kind: NoteKind, subject: string, text: string, work: () => T): T
}

/** Builds it. */
export function createNotes(
  coins: Pick<CoinService, 'some'>,
  store: NoteStore,
  airdrops: Pick<AirdropStore, 'task'>,
  trader: Pick<TraderStore, 'atomically'>,
  clock: Pick<Clock, 'now'>,
): Notes {
  const coinOf = ({ kind, subject }: NoteRow): string =>
    kind === 'task' ? (airdrops.task(subject.split(' ')[0] ?? '')?.coinId ?? '') : subject
  const show = (rows: readonly NoteRow[]): Note[] => {
    const coinIds = rows.map(coinOf)
    const names = new Map(coins.some(coinIds).map(({ id, name }) => [id, name]))
    return rows.map(({ kind, subject, text, at }, index) => {
      const coinId = coinIds[index] ?? ''
      return { kind, subject, coinId, coinName: names.get(coinId) ?? coinId, text, updatedAt: at }
    })
  }
  return {
    page: ({ text = '', before = 0, limit = PAGE_SIZE }) => {
      // One more than is shown says whether there are more.
      const rows = store.find(planOf(text), before, limit + 1)
      return { items: show(rows.slice(0, limit)), next: rows.length > limit ? before + limit : null }
    },
    versions: ({ kind, subject }) => store.versions(kind, subject),
    changing: (kind, subject, text, work) =>
      trader.atomically(() => {
        const before = store.one(kind, subject)
        const newest = () => store.newestVersion(kind, subject)
        const isKept = before !== null && isVersion(before, text, newest, clock.now())
        // What is refused writes nothing, not even what would be taken back with it.
        const done = work()
        if (isKept) store.addVersion(before)
        return done
      }),
  }
}
