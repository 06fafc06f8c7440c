// How much a coin's price has changed within 24 hours, by the source of its quote.

import { text } from '../../messages/en.ts'
import { realQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { Change } from '../../ui/quotes/Change.tsx'
import { Unknown } from '../../ui/Unknown.tsx'

/** The change, or why there is none. */
export function ChangeCell({ coinId }: { coinId: string }) {
  const change = useQuotes((state) => realQuote(state, coinId)?.change24h ?? null)
  return change === null ? <Unknown why={text.coins.unknown.change} /> : <Change change={change} />
}
