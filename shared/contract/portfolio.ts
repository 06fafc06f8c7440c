// The operations on the portfolio, the trader's own holdings, and his limits: name, input and output of each.

import type { Decimal } from '../decimal.ts'
import type { RebalancePlan, Target, Targets } from '../ledger/targets.ts'
import type { Environment, Preview, Side, Size, TimeInForce } from '../order.ts'
import type { Page } from '../page.ts'
import type { OwnRule, Portfolio, RuleName, RuleOverride, Rules } from '../portfolio.ts'
import type { Nothing } from './nothing.ts'

export interface PortfolioOperations {
  'portfolio.get': { input: { environment: Environment }; output: Portfolio }
  'portfolio.preview': {
    input: {
      accountId: string
      coinId: string
      side: Side
      size: Size
      price?: Decimal | undefined
      stopPrice?: Decimal | undefined
      timeInForce?: TimeInForce | undefined
      market?: string | undefined
    }
    output: Preview
  }
  'holdings.save': { input: { environment: Environment; coinId: string; amount: Decimal }; output: Portfolio }
  'holdings.remove': { input: { environment: Environment; coinId: string }; output: Portfolio }
  'rules.get': { input: Nothing; output: Rules }
  /** A field that is missing stays as it is; `null` takes the rule away. An own rule without an id is a new one. */
  'rules.save': {
    input: Omit<Rules, 'own'> & { own?: (Omit<OwnRule, 'ruleId'> & { ruleId?: string | undefined })[] | undefined }
    output: Rules
  }
  'targets.get': { input: { environment?: Environment | undefined }; output: Targets }
  /** All targets of an environment; the rest of the portfolio has none. */
  'targets.save': {
    input: { environment?: Environment | undefined; items: Target[]; band?: Decimal | undefined }
    output: Targets
  }
  'rebalance.plan': { input: { environment: Environment }; output: RebalancePlan }
  'rules.override': {
    input: { intentId: string; reason: string; until?: string | undefined }
    output: { intentId: string; reason: string; at: string; until: string }
  }
  /** Sets one limit aside for a time, at most thirty days. `subject`: of one coin, account, narrative or own rule alone. */
  'rules.overrideFor': {
    input: { environment: Environment; rule: RuleName; subject?: string | undefined; reason: string; until: string }
    output: RuleOverride
  }
  'rules.endOverride': { input: { overrideId: string }; output: RuleOverride }
  /** Newest first, with what became of each. */
  'rules.overrides': {
    input: { before?: number | undefined; limit?: number | undefined }
    output: Page<RuleOverride>
  }
}

/** A record, so that a name that is missing here does not compile. */
export const PORTFOLIO_OPERATIONS: Record<keyof PortfolioOperations, true> = {
  'portfolio.get': true,
  'portfolio.preview': true,
  'holdings.save': true,
  'holdings.remove': true,
  'rules.get': true,
  'rules.save': true,
  'targets.get': true,
  'targets.save': true,
  'rebalance.plan': true,
  'rules.override': true,
  'rules.overrideFor': true,
  'rules.endOverride': true,
  'rules.overrides': true,
}
