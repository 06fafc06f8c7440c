// What the ledger made, by which method and of which year, and what the number that is open is made of.

import { create } from 'zustand'
import type { Booking, CostMethod } from '../../../shared/ledger/ledger.ts'
import type { CoinResult, Results } from '../../../shared/ledger/results.ts'
import type { Environment } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface ResultsState {
  environment: Environment
  method: CostMethod
  /** `null` for all years. */
  year: number | null
  results: Loadable<Results>
  /** The asset whose bookings are shown; `null` for none. */
  openKey: string | null
  bookings: Loadable<Booking[]>
  /** How to go on behind the bookings that are shown; `null` at the end. */
  next: number | null
  put: (step: Partial<Loadable<Results>>) => void
  putBookings: (step: Partial<Loadable<Booking[]>>) => void
  set: (patch: Partial<Pick<ResultsState, 'openKey' | 'bookings' | 'next'>>) => void
  /** Other terms make other numbers: what was shown goes. */
  choose: (terms: Partial<Pick<ResultsState, 'environment' | 'method' | 'year'>>) => void
}

export const useResults = create<ResultsState>()((set) => ({
  environment: 'practice',
  method: 'average',
  year: null,
  results: NOT_LOADED,
  openKey: null,
  bookings: NOT_LOADED,
  next: null,
  put: (step) => set((state) => ({ results: { ...state.results, ...step } })),
  putBookings: (step) => set((state) => ({ bookings: { ...state.bookings, ...step } })),
  set: (patch) => set(patch),
  choose: (terms) => set({ ...terms, results: NOT_LOADED, bookings: NOT_LOADED, next: null }),
}))

/** By what an asset is known in the results: a coin of the list, or anything else by what it is called. */
export const assetKey = ({ coinId, asset }: Pick<CoinResult, 'coinId' | 'asset'>): string =>
  coinId === null ? `asset ${asset}` : `coin ${coinId}`
