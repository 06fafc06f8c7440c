// The operations on market-data sources and on what they say: name, input and output of each.

import type { KeyReference } from '../accounts.ts'
import type { History, HistoryRange, Quote, QuoteDetail } from '../sources/quotes.ts'
import type { Source, SourceId, SourcePlan } from '../sources/sources.ts'
import type { Nothing } from './nothing.ts'

/** Where the key of a source is kept, if not in the vault. */
export type SourceReference = Pick<KeyReference, 'kind' | 'apiKey'>

export interface SourceOperations {
  'sources.list': { input: Nothing; output: Source[] }
  /**
   * Switches a source on or off. `apiKey` is sealed in the vault and never comes out again; `reference` says where the key is
   * kept instead, and `null` forgets whichever is here. `perMinute` and `perMonth` are what the trader's plan allows. What
   * stays out is as before. @throws nothing of the source's own: that is `lastError`
   */
  'sources.save': {
    input: {
      source: SourceId
      enabled: boolean
      apiKey?: string | undefined
      reference?: SourceReference | null | undefined
      plan?: SourcePlan | undefined
      perMinute?: number | undefined
      perMonth?: number | undefined
    }
    output: Source
  }
  /** Asks the source now, as far as its budget allows; what went wrong is its `lastError`. */
  'sources.refresh': { input: { source: SourceId }; output: Source }
}

export interface QuoteOperations {
  /** One quote a coin, of those that have any; all coins where none are named. */
  'quotes.list': { input: { coinIds?: string[] | undefined }; output: Quote[] }
  'quotes.get': { input: { coinId: string }; output: QuoteDetail }
  'history.get': { input: { coinId: string; range: HistoryRange }; output: History }
}

/** Records, so that a name that is missing here does not compile. */
export const SOURCE_OPERATIONS: Record<keyof SourceOperations, true> = {
  'sources.list': true,
  'sources.save': true,
  'sources.refresh': true,
}
export const QUOTE_OPERATIONS: Record<keyof QuoteOperations, true> = {
  'quotes.list': true,
  'quotes.get': true,
  'history.get': true,
}
