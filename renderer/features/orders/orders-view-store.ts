// How the Orders screen shows the orders: which row is unfolded, and of which accounts.

import { create } from 'zustand'

interface OrdersViewState {
  unfolded: string | null
  /** Whether every account's orders are shown; by itself the screen follows the account in use. */
  everyAccount: boolean
  toggle: (intentId: string) => void
  showEvery: (everyAccount: boolean) => void
}

export const useOrdersView = create<OrdersViewState>()((set) => ({
  unfolded: null,
  everyAccount: false,
  toggle: (intentId) => set((state) => ({ unfolded: state.unfolded === intentId ? null : intentId })),
  showEvery: (everyAccount) => set({ everyAccount }),
}))
