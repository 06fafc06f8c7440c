// Coins for the fake desktop, made from the app's own catalogue.

import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { CATALOG } from '../../../shared/catalog/catalog.ts'
import type { CatalogEntry } from '../../../shared/catalog/entry.ts'
import { FACTS_RECORDED_ON, PUBLICATION, TICKER_COLLISIONS } from '../../../shared/catalog/publication.ts'
import type { CoinDetail, CoinStage } from '../../../shared/coin.ts'

function stagesOf({ facts }: CatalogEntry): CoinStage[] {
  return facts.flatMap(({ stage, venue, instrument, date, source }) =>
    stage === null
      ? []
      : [{ venue: venue ?? null, instrument: instrument ?? null, stage, asOf: date ?? FACTS_RECORDED_ON, source }],
  )
}

/** One coin of the catalogue as the backend would answer it, untouched by the trader. */
export function detailOf(entry: CatalogEntry): CoinDetail {
  const { id, snapshot, facts } = entry
  const stages = stagesOf(entry)
  const ticker = facts.findLast((fact) => fact.ticker !== undefined)?.ticker ?? null
  const found = facts.findLast((fact) => fact.airdrop !== undefined)
  const tickers = [ticker, snapshot.ticker].filter((each) => each !== null)
  return {
    id,
    name: snapshot.name,
    ticker,
    contracts: [],
    tickers: tickers.map((each) => ({ ticker: each, since: null, until: null })),
    kind: 'project',
    kindSetBy: 'evidence',
    origin: 'catalogue',
    rank: snapshot.rank,
    what: snapshot.what,
    narratives: snapshot.narratives,
    score: snapshot.score,
    airdrop: {
      published: snapshot.airdrop,
      now:
        found?.airdrop === undefined
          ? null
          : { state: found.airdrop, asOf: found.date ?? FACTS_RECORDED_ON, source: found.source },
      progress: 'not-started',
    },
    stages,
    early: !stages.some(({ stage }) => stage !== 'unknown'),
    earlySetBy: 'evidence',
    watched: true,
    tags: [],
    criteria: [],
    noteLine: null,
    interest: PUBLICATION.interest,
    publication: PUBLICATION,
    snapshot,
    facts: [...facts],
    factsRecordedOn: FACTS_RECORDED_ON,
    collisions: [...new Set(tickers)].map((each) => ({ ticker: each, others: [...(TICKER_COLLISIONS[each] ?? [])] })),
    note: null,
    ownFacts: [],
    site: entry.site ?? null,
  }
}

/** All 14 coins. */
export function catalogueDetails(): CoinDetail[] {
  return CATALOG.map(detailOf)
}

/** The coin's row on the airdrop board. */
export function airdropOf(coin: CoinDetail, own: Partial<Airdrop>): Airdrop {
  return {
    coinId: coin.id,
    name: coin.name,
    published: coin.airdrop.published,
    publishedIn: { date: PUBLICATION.published, publisher: PUBLICATION.publisher },
    now: coin.airdrop.now,
    evidence: coin.facts.flatMap(({ fact, date, source, airdrop }) =>
      airdrop === undefined ? [] : [{ fact, date, source }],
    ),
    listed: coin.stages.some(({ stage }) => stage === 'listed'),
    progress: coin.airdrop.progress,
    note: '',
    deadline: null,
    updatedAt: null,
    project: null,
    expected: null,
    spent: { fees: [], money: [], minutes: 0 },
    tasks: { open: 0, done: 0, missed: 0, nextDueAt: null },
    claims: [],
    ...own,
  }
}
