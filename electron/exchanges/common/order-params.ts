// What goes out with an order at each venue besides its terms: our key under the venue's own name, and the moment after
// which the venue must refuse it. ccxt's common names for these are wrong at several venues, so they are not used.

export interface OrderParams {
  params: Record<string, unknown>
  headers: Record<string, string>
}
