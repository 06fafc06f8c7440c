// The last look at a request, with what it says in the words that the trader reads.

import * as checks from '../../../../../electron/adapters/ccxt/requests/sent-check.ts'
import { sayReason } from '../../../../../renderer/messages/reasons/en.ts'

type Check = ReturnType<typeof checks.sentCheck>

const spoken =
  (check: Check) =>
  (request: Parameters<Check>[0]): string | null => {
    const problem = check(request)
    return problem === null ? null : sayReason(problem)
  }

export const sentCheck = (...about: Parameters<typeof checks.sentCheck>) => spoken(checks.sentCheck(...about))

export const cancelCheck = (...about: Parameters<typeof checks.cancelCheck>) => spoken(checks.cancelCheck(...about))
