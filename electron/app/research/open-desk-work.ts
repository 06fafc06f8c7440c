// Opens the research desk: what the trader works on each morning beside the coins themselves.

import type { AirdropStore } from '../../ports/airdrops.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import { type AirdropArea, openAirdrops } from './open-airdrops.ts'

export interface DeskWork {
  airdrops: AirdropStore
  start(): void
  operations: AirdropArea['operations']
}

/** Opens it over the coins. */
export function openDeskWork(core: Core, coins: CoinArea): DeskWork {
  const airdrops = openAirdrops(core, coins)
  return { airdrops: airdrops.store, start: airdrops.start, operations: airdrops.operations }
}
