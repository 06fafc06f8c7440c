// Reckonings over the stored movements. Each goes on where it ended, as long as nothing before that point has changed; one over a
// million movements lets the app answer in between.

import type { Booking, CostMethod, IncomeBasis } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { createSerialQueue } from '../../../shared/serial-queue.ts'
import type { LedgerPosition, LedgerStore, PlacedMovement } from '../../ports/ledger.ts'
import type { Turn } from '../common/turns.ts'
import { type AssetState, assetKey } from './asset-book.ts'
import { createReckoner, type Reckoner } from './reckoner.ts'
import { createTally, type Tally } from './tally.ts'
import { isMoney, rateOf } from './worths.ts'

export interface LedgerRun {
  assets(): AssetState[]
  tally: Tally
  /** What was booked of the one asset that was asked for, oldest first. */
  bookings: readonly Booking[]
}

export interface RunTerms {
  environment: Environment
  method: CostMethod
  basis: IncomeBasis
  /** The key of the asset whose bookings are kept. */
  about?: string | undefined
}

export interface LedgerRuns {
  /** The reckoning up to the newest movement. */
  upToNow(terms: RunTerms): Promise<LedgerRun>
}

/** Movements that are read at once. */
const SLICE = 50
/** Reckonings that are kept; each holds the lots of one environment by one method. */
const KEPT = 4

interface Kept {
  name: string
  reckoner: Reckoner
  tally: Tally
  bookings: Booking[]
  position: LedgerPosition | null
  rewritten: number
}

/** Builds them over the store. */
export function createLedgerRuns(store: LedgerStore, turn: Turn): LedgerRuns {
  let kept: Kept[] = []
  const queue = createSerialQueue()
  const begun = (name: string, { method, basis }: RunTerms): Kept => ({
    ...{ name, reckoner: createReckoner({ method, basis, rateOf, isMoney }), tally: createTally(), bookings: [] },
    ...{ position: null, rewritten: store.rewritten() },
  })
  const step = (run: Kept, { movement, at, place }: PlacedMovement, about: string | undefined) => {
    for (const booking of run.reckoner.apply(movement)) {
      run.tally.count(booking)
      if (assetKey(booking) === about) run.bookings.push(booking)
    }
    run.position = { at, place }
  }
  const advance = async (run: Kept, { environment, about }: RunTerms): Promise<boolean> => {
    for (;;) {
      if (store.rewritten() !== run.rewritten) return false
      const rows = store.after(environment, run.position, SLICE)
      if (rows.length === 0) return true
      for (const row of rows) {
        step(run, row, about)
        await turn()
        // What was read is of the ledger before.
        if (store.rewritten() !== run.rewritten) return false
      }
    }
  }
  return {
    upToNow: (terms) =>
      queue.run('', async () => {
        const name = JSON.stringify([terms.environment, terms.method, terms.basis, terms.about])
        for (;;) {
          const run = kept.find((each) => each.name === name) ?? begun(name, terms)
          kept = [run, ...kept.filter((each) => each.name !== name)].slice(0, KEPT)
          if (await advance(run, terms)) {
            return { assets: run.reckoner.assets, tally: run.tally, bookings: run.bookings }
          }
          // Something before its end is another by now: it begins anew.
          kept = kept.filter((each) => each !== run)
        }
      }),
  }
}
