// The exchanges that an account can be at, with their names. Every registry of exchanges must have each of them: one that is left out
// does not compile. What else is known of them is many times longer, and stays out of what the page loads first.

export const EXCHANGE_NAMES = {
  binance: 'Binance',
  kraken: 'Kraken',
  coinbase: 'Coinbase Advanced',
  bybit: 'Bybit',
  okx: 'OKX',
  gate: 'Gate',
  kucoin: 'KuCoin',
  mexc: 'MEXC',
  bitget: 'Bitget',
  grvt: 'GRVT',
} as const

export type KnownExchange = keyof typeof EXCHANGE_NAMES

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({ ...EXCHANGE_NAMES, gateway: 'Gateway' }))

/** What the venue of this id is called; its own word where it is not known. */
export const venueNameOf = (venue: string): string => NAMES.get(venue) ?? venue
