// What the ticket warns of: each broken limit once, and what else would be refused.

import type { Preview } from '../../../shared/order.ts'
import type { Breach } from '../../../shared/portfolio.ts'

/** What an override for this order lifts. */
const LIFTED = ['RULE_BREACH', 'SHARE_UNKNOWN']

export type BreachEffect = 'stops' | 'warns' | 'overridden'

export interface PreviewNotices {
  /** Whether the order would be refused as it stands. */
  refused: boolean
  breaches: { breach: Breach; effect: BreachEffect }[]
  /** Reasons for a refusal that no breach above says already. */
  problems: Preview['problems']
  /** Whether a reason would lift what stops the order. */
  overridable: boolean
}

/** A limit stops an order only where the desk says so: it never stops a sale. */
export function noticesOf({ breaches, problems }: Preview, overridden: boolean): PreviewNotices {
  const standing = problems.filter(({ code }) => !(overridden && LIFTED.includes(code)))
  const stopping = problems.some(({ code }) => code === 'RULE_BREACH')
  const effectOf = ({ level }: Breach): BreachEffect => {
    if (level === 'warn' || !stopping) return 'warns'
    return overridden ? 'overridden' : 'stops'
  }
  const told = breaches.some((breach) => effectOf(breach) === 'stops')
  return {
    refused: standing.length > 0,
    breaches: breaches.map((breach) => ({ breach, effect: effectOf(breach) })),
    problems: standing.filter(({ code }) => code !== 'RULE_BREACH' || !told),
    overridable: problems.some(({ code }) => LIFTED.includes(code)),
  }
}
