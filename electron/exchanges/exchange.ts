// What the common machinery asks of an exchange. Every member is required: what an exchange does not have is said by `null`, so
// that nothing that was forgotten runs as the weaker general case.

import type { MarketRules, PriceBands } from '../../shared/order.ts'
import type { OutgoingOrder } from '../ports/system.ts'
import type { VenueFill } from '../ports/venue.ts'
import type { Balances } from './common/balances.ts'
import type { ReadFees } from './common/fees.ts'
import type { KeyCheck } from './common/key-check.ts'
import type { Venue } from './common/library.ts'
import type { Lookups, OpenOrders } from './common/lookups.ts'
import type { MarketRows } from './common/market-rows.ts'
import type { OrderParams } from './common/order-params.ts'
import type { OrderRows } from './common/order-rows.ts'
import type { OrderStream } from './common/order-stream.ts'
import type { Permissions } from './common/permissions.ts'
import type { ReadPriceLimits } from './common/price-limits.ts'
import type { PublicReads } from './common/public-reads.ts'
import type { SentFields } from './common/request-fields.ts'
import type { StageReader } from './common/stages.ts'
import type { StopOrders } from './common/stop-orders.ts'

export interface ExchangeAdapter {
  /** What the library is told so that it asks for spot markets alone, and makes no calls besides the one asked for. */
  options: Readonly<Record<string, unknown>>
  /** Addresses of its test environment that the library does not have, by the library's names; none where it has them all. */
  testUrls: Readonly<Record<string, string>>
  /** The secret in the one spelling that the library reads. @throws AppError `KEY_UNAVAILABLE` where it cannot be read */
  secret(secret: string): string

  /** What goes out with an order besides its terms. `windowMs`: of the exchange's validity. */
  orderParams(order: OutgoingOrder, windowMs: number): OrderParams
  stopOrders: StopOrders
  /** The exact requests for an order and its cancel; `null` where they are not written down: then only the terms are looked for. */
  sentFields: SentFields | null
  /** What our key is called where an order can be canceled by it; `null` where only by the exchange's own id. */
  cancelBy: string | null

  /** Where an order can be. */
  lookups: Lookups
  /** Asks for several orders by the exchange's ids at once; `null` where each has to be asked for by itself. */
  ordersById: ((exchange: Venue, ids: string[]) => Promise<unknown>) | null
  /** One list that answers for every order that stands open. */
  openOrders: OpenOrders
  /** How its rows of orders are read from its own words; `null` where what the library makes of them has to do. */
  orderRows: OrderRows | null
  /** The trades that the answer to an order itself tells, each `null` where it cannot be read; `null` where it tells none. */
  fillsInAnswer: ((exchange: Venue, body: unknown) => (VenueFill | null)[] | null) | null
  /** The asset of a trade's fee by its own words; `null` where the library's word for it holds. */
  tradeFeeAsset(trade: unknown): string | null
  /** Its stream of own orders; `null` where none is read. */
  orderStream: OrderStream | null
  /** How many levels of a book its stream is asked for; `null` where that cannot be told. */
  bookLimit: number | null

  /** Asks for the best prices of these markets; of all without any. */
  quotes(exchange: Venue, markets: string[] | undefined): Promise<object>
  /** The lists that the library reads whole. */
  marketRows: readonly MarketRows[]
  /** The stage of a market by its own words; `null` where only the library's "active" is known. */
  stage: StageReader | null
  /** What is read of it without a key; `null` where nothing is. */
  publicReads: PublicReads | null
  /** Asks for markets before their launch, where the list of markets leaves them out. */
  unlaunchedMarkets: ((exchange: Venue) => Promise<{ symbol: string }[]>) | null
  /** Whether it has prices of markets that the library takes for inactive, and then asks for none of. */
  pricesInactive: boolean
  /** The prices that a market takes, as multiples of another one; `null` where its entry names none. */
  priceBands(exchange: Venue, info: unknown): PriceBands | null
  /** Whether the bounds of an order's worth hold for market orders too, where a market's entry says so. */
  worthOfMarketOrders(info: unknown): Pick<MarketRules, 'applyMinToMarket' | 'applyMaxToMarket'>
  /** Asks for the prices that a market takes now; `null` where no page names such limits, nor a call for them. */
  priceLimits: ReadPriceLimits | null

  /** Asks for the account's own rates; `null` where the library's guess has to do. */
  fees: ReadFees | null
  balances: Balances
  permissions: Permissions | null
  keyCheck: KeyCheck
}
