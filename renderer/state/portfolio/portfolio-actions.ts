// Asks for portfolio and limits, and stores the trader's own holdings and limits.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { load, take } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useStatus } from '../status-store.ts'
import { usePortfolio } from './portfolio-store.ts'
import { useRules } from './rules-store.ts'

/** Of another environment than the one that is shown an answer comes too late. */
const portfolioRequests = requests(() => usePortfolio.getState().environment)
const ruleRequests = requests()

/** Loads the portfolio of the environment that is shown. */
export async function loadPortfolio(): Promise<void> {
  const { environment, putPortfolio } = usePortfolio.getState()
  await load(portfolioRequests, putPortfolio, () => call('portfolio.get', { environment }))
}

/** Shows another environment; what was shown goes, because the two are never mixed. */
export async function showEnvironment(environment: Environment): Promise<void> {
  usePortfolio.getState().setEnvironment(environment)
  await loadPortfolio()
}

/** Loads the limits. */
export async function loadRules(): Promise<void> {
  await load(ruleRequests, useRules.getState().put, () => call('rules.get', {}))
}

/** Stores the limits and counts the portfolio against them again. */
export async function saveRules(rules: Input<'rules.save'>): Promise<boolean> {
  try {
    take(ruleRequests, useRules.getState().put, await call('rules.save', rules))
    reportDone(text.done.portfolio.rulesSaved)
    await loadPortfolio()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** What the trader entered himself of a coin, in the environment that is shown; null where he entered nothing. */
function enteredOf({ environment, coinId }: Input<'holdings.remove'>): Decimal | null {
  const { portfolio } = usePortfolio.getState()
  if (portfolio.value?.environment !== environment) return null
  const held = portfolio.value.holdings.find((holding) => holding.coinId === coinId)
  return held?.parts.find(({ source }) => source === 'manual')?.amount ?? null
}

/** One press changes what was entered, so one press takes that back. */
async function change(work: () => Promise<Portfolio>, done: string, undo: (() => void) | null): Promise<boolean> {
  try {
    const portfolio = await work()
    const { environment, putPortfolio } = usePortfolio.getState()
    if (portfolio.environment === environment) take(portfolioRequests, putPortfolio, portfolio)
    const action = undo === null ? {} : { action: { label: text.common.undo, run: undo } }
    useStatus.getState().say({ tone: 'good', title: done, detail: null, ...action })
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Stores a holding that the trader keeps elsewhere. */
export function saveHolding(input: Input<'holdings.save'>, name: string): Promise<boolean> {
  const before = enteredOf(input)
  const { environment, coinId } = input
  const undo = () =>
    void (before === null
      ? removeHolding({ environment, coinId }, name)
      : saveHolding({ environment, coinId, amount: before }, name))
  return change(() => call('holdings.save', input), text.done.portfolio.holdingSaved(name), undo)
}

/** Takes back the trader's own entry; what the venue holds stays. */
export function removeHolding(input: Input<'holdings.remove'>, name: string): Promise<boolean> {
  const amount = enteredOf(input)
  const undo = amount === null ? null : () => void saveHolding({ ...input, amount }, name)
  return change(() => call('holdings.remove', input), text.done.portfolio.removed(name), undo)
}
