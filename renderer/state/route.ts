// Which screen is shown and which coin is open, as the address of the page: so that a reload comes back to it.

export const SCREENS = [
  'watchlist',
  'airdrops',
  'portfolio',
  'orders',
  'accounts',
  'activity',
  'listings',
  'notes',
  'settings',
] as const

export type Screen = (typeof SCREENS)[number]

export interface Route {
  screen: Screen
  /** The coin whose detail is open; only on the watchlist. */
  coinId: string | null
  /** The form for a new coin is open in the coin's place. */
  adding?: boolean
}

/** Stands in the address where a coin would; no coin has it as its id. */
const NEW_COIN = 'new'

const COIN_ID = /^[a-z0-9-]{1,64}$/

/** Reads the part of the address after `#`. Whatever it does not know leads to the watchlist. */
export function parseRoute(hash: string): Route {
  const [name, coinId] = hash.replace(/^#\/?/, '').split('/')
  const screen = SCREENS.find((known) => known === name) ?? 'watchlist'
  if (screen === 'watchlist' && coinId === NEW_COIN) return { screen, coinId: null, adding: true }
  const open = screen === 'watchlist' && coinId !== undefined && COIN_ID.test(coinId) ? coinId : null
  return { screen, coinId: open }
}

/** The address of a route. */
export function hashOf({ screen, coinId, adding }: Route): string {
  const place = adding === true ? NEW_COIN : coinId
  return place === null ? `#/${screen}` : `#/${screen}/${place}`
}
