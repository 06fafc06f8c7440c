// The operations on listings: shape of the input, and who answers.

import { z } from 'zod'
import type { ListingOperations } from '../../../shared/contract/listings.ts'
import type { ListingEvent } from '../../../shared/markets/listing.ts'
import type { NotTradingYet } from '../../../shared/markets/not-trading-yet.ts'
import { PAGE_SIZE } from '../../../shared/page.ts'
import type { ListingStore } from '../../ports/listings.ts'
import type { ListingPlans } from '../../services/listings/listing-plans.ts'
import type { ListingView } from '../../services/listings/listing-view.ts'
import type { PreflightService } from '../../services/listings/preflight.ts'
import type { CoinMatches } from '../../services/markets/coin-matches.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import type { Announcements } from '../../services/sources/announcements.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/listings.ts'
import { venue } from '../schemas/markets.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface ListingServices {
  coins: CoinService
  listings: Pick<ListingView, 'list'> & Pick<CoinMatches, 'confirm'>
  listingEvents: Pick<ListingStore, 'events'>
  announcements: Pick<Announcements, 'list'>
  plans: ListingPlans
  preflight: PreflightService
  /** The meanings of "not trading yet" of a coin at the trader's exchanges. */
  notTradingYet(coinId: string): NotTradingYet[]
}

/** Ties each of the operations to its service. */
export function listingHandlers(services: ListingServices): HandlersOf<ListingOperations> {
  const { coins, listings, plans } = services
  const known = (coinId: string) => void coins.get(coinId)
  const events = ({ before, limit = PAGE_SIZE }: { before?: number | undefined; limit?: number | undefined }) =>
    services.listingEvents.events({ before, limit })
  return {
    'listings.list': {
      input: z.strictObject({ coinId: common.coinId.optional() }),
      run: (input) => {
        if (input.coinId !== undefined) known(input.coinId)
        return listings.list(input)
      },
    },
    'listings.confirm': {
      input: z.strictObject({
        venue,
        market: common.market,
        coinId: common.coinId,
        same: z.boolean(),
        accountId: common.accountId.optional(),
      }),
      run: (input) => listings.confirm(input),
    },
    'listings.events': { input: s.page, run: (input): ListingEvent[] => events(input).items },
    'listings.eventsPage': { input: s.page, run: events },
    'listings.announcements': {
      input: z.strictObject({ coinId: common.coinId.optional() }),
      run: (input) => {
        if (input.coinId !== undefined) known(input.coinId)
        return services.announcements.list(input)
      },
    },
    'listings.plan': { input: s.plan, run: (input) => plans.save(input) },
    'listings.plans': { input: common.nothing, run: () => plans.list() },
    'listings.preflight': {
      input: common.byCoin,
      run: ({ coinId }) => {
        known(coinId)
        return services.preflight.check(coinId)
      },
    },
    'listings.notTradingYet': {
      input: common.byCoin,
      run: ({ coinId }) => {
        known(coinId)
        return services.notTradingYet(coinId)
      },
    },
  }
}
