// PRACTICE, TEST or LIVE, beside whatever is of one mode.

import type { Environment } from '../../shared/order.ts'
import { text } from '../messages/en.ts'

/** The word, in the colour that the frame has for it. */
export function EnvironmentMark({ environment }: { environment: Environment }) {
  return <span className={`badge environment ${environment}`}>{text.shell.mode[environment].word}</span>
}
