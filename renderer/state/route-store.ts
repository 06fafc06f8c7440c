// The current route. It follows the address, and the address follows it.

import { create } from 'zustand'
import type { Route } from './route.ts'

interface RouteState extends Route {
  setRoute: (route: Route) => void
}

export const useRoute = create<RouteState>()((set) => ({
  screen: 'watchlist',
  coinId: null,
  setRoute: (route) => set({ adding: false, ...route }),
}))
