// What is said of coins and of their markets.

export const coinReasons = {
  UNKNOWN_COIN: {},
  COIN_NEEDS_NAME: {},
  COIN_AS_PUBLISHED: {},
  COIN_COMES_WITH_APP: {},
  COIN_IN_USE: {},
  UNKNOWN_TASK: {},
  TASK_NEEDS_TITLE: {},
  UNKNOWN_TIME_ZONE: {},
  DONE_AHEAD: {},
  CLAIM_BOOKED: {},
  AIRDROP_AS_PUBLISHED: {},
  AIRDROP_IN_USE: {},
  LOOKS_LIKE_RECOVERY_PHRASE: {},
  LOOKS_LIKE_PRIVATE_KEY: {},
  NO_ACCOUNT_AT_EXCHANGE: {},
  MARKETS_UNKNOWN: {},
  NO_MARKET_FOR_COIN: {},
  SEVERAL_MARKETS: { markets: 'texts' },
} as const
