// Which coin an asset of an account is. A ticker alone proves nothing, so it is a question to the trader, answered once; until
// then nothing is bought there, and what is held counts by the stricter reading.

import { kindByName, knownAsset } from '../../../shared/assets.ts'
import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { isBoundTo } from '../../../shared/catalog/derive.ts'
import type { Coin } from '../../../shared/coin.ts'
import { contractsVerdict } from '../../../shared/markets/contracts.ts'
import type { ListingMatch } from '../../../shared/markets/listing.ts'
import type { Market } from '../../../shared/order.ts'
import type { MatchAnswer, MatchStore } from '../../ports/stores.ts'
import type { CoinService } from '../research/coin-service.ts'

interface MatchedCoin {
  coin: Coin
  match: ListingMatch
}

/** What is known of one asset of an account. */
export interface AssetMatch {
  /** The coin that it is for certain; `null` where nobody has said. */
  owner: Coin | null
  /** Every coin that it could be, the owner first. */
  coins: MatchedCoin[]
  /** The coins whose limits count it. */
  counted: Coin[]
}

/** What is known of the assets of one account at this moment. */
export interface AccountMatches {
  of(asset: string): AssetMatch
  /** Reads what is known of many assets together, for whoever is about to ask for each. */
  learn(assets: readonly string[]): void
  /** The assets that this coin may be. */
  assetsOf(coin: Coin): string[]
  /** A row for each coin that a market may trade, without those that the trader refused. */
  markets(markets: readonly Market[]): Market[]
}

/** An account by name, and the exchange that it is at. */
export interface AccountAt {
  accountId: string
  venue: string
}

export interface AssetMatches {
  /** `told`: the markets of an account whose venue names the coin of each by itself; `null` of every other one. */
  at(account: AccountAt, told: readonly Market[] | null): AccountMatches
  /** The bases of markets that are worth reading there. */
  bases(account: AccountAt): string[]
}

/** What is known of an exchange's assets without an account there. */
export interface AssetFacts {
  /** The contracts of an asset, one for each chain, as the exchange's own lists name them; empty where they name none. */
  contractsOf(venue: string, asset: string): readonly string[]
  /** The coins that the trader waits for under this name there. */
  plannedAs(venue: string, asset: string): readonly string[]
  /** Another number when any of it is another. */
  changed(): number
}

const NO_FACTS: AssetFacts = { contractsOf: () => [], plannedAs: () => [], changed: () => 0 }

const RANK: Readonly<Record<ListingMatch, number>> = { contract: 0, confirmed: 1, ticker: 2, refused: 3 }

/** Builds it over the trader's answers. */
export function createAssetMatches(
  coins: Pick<CoinService, 'some' | 'byTicker' | 'tickers' | 'changed'>,
  store: Pick<MatchStore, 'matchAnswers'>,
  facts: AssetFacts = NO_FACTS,
): AssetMatches {
  const answersFor = ({ accountId, venue }: AccountAt): MatchAnswer[] =>
    store.matchAnswers().filter((answer) => answer.venue === venue && (answer.accountId ?? accountId) === accountId)

  const read = (account: AccountAt, told: readonly Market[] | null): AccountMatches => {
    const answers = answersFor(account)
    const toldOf = new Map((told ?? []).toReversed().map(({ base, coinId }) => [base, coinId]))
    const answersTo = Map.groupBy(answers, ({ base }) => base)
    const named = Map.groupBy(
      answers.filter(({ same }) => same),
      ({ coinId }) => coinId,
    )
    const listed = Map.groupBy(told ?? [], ({ coinId }) => coinId)
    const known = new Map<string, AssetMatch>()
    /** Of many assets at once, so that their coins are read together. */
    const learn = (assets: readonly string[]) => {
      const news = assets.filter((asset) => !known.has(asset))
      if (news.length === 0) return
      coins.some(news.flatMap((asset) => toldOf.get(asset) ?? []))
      const byTicker = coins.byTicker(news.filter((asset) => !toldOf.has(asset)))
      for (const asset of news) {
        const toldCoin = toldOf.get(asset)
        const match =
          toldCoin === undefined
            ? matchOf({
                ...{ asset, some: coins.some, answers: answersTo.get(asset) ?? [] },
                byTicker: [
                  ...new Set([...(byTicker.get(asset) ?? []), ...coins.some(facts.plannedAs(account.venue, asset))]),
                ],
                contracts: facts.contractsOf(account.venue, asset),
              })
            : certain(coins.some([toldCoin])[0])
        known.set(asset, match)
      }
    }
    const of = (asset: string): AssetMatch => {
      learn([asset])
      return known.get(asset) ?? certain(undefined)
    }
    return {
      of,
      learn,
      assetsOf: ({ id, tickers }) => {
        const bases = [...(named.get(id) ?? []), ...(listed.get(id) ?? [])].map(({ base }) => base)
        return [...new Set([...tickers.map(({ ticker }) => ticker), ...bases])]
      },
      markets: (markets) => {
        if (told === null) learn(markets.map(({ base }) => base))
        return markets.flatMap((market) => rowsOf(market, told === null ? of(market.base) : null))
      },
    }
  }

  const kept = new Map<string, { of: readonly unknown[]; matches: AccountMatches }>()
  return {
    at: (account, told) => {
      // As long as none of what it is read from is another.
      const of = [coins.changed(), store.matchAnswers(), account.venue, told, facts.changed()]
      const before = kept.get(account.accountId)
      if (before?.of.every((each, index) => each === of[index])) return before.matches
      const matches = read(account, told)
      kept.set(account.accountId, { of, matches })
      return matches
    },
    bases: (account) => {
      const named = answersFor(account).flatMap(({ base, same }) => (same ? [base] : []))
      return [...new Set([...coins.tickers(), ...named])]
    },
  }
}

