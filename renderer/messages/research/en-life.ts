// English text of a coin's timeline, and of what became of the 2024 list.

import type { ClaimResult } from '../../../shared/catalog/outcomes.ts'

const RESULTS: Record<ClaimResult, string> = { held: 'Happened', open: 'Open', unknown: 'Unknown' }

export const life = {
  claim: (claim: string, publisher: string) => `${publisher}: airdrop ${claim}, not trading yet`,
  empty: 'Nothing dated yet.',
  heldOf: (claim: string, { held, open, unknown }: Record<ClaimResult, number>) =>
    `Called ${claim}: ${held + open + unknown}. Happened: ${held}. Open: ${open}. Unknown: ${unknown}.`,
  listing: (market: string, venue: string, stage: string) => `${market} on ${venue}: ${stage}`,
  noteChanged: 'Your note was last changed.',
  notListed: 'No listing found.',
  order: (side: string, amount: string, market: string) => `${side} ${amount} ${market}`,
  outcomes: 'The 2024 list today',
  outcomesHint: 'Each result is a fact recorded later, with its source. Silence counts as unknown, never as failed.',
  recorded: (date: string) => `recorded ${date}`,
  results: RESULTS,
  taskDone: (title: string) => `Task done: ${title}`,
  title: 'Timeline',
  unknownWhy: 'No later fact found.',
} as const
