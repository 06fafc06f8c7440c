// The coins: the catalogue that comes with the app, the trader's own coins, and his marks on both. A mark never
// overwrites what was published.

import { kindByName } from '../../shared/assets.ts'
import { CATALOG } from '../../shared/catalog/catalog.ts'
import { airdropNowOf, collisionsOf, isListed, stagesOf, tickerOf, tickersOf } from '../../shared/catalog/derive.ts'
import type { CatalogEntry } from '../../shared/catalog/entry.ts'
import { FACTS_RECORDED_ON, PUBLICATION } from '../../shared/catalog/publication.ts'
import type { Coin, CoinDetail, CoinTicker } from '../../shared/coin.ts'
import type { Input } from '../../shared/contract.ts'
import { AppError } from '../../shared/result.ts'
import type { Clock, NewId } from '../ports.ts'
import type { CoinMark, OwnCoin, TraderStore } from '../store-ports.ts'

const UNMARKED: CoinMark = { watched: null, tags: [], early: null, kind: null, tickers: [], note: null }

export interface CoinBook {
  list(): Coin[]
  /** @throws AppError `NOT_FOUND` */
  get(coinId: string): CoinDetail
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE` for a published field of a catalogue coin, `BAD_INPUT` without a name */
  save(fields: Input<'coins.save'>): Coin
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE` for a catalogue coin, `IN_USE` when orders or holdings name it */
  remove(coinId: string): void
  mark(coinId: string, change: Partial<CoinMark>): CoinDetail
}

/** Builds the book over the trader's store. */
export function createCoinBook(store: TraderStore, clock: Clock, newId: NewId): CoinBook {
  const entries = new Map(CATALOG.map((entry) => [entry.id, entry]))
  const own = (coinId: string) => store.ownCoins().find((coin) => coin.id === coinId)

  const list = (): Coin[] => {
    const marks = store.marks()
    const work = store.airdropWork()
    const dress = (coin: Undressed): Coin => {
      const mark = marks.get(coin.id) ?? UNMARKED
      const kind = mark.kind ?? coin.kind
      return {
        ...coin,
        tickers: withTickers(coin.tickers, mark.tickers),
        kind,
        kindSetBy: mark.kind === null ? 'evidence' : 'trader',
        airdrop: { ...coin.airdrop, progress: work.get(coin.id)?.progress ?? 'not-started' },
        early: kind === 'project' && (mark.early ?? coin.early),
        earlySetBy: mark.early === null ? 'evidence' : 'trader',
        watched: mark.watched ?? true,
        tags: mark.tags,
      }
    }
    return [...CATALOG.map(fromCatalog), ...store.ownCoins().map(fromOwn)].map(dress)
  }
  const find = (coinId: string): Coin => {
    const coin = list().find((candidate) => candidate.id === coinId)
    if (coin === undefined) throw new AppError('NOT_FOUND', 'There is no such coin in the list.')
    return coin
  }
  const get = (coinId: string): CoinDetail => {
    const coin = find(coinId)
    const entry = entries.get(coinId)
    return {
      ...coin,
      publication: entry ? PUBLICATION : null,
      snapshot: entry?.snapshot ?? null,
      facts: [...(entry?.facts ?? [])],
      factsRecordedOn: entry ? FACTS_RECORDED_ON : null,
      collisions: entry ? collisionsOf(entry) : [],
      note: store.marks().get(coinId)?.note ?? null,
    }
  }
  const mark = (coinId: string, change: Partial<CoinMark>): CoinDetail => {
    find(coinId)
    store.saveMark(coinId, { ...(store.marks().get(coinId) ?? UNMARKED), ...change })
    return get(coinId)
  }
  const saveOwn = (fields: Input<'coins.save'>): string => {
    const before = fields.coinId === undefined ? undefined : own(fields.coinId)
    if (fields.coinId !== undefined && before === undefined) {
      throw new AppError('NOT_FOUND', 'There is no such coin in the list.')
    }
    const name = fields.name ?? before?.name
    if (name === undefined) throw new AppError('BAD_INPUT', 'name: a new coin needs a name.')
    const coin: OwnCoin = {
      id: before?.id ?? `own-${newId()}`,
      name,
      ticker: fields.ticker === undefined ? (before?.ticker ?? null) : fields.ticker,
      what: fields.what ?? before?.what ?? '',
      narratives: fields.narratives ?? before?.narratives ?? [],
    }
    const at = new Date(clock.now()).toISOString()
    store.saveOwnCoin(coin, at)
    if (before !== undefined && before.ticker !== null && before.ticker !== coin.ticker) {
      // What is held under the old ticker stays in the limit.
      const old = { ticker: before.ticker, since: null, until: at.slice(0, 10) }
      const { tickers } = store.marks().get(coin.id) ?? UNMARKED
      mark(coin.id, { tickers: withTickers(tickers, [old]) })
    }
    return coin.id
  }
  return {
    list,
    get,
    save: (fields) => {
      const { coinId, early, kind, otherTickers, ...published } = fields
      const inCatalogue = coinId !== undefined && entries.has(coinId)
      if (inCatalogue && Object.values(published).some((value) => value !== undefined)) {
        throw new AppError(
          'NOT_EDITABLE',
          'This coin comes with the app as published. Use notes and tags for your own view.',
        )
      }
      return store.atomically(() => {
        const id = inCatalogue ? coinId : saveOwn(fields)
        if (early !== undefined) mark(id, { early })
        if (kind !== undefined) mark(id, { kind })
        if (otherTickers !== undefined) mark(id, { tickers: otherTickers })
        return find(id)
      })
    },
    remove: (coinId) => {
      if (entries.has(coinId)) {
        throw new AppError('NOT_EDITABLE', 'This coin comes with the app. Take it off the watchlist instead.')
      }
      find(coinId)
      if (store.coinIsUsed(coinId)) {
        throw new AppError(
          'IN_USE',
          'Orders or holdings name this coin. Remove the holding first; orders stay for good.',
        )
      }
      store.removeOwnCoin(coinId)
    },
    mark,
  }
}

/** Each ticker once; of the same one the trader's word stands. */
function withTickers(known: readonly CoinTicker[], more: readonly CoinTicker[]): CoinTicker[] {
  return [...new Map([...known, ...more].map((each) => [each.ticker, each])).values()]
}

type Undressed = Omit<Coin, 'watched' | 'tags' | 'earlySetBy' | 'kindSetBy' | 'airdrop'> & {
  airdrop: Omit<Coin['airdrop'], 'progress'>
}

function fromCatalog(entry: CatalogEntry): Undressed {
  return {
    id: entry.id,
    name: entry.snapshot.name,
    ticker: tickerOf(entry),
    tickers: tickersOf(entry),
    kind: 'project',
    origin: 'catalogue',
    rank: entry.snapshot.rank,
    what: entry.snapshot.what,
    narratives: [...entry.snapshot.narratives],
    score: entry.snapshot.score,
    airdrop: { published: entry.snapshot.airdrop, now: airdropNowOf(entry) },
    stages: stagesOf(entry),
    early: !isListed(entry),
    interest: PUBLICATION.interest,
  }
}

// Nothing is known of a coin that the trader added himself, so it counts as early until he says otherwise.
function fromOwn(coin: OwnCoin): Undressed {
  return {
    ...coin,
    tickers: coin.ticker === null ? [] : [{ ticker: coin.ticker, since: null, until: null }],
    kind: kindByName(coin.name, coin.ticker),
    origin: 'own',
    rank: null,
    score: null,
    airdrop: { published: null, now: null },
    stages: [],
    early: true,
    interest: null,
  }
}
