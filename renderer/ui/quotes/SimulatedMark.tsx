// The word beside each number that is made up or of a test; what it means is said once, in the head of the column or below.

import type { Environment } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'

/** Nothing on a live account. */
export function SimulatedMark({ environment }: { environment: Environment }) {
  return environment === 'live' ? null : <span className="simulated">{text.common.notReal[environment]}</span>
}
