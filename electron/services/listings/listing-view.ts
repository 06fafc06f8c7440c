// The listings as they are shown: what accounts tell, what the public lists tell, and what the trader plans, a row a market and
// coin.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Listing, ListingMatch } from '../../../shared/markets/listing.ts'
import type { KeptPlan, ListedRow, ListingStore } from '../../ports/listings.ts'
import type { AssetMatches } from '../markets/asset-matches.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'

export interface ListingView {
  list(input: Input<'listings.list'>): Listing[]
  /** The coins that a market of a public list may be, and how that is known, the surest first. */
  coinsOf(row: Pick<ListedRow, 'venue' | 'base'>): { coinId: string; name: string; match: ListingMatch }[]
  /** The row of this coin in this market; `null` where nobody tells of it. */
  find(coinId: string, venue: string, market: string): Listing | null
}

export interface ListingViewParts {
  store: Pick<ListingStore, 'rows' | 'plans' | 'reads'>
  assets: Pick<AssetMatches, 'at'>
  accounts: Pick<CoinMatches, 'list'>
}

/** Builds it. */
export function createListingView({ store, assets, accounts }: ListingViewParts): ListingView {
  const coinsOf: ListingView['coinsOf'] = ({ venue, base }) =>
    atVenue(assets, venue)
      .of(base)
      .coins.map(({ coin, match }) => ({ coinId: coin.id, name: coin.name, match }))

  const fromLists = (): Listing[] => {
    const reads = store.reads()
    return store.rows().flatMap((row) => {
      const { venue, market, stage, opensAt, closesAt, since } = row
      const seenAt = reads.get(venue)?.readAt ?? null
      const told = { venue, market, stage, opensAt, closesAt, since, seenAt, accountIds: [], source: 'list' as const }
      return coinsOf(row).map(({ coinId, match }) => ({ ...told, coinId, match }))
    })
  }
  const fromPlan = ({ coinId, venue, market, opensAt }: KeptPlan): Listing => {
    const [base = ''] = market.split('/')
    const match = coinsOf({ venue, base }).find((each) => each.coinId === coinId)?.match ?? 'ticker'
    return {
      ...{ venue, market, coinId, opensAt, match, accountIds: [], stage: 'announced', source: 'plan' },
      ...{ closesAt: null, since: null, seenAt: null },
    }
  }
  const list: ListingView['list'] = ({ coinId }) => {
    const rows = accounts.list(coinId === undefined ? {} : { coinId })
    const keyOf = (row: Pick<Listing, 'venue' | 'market' | 'coinId'>) =>
      JSON.stringify([row.venue, row.market, row.coinId])
    const wanted = <T extends { coinId: string }>(all: readonly T[]) =>
      all.filter((each) => coinId === undefined || each.coinId === coinId)
    const listed = new Map(wanted(fromLists()).map((row) => [keyOf(row), row]))
    const merged = rows.map((row) => newer(row, listed.get(keyOf(row))))
    const known = new Set(rows.map(keyOf))
    const public_ = [...listed].flatMap(([key, row]) => (known.has(key) ? [] : [row]))
    const all = [...merged, ...public_]
    return [...withPlans(all, wanted(store.plans())), ...missing(all, wanted(store.plans())).map(fromPlan)]
  }
  return {
    list,
    coinsOf,
    find: (coinId, venue, market) =>
      list({ coinId }).find((row) => row.venue === venue && row.market === market) ?? null,
  }
}

/** Without an account: the answers that hold for the whole exchange. */
const atVenue = (assets: Pick<AssetMatches, 'at'>, venue: string) =>
  assets.at({ accountId: `list:${venue}`, venue }, null)

/** What an account and the public list tell of one market: whichever was told later stands. */
function newer(account: Listing, list: Listing | undefined): Listing {
  if (list === undefined || (account.seenAt !== null && (list.seenAt ?? '') < account.seenAt)) return account
  const { stage, opensAt, closesAt, since, seenAt, source } = list
  return { ...account, stage, opensAt, closesAt, since, seenAt, source }
}

const isOf = (row: Pick<Listing, 'coinId' | 'venue' | 'market'>) => (plan: KeptPlan) =>
  plan.coinId === row.coinId && plan.venue === row.venue && plan.market === row.market

/** Where the exchange tells no opening, the trader's stands. */
const withPlans = (rows: readonly Listing[], plans: readonly KeptPlan[]): Listing[] =>
  rows.map((row) => {
    const plan = row.opensAt === null && row.stage !== 'trading' ? plans.find(isOf(row)) : undefined
    return plan === undefined ? row : { ...row, opensAt: plan.opensAt }
  })

const missing = (rows: readonly Listing[], plans: readonly KeptPlan[]): KeptPlan[] =>
  plans.filter((plan) => !rows.some((row) => isOf(row)(plan)))
