// When and where a coin lists, by the trader's word. Where the exchange tells a time of its own, that one counts.

import type { Input } from '../../../shared/contract/contract.ts'
import type { ListingPlan } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { KeptPlan, ListingStore } from '../../ports/listings.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import type { ListingView } from './listing-view.ts'

export interface ListingPlans {
  list(): ListingPlan[]
  /**
   * `null` where it takes one away.
   * @throws AppError `NOT_FOUND` for a coin or an exchange that is not known, `BAD_INPUT` for a time that is over
   */
  save(input: Input<'listings.plan'>): ListingPlan | null
}

export interface ListingPlansParts {
  store: Pick<ListingStore, 'plans' | 'savePlan' | 'removePlan' | 'rows' | 'reads'>
  coins: Pick<CoinService, 'some'>
  view: Pick<ListingView, 'coinsOf'>
  clock: Pick<Clock, 'now'>
  isVenue: (venue: string) => boolean
  /** What to add to this machine's clock for the exchange's, milliseconds. */
  clockOffsetMs: (venue: string) => number | null
  /** Told after each change. */
  changed: () => void
}

/** Builds them. */
export function createListingPlans(parts: ListingPlansParts): ListingPlans {
  const { store, coins, view, clock, isVenue, clockOffsetMs, changed } = parts
  const shown = ({ coinId, venue, market, opensAt, savedAt }: KeptPlan): ListingPlan => {
    const row = store.rows(venue).find((each) => each.market === market)
    const announced = row?.opensAt ?? null
    const [base = ''] = market.split('/')
    const match = view.coinsOf({ venue, base }).find((each) => each.coinId === coinId)?.match ?? 'ticker'
    return {
      ...{ coinId, venue, market, savedAt, match, plannedOpensAt: opensAt, exchangeOpensAt: announced },
      opensAt: announced ?? opensAt,
      setBy: announced === null ? 'trader' : 'exchange',
      stage: row?.stage ?? null,
      clockOffsetMs: clockOffsetMs(venue),
      seenAt: store.reads().get(venue)?.readAt ?? null,
    }
  }
  return {
    list: () => store.plans().map(shown),
    save: ({ coinId, venue, market, opensAt }) => {
      if (coins.some([coinId]).length === 0) throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
      if (!isVenue(venue)) throw new AppError('NOT_FOUND', reason('NO_SUCH_EXCHANGE'))
      if (opensAt === null) {
        store.removePlan({ coinId, venue, market })
        changed()
        return null
      }
      if (Date.parse(opensAt) <= clock.now()) throw new AppError('BAD_INPUT', reason('PLAN_IN_THE_PAST'))
      const plan = { coinId, venue, market, opensAt, savedAt: new Date(clock.now()).toISOString() }
      store.savePlan(plan)
      changed()
      return shown(plan)
    },
  }
}
