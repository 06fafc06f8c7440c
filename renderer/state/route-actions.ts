// Moves between screens and coins. Coins replace the address instead of adding to the history: Back is not an undo here.

import { loadDetail } from './coins/coins-actions.ts'
import { hashOf, parseRoute, type Route } from './route.ts'
import { useRoute } from './route-store.ts'

function show(route: Route): void {
  useRoute.getState().setRoute(route)
  if (route.coinId !== null) void loadDetail(route.coinId)
}

/** Goes to a route and puts it into the address. */
export function goTo(route: Route): void {
  history.replaceState(null, '', hashOf(route))
  show(route)
}

/** Opens a coin beside the watchlist. */
export function openCoin(coinId: string): void {
  goTo({ screen: 'watchlist', coinId })
}

/** Closes the open coin, or the form for a new one. */
export function closeCoin(): void {
  goTo({ screen: 'watchlist', coinId: null })
}

/** Follows the address from now on; the answer stops following. */
export function followAddress(): () => void {
  const follow = () => show(parseRoute(location.hash))
  follow()
  window.addEventListener('hashchange', follow)
  return () => window.removeEventListener('hashchange', follow)
}
