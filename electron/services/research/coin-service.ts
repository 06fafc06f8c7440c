// The coins: the catalogue that comes with the app, the trader's own coins, and his marks on both. A mark never
// overwrites what was published.

import { kindByName } from '../../../shared/assets.ts'
import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { airdropNowOf, collisionsOf, isListed, stagesOf, tickerOf, tickersOf } from '../../../shared/catalog/derive.ts'
import type { CatalogEntry } from '../../../shared/catalog/entry.ts'
import { FACTS_RECORDED_ON, PUBLICATION, PUBLISHED_TECH_SCORE_AT_LEAST } from '../../../shared/catalog/publication.ts'
import type { Coin, CoinDetail, CoinTicker } from '../../../shared/coin.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { type CoinContract, contractText, contractVerdict } from '../../../shared/markets/contracts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { CoinFact } from '../../../shared/research/coin-facts.ts'
import { byScore, type CriterionMark } from '../../../shared/research/criteria.ts'
import { AppError } from '../../../shared/result.ts'
import type { CoinAnnotations, CoinRow, CustomCoin, TraderStore } from '../../ports/stores.ts'
import type { Clock, NewId } from '../../ports/system.ts'
import { type Criteria, createCriteria } from './criteria.ts'
import { contractsOf, createOwnFacts, type OwnFacts, shownOf } from './own-facts.ts'

const NO_FACTS: readonly CoinFact[] = []
const NO_MARKS: readonly CriterionMark[] = []

const UNMARKED: CoinAnnotations = {
  watched: null,
  tags: [],
  early: null,
  kind: null,
  tickers: [],
  contracts: [],
  note: null,
}

export interface CoinService {
  /** Every coin: reads whole tables. Whoever means some coins asks for these. */
  list(): Coin[]
  /** @throws AppError `NOT_FOUND` */
  get(coinId: string): CoinDetail
  /** What a ticket and the limits need of a coin. @throws AppError `NOT_FOUND` */
  stage(coinId: string): { coinId: string; early: boolean } & Pick<Coin, 'kind' | 'narratives' | 'tags'>
  /** Those of these ids that are there, each once, in the order of the list. */
  some(coinIds: Iterable<string>): Coin[]
  /** For each ticker the coins that go, or went, by it, in the order of the list. */
  byTicker(tickers: Iterable<string>): Map<string, Coin[]>
  /** Every ticker that a coin goes by. */
  tickers(): string[]
  /** Another number after each change of a coin. */
  changed(): number
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE` for a published field of a catalogue coin, `BAD_INPUT` without a name */
  save(fields: Input<'coins.save'>): Coin
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE` for a catalogue coin, `IN_USE` when orders or holdings name it */
  remove(coinId: string): void
  mark(coinId: string, change: Partial<CoinAnnotations>): CoinDetail
  facts: OwnFacts
  criteria: Criteria
}

const ENTRIES: ReadonlyMap<string, CatalogEntry> = new Map(CATALOG.map((entry) => [entry.id, entry]))
const BY_TICKER = Map.groupBy(
  CATALOG.flatMap((entry) => tickersOf(entry).map(({ ticker }) => ({ ticker, id: entry.id }))),
  ({ ticker }) => ticker,
)

