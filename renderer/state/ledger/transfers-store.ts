// Withdrawals and deposits that may be transfers between the trader's own places, and what he has said of them.

import { create } from 'zustand'
import type { Transfers } from '../../../shared/ledger/transfers.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface TransfersState {
  transfers: Loadable<Transfers>
  put: (step: Partial<Loadable<Transfers>>) => void
}

export const useTransfers = create<TransfersState>()((set) => ({
  transfers: NOT_LOADED,
  put: (step) => set((state) => ({ transfers: { ...state.transfers, ...step } })),
}))
