// Asks for portfolio and limits, and stores the trader's own holdings and limits.

import type { Input } from '../../../shared/contract.ts'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio, Rules } from '../../../shared/portfolio.ts'
import { call } from '../../api.ts'
import { load } from '../../loadable.ts'
import { text } from '../../messages/en.ts'
import { reportDone, reportFailure } from '../../ui/report.ts'
import { usePortfolio } from './portfolio-store.ts'

/** Loads the portfolio of the environment that is shown. */
export async function loadPortfolio(): Promise<void> {
  const { environment, putPortfolio } = usePortfolio.getState()
  await load(
    (step) => putPortfolio(environment, step),
    () => call('portfolio.get', { environment }),
  )
}

/** Shows another environment; what was shown goes, because the two are never mixed. */
export async function showEnvironment(environment: Environment): Promise<void> {
  usePortfolio.getState().setEnvironment(environment)
  await loadPortfolio()
}

/** Loads the limits. */
export async function loadRules(): Promise<void> {
  await load(usePortfolio.getState().putRules, () => call('rules.get', {}))
}

/** Stores the limits and counts the portfolio against them again. */
export async function saveRules(rules: Rules): Promise<boolean> {
  try {
    usePortfolio.getState().putRules({ value: await call('rules.save', rules), error: null })
    reportDone(text.portfolio.rulesSaved)
    await loadPortfolio()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

async function change(work: () => Promise<Portfolio>, done: string): Promise<boolean> {
  try {
    const portfolio = await work()
    usePortfolio.getState().putPortfolio(portfolio.environment, { value: portfolio, error: null })
    reportDone(done)
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Stores a holding that the trader keeps elsewhere. */
export function saveHolding(input: Input<'holdings.save'>, name: string): Promise<boolean> {
  return change(() => call('holdings.save', input), text.portfolio.holdingSaved(name))
}

/** Takes back the trader's own entry; what the venue holds stays. */
export function removeHolding(input: Input<'holdings.remove'>, name: string): Promise<boolean> {
  return change(() => call('holdings.remove', input), text.portfolio.removed(name))
}
