// The exchanges that an account can be at: their names, and where each lets its keys be managed.

export interface Venue {
  id: string
  name: string
  /** The page on which keys are made and revoked; `null` for gateways, which have none of their own. */
  keyPage: string | null
}

/** The addresses are shown and opened as they stand; no test can ask the exchanges whether they still hold. */
export const VENUES: readonly Venue[] = [
  { id: 'binance', name: 'Binance', keyPage: 'https://www.binance.com/en/my/settings/api-management' },
  { id: 'kraken', name: 'Kraken', keyPage: 'https://pro.kraken.com/app/settings/api' },
  { id: 'coinbase', name: 'Coinbase Advanced', keyPage: 'https://portal.cdp.coinbase.com/access/api' },
  { id: 'bybit', name: 'Bybit', keyPage: 'https://www.bybit.com/app/user/api-management' },
  { id: 'okx', name: 'OKX', keyPage: 'https://www.okx.com/account/my-api' },
  { id: 'gate', name: 'Gate', keyPage: 'https://www.gate.com/myaccount/api_key_manage' },
  { id: 'kucoin', name: 'KuCoin', keyPage: 'https://www.kucoin.com/account/api' },
  { id: 'mexc', name: 'MEXC', keyPage: 'https://www.mexc.com/user/openapi' },
  { id: 'bitget', name: 'Bitget', keyPage: 'https://www.bitget.com/account/newapi' },
  { id: 'grvt', name: 'GRVT', keyPage: 'https://grvt.io/exchange/api-keys' },
  { id: 'gateway', name: 'Gateway', keyPage: null },
]

/** Where keys of this venue are revoked; `null` when that is not known. */
export function keyPageOf(venue: string): string | null {
  return VENUES.find(({ id }) => id === venue)?.keyPage ?? null
}
