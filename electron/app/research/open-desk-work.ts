// Opens the research desk: what the trader works on each morning beside the coins themselves.

import type { AirdropServices } from '../../ipc/handlers/airdrops.ts'
import type { CoinServices } from '../../ipc/handlers/coins.ts'
import type { NoteServices } from '../../ipc/handlers/notes.ts'
import type { AirdropStore } from '../../ports/airdrops.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import { openAirdrops } from './open-airdrops.ts'
import { openNotes } from './open-notes.ts'

export interface DeskWork {
  airdrops: AirdropStore
  start(): void
  operations: Omit<AirdropServices, 'files'> & NoteServices & Pick<CoinServices, 'coins'>
}

/** Opens it over the coins. */
export function openDeskWork(core: Core, coins: CoinArea): DeskWork {
  const airdrops = openAirdrops(core, coins)
  const { notes, writing } = openNotes(core, coins, airdrops)
  return {
    airdrops: airdrops.store,
    start: airdrops.start,
    // The coins among them take the place of those without versions.
    operations: { ...airdrops.operations, ...writing, notes },
  }
}
