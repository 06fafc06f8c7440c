// The operations on market-data sources and on what they say: shape of the input, and who answers.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { QuoteOperations, SourceOperations } from '../../../shared/contract/sources.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/sources.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface SourceServices {
  sources: {
    list(): Output<'sources.list'>
    save(change: Input<'sources.save'>): Promise<Output<'sources.save'>>
    refresh(input: Input<'sources.refresh'>): Promise<Output<'sources.refresh'>>
  }
  quotes: {
    list(input: Input<'quotes.list'>): Output<'quotes.list'>
    get(input: Input<'quotes.get'>): Output<'quotes.get'>
    history(input: Input<'history.get'>): Promise<Output<'history.get'>>
  }
}

/** Ties each of the operations to its service. */
export function sourceHandlers({ sources, quotes }: SourceServices): HandlersOf<SourceOperations & QuoteOperations> {
  return {
    'sources.list': { input: common.nothing, run: () => sources.list() },
    'sources.save': { input: s.sourceChange, run: (change) => sources.save(change) },
    'sources.refresh': { input: s.bySource, run: (input) => sources.refresh(input) },
    'quotes.list': { input: s.coins, run: (input) => quotes.list(input) },
    'quotes.get': { input: common.byCoin, run: (input) => quotes.get(input) },
    'history.get': { input: s.history, run: (input) => quotes.history(input) },
  }
}
