// The trader's limits on the fake desktop: kept in memory, and never asked.

import { overrideEnd, type RuleOverride } from '../../../shared/portfolio.ts'
import { type FakeOperations, refuse } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

type RuleOperation = Extract<keyof FakeOperations, `rules.${string}`>

/** The answers over one memory. */
export function ruleOperations(state: FakeState): Pick<FakeOperations, RuleOperation> {
  return {
    'rules.get': () => state.rules,
    'rules.save': ({ own, ...rules }) =>
      Object.assign(state, {
        rules: { ...rules, own: (own ?? []).map((rule, at) => ({ ruleId: `rule-${at}`, ...rule })) },
      }).rules,
    'rules.override': ({ intentId, reason }) => {
      const at = new Date().toISOString()
      return { intentId, reason, at, until: overrideEnd(at) }
    },
    'rules.overrideFor': ({ subject = null, ...rest }) => {
      const override: RuleOverride = {
        ...{ ...rest, subject, overrideId: `override-${state.overrides.length}`, at: new Date().toISOString() },
        ...{ intentId: null, endedAt: null, state: 'open', orders: [] },
      }
      state.overrides.unshift(override)
      return override
    },
    'rules.endOverride': ({ overrideId }) => {
      const override = state.overrides.find((each) => each.overrideId === overrideId) ?? refuse('NOT_FOUND', overrideId)
      return Object.assign(override, { state: 'ended', endedAt: new Date().toISOString() })
    },
    'rules.overrides': () => ({ items: state.overrides.map((each) => ({ ...each })), next: null }),
  }
}
