// The movements that are shown, by what they are chosen, and which one is open beside them.

import { create } from 'zustand'
import type { LedgerKind, Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** Empty means all. */
export interface MovementChoice {
  coinId: string
  kind: LedgerKind | ''
  accountId: string
}

/** `new`: the form for another one, of this coin where one is named. */
export type OpenMovement = { kind: 'movement'; entryId: string } | { kind: 'new'; coinId: string | null } | null

interface MovementsState extends MovementChoice {
  environment: Environment
  movements: Loadable<Movement[]>
  /** How to go on behind those that are shown; `null` at the end. */
  next: number | null
  open: OpenMovement
  /** Places that movements have named so far, for the choice among them. */
  places: readonly string[]
  put: (step: Partial<Loadable<Movement[]>>) => void
  set: (patch: Partial<Pick<MovementsState, keyof MovementChoice | 'movements' | 'next' | 'open' | 'places'>>) => void
  /** What was shown of another mode goes, because the two are never mixed. */
  setEnvironment: (environment: Environment) => void
}

export const NO_CHOICE: MovementChoice = { coinId: '', kind: '', accountId: '' }

export const useMovements = create<MovementsState>()((set) => ({
  ...NO_CHOICE,
  environment: 'practice',
  movements: NOT_LOADED,
  next: null,
  open: null,
  places: [],
  put: (step) => set((state) => ({ movements: { ...state.movements, ...step } })),
  set: (patch) => set(patch),
  setEnvironment: (environment) =>
    set((state) =>
      state.environment === environment
        ? {}
        : { environment, movements: NOT_LOADED, next: null, open: null, places: [], accountId: '' },
    ),
}))
