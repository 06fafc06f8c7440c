// What is sent to the operations on the trader's limits.

import type { Input } from '../../../../shared/contract/contract.ts'
import type { PortfolioOperations } from '../../../../shared/contract/portfolio.ts'
import { type Case, extend } from './hostile-case.ts'

type RuleOperation = Extract<keyof PortfolioOperations, `rules.${string}`>

/** `draft` is the case of an order that is not placed yet. */
export function ruleCases(draft: Case): Record<RuleOperation, Case> {
  const ruleLimits = {
    project: { limit: '0.05', level: 'block' },
    earlyStage: { limit: '0.01', level: 'block', basis: 'each' },
    reserve: { limit: '0.01', level: 'warn' },
    place: { limit: '1', level: 'warn' },
    narrative: { limit: '1', level: 'warn' },
  } satisfies Input<'rules.save'>
  return {
    'rules.get': { valid: {}, fields: {} },
    'rules.save': {
      valid: ruleLimits,
      fields: {
        project: { limit: 'decimal', level: 'word' },
        earlyStage: { limit: 'decimal', level: 'word', basis: 'word' },
        'reserve?': { limit: 'decimal', level: 'word' },
        'place?': { limit: 'decimal', level: 'word' },
        'narrative?': { limit: 'decimal', level: 'word' },
        own: 'lines?',
      },
    },
    'rules.override': extend(draft, { reason: 'why' }, { reason: 'line', until: 'word?' }),
    'rules.overrideFor': {
      valid: {
        environment: 'practice',
        rule: 'project',
        subject: 'peaq',
        reason: 'why',
        until: '2026-12-01T00:00:00.000Z',
      },
      fields: { environment: 'word', rule: 'word', subject: 'line?', reason: 'line', until: 'word' },
    },
    'rules.endOverride': { valid: { overrideId: 'none' }, fields: { overrideId: 'id' } },
    'rules.overrides': { valid: { limit: 10 }, fields: { before: 'count?', limit: 'count?' } },
  }
}