const certain = (coin: Coin | undefined): AssetMatch =>
  coin === undefined
    ? { owner: null, coins: [], counted: [] }
    : { owner: coin, coins: [{ coin, match: 'confirmed' }], counted: [coin] }

interface Evidence {
  asset: string
  some: CoinService['some']
  byTicker: readonly Coin[]
  /** Those about this asset, from the oldest to the newest. */
  answers: readonly MatchAnswer[]
  /** As the exchange names them. */
  contracts: readonly string[]
}

function matchOf({ asset, some, byTicker, answers, contracts }: Evidence): AssetMatch {
  // An exchange has one asset under a name: what was said of one of its markets holds for all of them.
  const said = new Map<string, MatchAnswer>()
  for (const answer of answers) {
    said.delete(answer.coinId)
    said.set(answer.coinId, answer)
  }
  const named = some([...said.values()].filter(({ same }) => same).map(({ coinId }) => coinId))
  const ids = new Set(byTicker.map(({ id }) => id))
  const possible = [...byTicker, ...named.filter(({ id }) => !ids.has(id))]
  const verdicts = new Map(possible.map((coin) => [coin.id, contractsVerdict(coin.contracts, contracts)]))
  const ownerId = ownerOf(asset, possible, said, verdicts)
  const coins = possible
    .map((coin): MatchedCoin => {
      if (coin.id === ownerId) return { coin, match: verdicts.get(coin.id) === 'same' ? 'contract' : 'confirmed' }
      const isOther = said.get(coin.id)?.same === false || verdicts.get(coin.id) === 'other'
      return { coin, match: isOther ? 'refused' : 'ticker' }
    })
    .toSorted((a, b) => RANK[a.match] - RANK[b.match])
  const owner = possible.find(({ id }) => id === ownerId) ?? null
  return { owner, coins, counted: owner !== null ? [owner] : countedOf(asset, coins) }
}

/** The trader's newest word, before a contract, and that before the research and the list of majors. */
function ownerOf(
  asset: string,
  possible: readonly Coin[],
  said: ReadonlyMap<string, MatchAnswer>,
  verdicts: ReadonlyMap<string, ReturnType<typeof contractsVerdict>>,
): string | null {
  const newest = [...said.values()].findLast(({ same }) => same)
  if (newest !== undefined) return newest.coinId
  const open = possible.filter(({ id }) => !said.has(id) && verdicts.get(id) !== 'other')
  const byContract = open.filter(({ id }) => verdicts.get(id) === 'same')
  // The same token entered for two coins says nothing of which it is.
  if (byContract.length === 1) return byContract[0]?.id ?? null
  const researched = open.find(({ id }) => CATALOG.some((entry) => entry.id === id && isBoundTo(entry, asset)))
  if (researched !== undefined) return researched.id
  // Money and the majors are known by name and ticker together; the first of two that somebody added twice.
  return open.find(({ name }) => kindByName(name, asset) !== 'project')?.id ?? null
}

/** Nobody has said which coin it is: it counts in the limit of each that it may be, unless it is known to be none of them. */
function countedOf(asset: string, coins: readonly MatchedCoin[]): Coin[] {
  if (knownAsset(asset) !== null) return []
  return coins.flatMap(({ coin, match }) => (match === 'ticker' ? [coin] : []))
}

function rowsOf(market: Market, asset: AssetMatch | null): Market[] {
  if (asset === null) return [{ ...market, match: 'confirmed' }]
  return asset.coins.flatMap(({ coin, match }) => (match === 'refused' ? [] : [{ ...market, coinId: coin.id, match }]))
}