/** Builds the book over the trader's store. */
export function createCoinService(store: TraderStore, clock: Clock, newId: NewId): CoinService {
  const entries = ENTRIES
  const kept = keptLookups(store)

  const list = (): Coin[] => {
    const [marks, work, facts, criteria] = [store.marks(), store.airdropWork(), store.facts(), store.criterionMarks()]
    const factsOf = (coinId: string) => facts.get(coinId) ?? NO_FACTS
    const dressed = (coin: Undressed) =>
      dress(coin, {
        ...{ mark: marks.get(coin.id) ?? null, work: work.get(coin.id) ?? null },
        ...{ facts: factsOf(coin.id), criteria: criteria.get(coin.id) ?? NO_MARKS },
      })
    const own = store.ownCoins().map((coin) => fromOwn(coin, factsOf(coin.id)))
    return [...CATALOG.map(fromCatalog), ...own].map(dressed)
  }
  const rowOf = (coinId: string) => {
    const [row] = store.coinRows([coinId])
    const coin = row === undefined ? null : coinOf(row)
    if (row === undefined || coin === null) throw unknownCoin()
    return { row, coin }
  }
  const find = (coinId: string): Coin => rowOf(coinId).coin
  const get = (coinId: string): CoinDetail => {
    const { coin, row } = rowOf(coinId)
    const entry = entries.get(coinId)
    return {
      ...coin,
      publication: entry ? PUBLICATION : null,
      snapshot: entry?.snapshot ?? null,
      facts: [...(entry?.facts ?? [])],
      factsRecordedOn: entry ? FACTS_RECORDED_ON : null,
      collisions: entry ? collisionsOf(entry) : [],
      note: row.mark?.note ?? null,
      ownFacts: [...row.facts],
      site: entry?.site ?? null,
    }
  }
  const mark = (coinId: string, change: Partial<CoinAnnotations>): CoinDetail => {
    const { row } = rowOf(coinId)
    store.saveMark(coinId, { ...(row.mark ?? UNMARKED), ...change })
    return get(coinId)
  }
  const saveOwn = (fields: Input<'coins.save'>): string => {
    const before = fields.coinId === undefined ? undefined : (store.coinRows([fields.coinId])[0]?.own ?? undefined)
    if (fields.coinId !== undefined && before === undefined) {
      throw unknownCoin()
    }
    const name = fields.name ?? before?.name
    if (name === undefined) throw new AppError('BAD_INPUT', reason('COIN_NEEDS_NAME'))
    const coin: CustomCoin = {
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
      const { tickers } = store.coinRows([coin.id])[0]?.mark ?? UNMARKED
      mark(coin.id, { tickers: withTickers(tickers, [old]) })
    }
    return coin.id
  }
  return {
    list,
    get,
    ...kept,
    stage: (coinId) => {
      const [coin] = kept.some([coinId])
      if (coin === undefined) throw unknownCoin()
      const { early, kind, narratives, tags } = coin
      return { coinId, early, kind, narratives, tags }
    },
    changed: store.coinsChanged,
    save: (fields) => {
      const { coinId, early, kind, otherTickers, contracts, ...published } = fields
      const inCatalogue = coinId !== undefined && entries.has(coinId)
      if (inCatalogue && Object.values(published).some((value) => value !== undefined)) {
        throw new AppError('NOT_EDITABLE', reason('COIN_AS_PUBLISHED'))
      }
      return store.atomically(() => {
        const id = inCatalogue ? coinId : saveOwn(fields)
        if (early !== undefined) mark(id, { early })
        if (kind !== undefined) mark(id, { kind })
        if (otherTickers !== undefined) mark(id, { tickers: otherTickers })
        if (contracts !== undefined) mark(id, { contracts })
        return find(id)
      })
    },
    remove: (coinId) => {
      if (entries.has(coinId)) {
        throw new AppError('NOT_EDITABLE', reason('COIN_COMES_WITH_APP'))
      }
      find(coinId)
      if (store.coinIsUsed(coinId)) {
        throw new AppError('IN_USE', reason('COIN_IN_USE'))
      }
      store.removeOwnCoin(coinId)
    },
    mark,
    criteria: createCriteria(store, (coinId) => void rowOf(coinId), clock, newId),
    facts: createOwnFacts(store, (coinId) => void rowOf(coinId), clock, newId),
  }
}

/** The id of the coin that goes by a ticker alone; `null` where none does, and where several do. */
export const onlyCoinOf =
  (coins: Pick<CoinService, 'byTicker'>) =>
  (ticker: string): string | null => {
    const [only, ...more] = coins.byTicker([ticker]).get(ticker) ?? []
    return only === undefined || more.length > 0 ? null : only.id
  }

const unknownCoin = () => new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))

/** Coins by key, kept until one of them is changed. */
function keptLookups(store: TraderStore): Pick<CoinService, 'some' | 'byTicker' | 'tickers'> {
  let at = -1
  let known = new Map<string, { coin: Coin; place: string } | null>()
  let idsOf = new Map<string, readonly string[]>()
  const renew = () => {
    const now = store.coinsChanged()
    if (now === at) return
    at = now
    known = new Map()
    idsOf = new Map()
  }
  const some = (coinIds: Iterable<string>): Coin[] => {
    renew()
    const ids = [...new Set(coinIds)]
    const missing = ids.filter((id) => !known.has(id))
    for (const row of missing.length === 0 ? [] : store.coinRows(missing)) {
      const coin = coinOf(row)
      known.set(row.coinId, coin === null ? null : { coin, place: PLACES.get(coin.id) ?? `own ${row.place}` })
    }
    return ids
      .flatMap((id) => known.get(id) ?? [])
      .sort((one, other) => (one.place < other.place ? -1 : 1))
      .map(({ coin }) => coin)
  }
  return {
    some,
    byTicker: (tickers) => {
      renew()
      const wanted = new Set(tickers)
      const missing = [...wanted].filter((ticker) => !idsOf.has(ticker))
      if (missing.length > 0) {
        const published = missing.flatMap((ticker) => (BY_TICKER.get(ticker) ?? []).map(({ id }) => id))
        const coins = some([...published, ...store.coinsOfTickers(missing)])
        for (const ticker of missing) {
          const those = coins.filter((coin) => coin.tickers.some((each) => each.ticker === ticker))
          idsOf.set(
            ticker,
            those.map(({ id }) => id),
          )
        }
      }
      return new Map([...wanted].map((ticker) => [ticker, some(idsOf.get(ticker) ?? [])]))
    },
    tickers: () => [...new Set([...BY_TICKER.keys(), ...store.tickers()])],
  }
}

