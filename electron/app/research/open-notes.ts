// Opens the notes, and has each change of one keep what it said before.

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
  writing: { coins: CoinArea['coins']; airdrops: AirdropArea['operations']['airdrops'] }
}

/** Opens it over what writes notes. */
export function openNotes({ db, clock }: Core, { coins, store: trader }: CoinArea, airdrops: AirdropArea): NoteArea {
  const store = createNoteStore(db)
  const notes = createNotes(coins, store, airdrops.store, trader, clock)
  const board = airdrops.operations.airdrops
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
      },
    },
  }
}
