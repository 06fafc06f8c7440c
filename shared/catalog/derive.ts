// What follows from a catalogue entry: stages by venue, the airdrop's later state, tickers seen and tickers contested.

import type { AirdropNow, CoinStage, CoinTicker, LaterFact } from '../coin.ts'
import type { CatalogEntry } from './entry.ts'
import { FACTS_RECORDED_ON, TICKER_COLLISIONS } from './publication.ts'

/** The day for which a fact is known: its own date, else the day on which it was written down. */
function asOf(fact: LaterFact): string {
  return fact.date ?? FACTS_RECORDED_ON
}

/** One stage a venue and instrument: where several facts speak of the same one, the latest stands. */
export function stagesOf(entry: CatalogEntry): CoinStage[] {
  const latest = new Map<string, CoinStage>()
  for (const fact of entry.facts) {
    if (fact.stage === null) continue
    const stage: CoinStage = {
      venue: fact.venue ?? null,
      instrument: fact.instrument ?? null,
      stage: fact.stage,
      asOf: asOf(fact),
      source: fact.source,
    }
    const key = `${stage.venue ?? ''} ${stage.instrument ?? ''}`
    const known = latest.get(key)
    if (known === undefined || known.asOf <= stage.asOf) latest.set(key, stage)
  }
  return [...latest.values()]
}

/** The airdrop's state as found later, or null when nothing was found: silence is not an answer. */
export function airdropNowOf(entry: CatalogEntry): AirdropNow | null {
  const fact = entry.facts.findLast((candidate) => candidate.airdrop !== undefined)
  return fact?.airdrop === undefined ? null : { state: fact.airdrop, asOf: asOf(fact), source: fact.source }
}

/** The ticker that a venue uses, else the published one. A ticker that the project only claims is never it. */
export function tickerOf(entry: CatalogEntry): string | null {
  return entry.facts.find((fact) => fact.ticker !== undefined)?.ticker ?? entry.snapshot.ticker
}

/** Every ticker that a venue was seen to use, with the day from which; the published one without a day. */
export function tickersOf(entry: CatalogEntry): CoinTicker[] {
  const since = new Map<string, string | null>(entry.snapshot.ticker === null ? [] : [[entry.snapshot.ticker, null]])
  for (const { ticker, date } of entry.facts) {
    if (ticker !== undefined && !since.has(ticker)) since.set(ticker, date)
  }
  return [...since].map(([ticker, day]) => ({ ticker, since: day, until: null }))
}

/**
 * Whether the research saw this coin traded for cash under this ticker: at an exchange that is named, or anywhere while no
 * other coin is known to have the ticker. A perpetual says nothing of spot markets.
 */
export function isBoundTo(entry: CatalogEntry, ticker: string): boolean {
  const isContested = (TICKER_COLLISIONS[ticker] ?? []).length > 0
  return entry.facts.some(
    (fact) =>
      fact.ticker === ticker &&
      fact.instrument === 'spot' &&
      fact.stage !== null &&
      fact.stage !== 'unknown' &&
      (typeof fact.venue === 'string' || !isContested),
  )
}

/** True when the evidence shows trading somewhere; a delisting at one venue does not undo another's listing. */
export function isListed(entry: CatalogEntry): boolean {
  return stagesOf(entry).some((stage) => stage.stage === 'listed' || stage.stage === 'limit-only')
}

/** Other coins known under a ticker of this coin, be it used or only claimed. */
export function collisionsOf(entry: CatalogEntry): { ticker: string; others: string[] }[] {
  const used = entry.facts.flatMap((fact) => [fact.ticker, fact.claimedTicker])
  const tickers = new Set([entry.snapshot.ticker, ...used].filter((ticker) => typeof ticker === 'string'))
  const known = [...tickers].map((ticker) => ({ ticker, others: [...(TICKER_COLLISIONS[ticker] ?? [])] }))
  return known.filter((collision) => collision.others.length > 0)
}
