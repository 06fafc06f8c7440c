// What a source of prices is called in a sentence, the same in every language.

import type { SourceId } from '../shared/sources/sources.ts'
import { venueNameOf } from '../shared/venues/known.ts'
import { text } from './messages/en.ts'

const OTHERS: Readonly<Record<string, string>> = {
  defillama: 'DefiLlama',
  coingecko: 'CoinGecko',
  'token-metrics': 'Token Metrics',
  cryptorank: 'CryptoRank',
}

/** The name of a source; its own word where Prelist does not know it. */
export function sourceName(source: SourceId | 'practice'): string {
  if (source === 'practice') return text.common.practiceVenue
  return OTHERS[source] ?? venueNameOf(source)
}
