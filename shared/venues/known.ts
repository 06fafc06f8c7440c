// The exchanges that an account can be at. Every registry of exchanges must have each of them: one that is left out does not
// compile.

export type KnownExchange =
  | 'binance'
  | 'kraken'
  | 'coinbase'
  | 'bybit'
  | 'okx'
  | 'gate'
  | 'kucoin'
  | 'mexc'
  | 'bitget'
  | 'grvt'