/** The catalogue stands before the trader's own coins. */
const PLACES = new Map(CATALOG.map(({ id }, place) => [id, `catalogue ${String(place).padStart(4, '0')}`]))

function coinOf(row: CoinRow): Coin | null {
  const { coinId, own, facts } = row
  const entry = ENTRIES.get(coinId)
  const coin = entry !== undefined ? fromCatalog(entry) : own === null ? null : fromOwn(own, facts)
  return coin === null ? null : dress(coin, row)
}

type Kept = Pick<CoinRow, 'mark' | 'work' | 'facts' | 'criteria'>

function dress(coin: Undressed, { mark: kept, work, facts, criteria }: Kept): Coin {
  const mark = kept ?? UNMARKED
  const kind = mark.kind ?? coin.kind
  return {
    ...coin,
    tickers: withTickers(coin.tickers, mark.tickers),
    contracts: withContracts(coin.contracts, mark.contracts, facts === NO_FACTS ? [] : contractsOf(facts)),
    kind,
    kindSetBy: mark.kind === null ? 'evidence' : 'trader',
    airdrop: { ...coin.airdrop, progress: work?.progress ?? 'not-started' },
    early: kind === 'project' && (mark.early ?? coin.early),
    earlySetBy: mark.early === null ? 'evidence' : 'trader',
    watched: mark.watched ?? true,
    tags: mark.tags,
    criteria: withScore(coin, criteria),
    noteLine: mark.note === null ? null : firstLineOf(mark.note.text),
  }
}

/** The trader's word stands before what the score says. */
function withScore(coin: Pick<Coin, 'score' | 'origin'>, marks: readonly CriterionMark[]): CriterionMark[] {
  const said = byScore(coin, PUBLISHED_TECH_SCORE_AT_LEAST, PUBLICATION.published)
  return [...said.filter(({ criterionId }) => !marks.some((mark) => mark.criterionId === criterionId)), ...marks]
}

/** What a cell has room for, and a search is still quick in. */
const NOTE_LINE = 160

/** The first line that says something. */
function firstLineOf(note: string): string | null {
  const line = /\S[^\n\r]*/.exec(note)?.[0].trimEnd() ?? null
  return line === null || line.length <= NOTE_LINE ? line : `${[...line].slice(0, NOTE_LINE).join('')}…`
}

/** Each token once, however its address is spelled. */
function withContracts(...lists: readonly (readonly CoinContract[])[]): CoinContract[] {
  const found: CoinContract[] = []
  for (const contract of lists.flat()) {
    if (contractVerdict(found, contractText(contract)) !== 'same') found.push(contract)
  }
  return found
}

/** Each ticker once; of the same one the trader's word stands. */
function withTickers(known: readonly CoinTicker[], more: readonly CoinTicker[]): CoinTicker[] {
  return [...new Map([...known, ...more].map((each) => [each.ticker, each])).values()]
}

type Undressed = Omit<Coin, 'watched' | 'tags' | 'criteria' | 'noteLine' | 'earlySetBy' | 'kindSetBy' | 'airdrop'> & {
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
    contracts: (entry.contracts ?? []).map(({ chain, address }) => ({ chain, address })),
    early: !isListed(entry),
    interest: PUBLICATION.interest,
  }
}

function fromOwn(coin: CustomCoin, facts: readonly CoinFact[]): Undressed {
  const { published, ...shown } = shownOf(facts)
  return {
    ...coin,
    tickers: coin.ticker === null ? [] : [{ ticker: coin.ticker, since: null, until: null }],
    kind: kindByName(coin.name, coin.ticker),
    contracts: [],
    origin: 'own',
    rank: null,
    ...shown,
    airdrop: { published, now: null },
    interest: null,
  }
}
