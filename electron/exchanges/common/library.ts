// The library's object for one exchange, as far as it is known here: its type, and how a call is made by its name.

import type { Exchange } from 'ccxt'

/** One exchange of ccxt. */
export type Venue = Exchange

/** One of its calls by name, which its types do not tell of. Rejects where the library has none of that name. */
export function call(
  exchange: Venue,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const ask: unknown = Reflect.get(exchange, method)
  return typeof ask === 'function' ? ask.call(exchange, params) : Promise.reject(new Error('Not in the library.'))
}
