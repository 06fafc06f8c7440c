// English text of the trader's criteria.

import type { CriterionVerdict, PublishedCriterion } from '../../../shared/research/criteria.ts'

const PUBLISHED: Record<PublishedCriterion, string> = {
  'tech-score': 'Tech score 75 or more',
  fundamentals: 'Strong fundamentals',
  'staying-power': 'Staying power',
  'top-100': 'Potential top 100',
}
const VERDICTS: Record<CriterionVerdict, string> = { met: 'Met', 'not-met': 'Not met', unknown: 'Unknown' }

export const criteria = {
  add: 'Add a criterion',
  addHint: 'Your own, in your words. It appears at every coin.',
  addSave: 'Add',
  byScore: 'By the tech score',
  byYou: (date: string) => `Marked ${date}`,
  chip: (name: string, verdict: string) => `${name} (${verdict})`,
  clear: (name: string) => `Take back your mark: ${name}`,
  clearShort: 'Take back',
  gone: 'Removed criterion',
  list: (verdict: string, names: string) => `${verdict}: ${names}`,
  notMarked: 'Not marked',
  published: PUBLISHED,
  remove: (name: string) => `Remove criterion: ${name}`,
  title: 'Criteria',
  verdicts: VERDICTS,
} as const
