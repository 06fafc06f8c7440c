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
  /** What may go wrong, and stops nothing here. */
  warnings: Preview['warnings']
  /** Whether the price is so far away that the trader is asked. */
  isFar: boolean
  /** Whether a reason would lift what stops the order. */
  overridable: boolean
}

/** What the trader has decided about this order already. */
export interface Lifted {
  overridden: boolean
  farAccepted: boolean
}

/** The reasons for which it would be refused, without those that the trader has lifted. */
export function standingProblems({ problems }: Pick<Preview, 'problems'>, lifted: Lifted): Preview['problems'] {
  return problems.filter(
    ({ code }) => !(lifted.overridden && LIFTED.includes(code)) && !(lifted.farAccepted && code === 'PRICE_FAR'),
  )
}

/** A limit stops an order only where the desk says so: it never stops a sale. */
export function noticesOf({ breaches, problems, warnings }: Preview, lifted: Lifted): PreviewNotices {
  const { overridden } = lifted
  const standing = standingProblems({ problems }, lifted)
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
    warnings,
    isFar: problems.some(({ code }) => code === 'PRICE_FAR'),
    overridable: problems.some(({ code }) => LIFTED.includes(code)),
  }
}
