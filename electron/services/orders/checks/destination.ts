// Where a ticket's order goes is settled with its draft. What the button said of it is only compared.

import type { Destination } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'

type Said = { [K in keyof Destination]?: Destination[K] | undefined }

/** A button that named another account or mode than the ticket has; null where it named none, or the ticket's own. */
export function destinationProblem({ accountId, environment }: Said, own: Destination): AppError | null {
  const isSame = (accountId ?? own.accountId) === own.accountId
  if (isSame && (environment ?? own.environment) === own.environment) return null
  return new AppError('MODE_CHANGED', reason('OTHER_DESTINATION'))
}
