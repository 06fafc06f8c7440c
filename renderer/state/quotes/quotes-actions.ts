// Asks for the quotes of all coins; later ones arrive by event.

import type { Quote } from '../../../shared/sources/quotes.ts'
import { call } from '../../api.ts'
import { requests } from '../requests.ts'
import { useQuotes } from './quotes-store.ts'

const quoteRequests = requests()

/** Loads all quotes. Where that fails the last ones stay, with their age: the sources say what is wrong. Never throws. */
export async function loadQuotes(): Promise<void> {
  const isCurrent = quoteRequests.begin()
  const quotes = await call('quotes.list', {}).catch(() => null)
  if (quotes !== null && isCurrent()) useQuotes.getState().put(quotes)
}

/** Takes in quotes that came as news: a list that was asked for before them is older. */
export function noteQuotes(quotes: Quote[]): void {
  quoteRequests.begin()
  useQuotes.getState().note(quotes)
}
