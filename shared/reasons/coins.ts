// What is said of coins and of their markets.

export const coinReasons = {
  UNKNOWN_COIN: {},
  COIN_NEEDS_NAME: {},
  COIN_AS_PUBLISHED: {},
  COIN_COMES_WITH_APP: {},
  COIN_IN_USE: {},
  NO_ACCOUNT_AT_EXCHANGE: {},
  MARKETS_UNKNOWN: {},
  NO_MARKET_FOR_COIN: {},
  SEVERAL_MARKETS: { markets: 'texts' },
} as const
