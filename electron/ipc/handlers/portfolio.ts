// The operations on the portfolio, the trader's own holdings, and his limits: shape of the input, and who answers.

import { z } from 'zod'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { PortfolioOperations } from '../../../shared/contract/portfolio.ts'
import type { OrderService } from '../../services/orders/order-service.ts'
import type { TargetService } from '../../services/orders/target-service.ts'
import type { Overrides } from '../../services/portfolio/overrides.ts'
import type { PortfolioService } from '../../services/portfolio/portfolio.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/portfolio.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface PortfolioServices {
  coins: CoinService
  portfolio: PortfolioService
  orderService: OrderService
  holdings: { save(row: Input<'holdings.save'>): void; remove(row: Input<'holdings.remove'>): void }
  targets: TargetService
  saveRules(rules: Input<'rules.save'>): Promise<Output<'rules.save'>>
  overrides: Overrides
  endOverride(overrideId: string): Promise<Output<'rules.endOverride'>>
}

/** Ties each of the operations to its service. */
export function portfolioHandlers(services: PortfolioServices): HandlersOf<PortfolioOperations> {
  const { coins, portfolio, orderService, holdings, overrides } = services
  return {
    'portfolio.get': {
      input: z.strictObject({ environment: common.environment }),
      run: ({ environment }) => portfolio.get(environment),
    },
    'portfolio.preview': {
      input: z
        .strictObject({
          accountId: common.accountId,
          coinId: common.coinId,
          side: common.side,
          size: common.size,
          price: common.positive.optional(),
          stopPrice: common.positive.optional(),
          timeInForce: common.timeInForce.optional(),
          market: common.market.optional(),
        })
        .refine(({ price, stopPrice }) => stopPrice === undefined || price !== undefined),
      run: (input) => orderService.preview(input),
    },
    'holdings.save': {
      input: s.byHolding.extend({ amount: common.positive }),
      run: (row) => {
        coins.get(row.coinId)
        holdings.save(row)
        return portfolio.get(row.environment)
      },
    },
    'holdings.remove': {
      input: s.byHolding,
      run: (row) => {
        coins.get(row.coinId)
        holdings.remove(row)
        return portfolio.get(row.environment)
      },
    },
    'rules.get': { input: common.nothing, run: () => portfolio.rules() },
    'rules.save': { input: s.rules, run: (rules) => services.saveRules(rules) },
    'targets.get': { input: s.targetsOf, run: ({ environment = 'live' }) => services.targets.get(environment) },
    'targets.save': { input: s.targets, run: (input) => services.targets.save(input) },
    'rebalance.plan': { input: s.plan, run: ({ environment }) => services.targets.plan(environment) },
    'rules.override': { input: s.override, run: (input) => overrides.forOrder(input) },
    'rules.overrideFor': { input: s.overrideFor, run: (input) => overrides.forTime(input) },
    'rules.endOverride': { input: s.byOverride, run: ({ overrideId }) => services.endOverride(overrideId) },
    'rules.overrides': { input: s.overrides, run: (input) => overrides.page(input) },
  }
}
