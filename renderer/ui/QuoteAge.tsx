// How old a price is, and whether the exchange dated it or it was merely received then.

import type { Quote } from '../../shared/order.ts'
import { text } from '../messages/en.ts'
import { Age } from './Age.tsx'

/** After this a price is called old; the practice exchange makes a new one every few seconds. */
export const PRICE_FRESH_MS = 30_000

export function QuoteAge({ quote: { at, receivedAt, asOfMs } }: { quote: Quote }) {
  const source = at === receivedAt ? text.common.received : text.common.dated
  return <Age at={at} asOfMs={asOfMs} freshFor={PRICE_FRESH_MS} source={source} />
}
