// A broken limit in the words of the ticket.

import type { Breach } from '../../../../shared/portfolio.ts'
import { formatLimit, formatShare } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'

/** Which limit, how much it would be, and the limit. */
export function breachWords({ rule, name, share, limit }: Breach): string {
  const [now, most] = [formatShare(share), formatLimit(limit)]
  if (rule === 'reserve') return text.ticket.reserveLine(now, most)
  const what = text.portfolio.ruleNames[rule]
  return text.ticket.breachLine(name === undefined ? what : `${what} (${name})`, now, most)
}
