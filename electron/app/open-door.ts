// Opens the door that the shells hand calls on to: whatever it lets through counts as use of the vault, and what an operation
// has changed is told.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import { createHandlers, type Services } from '../ipc/handlers/handlers.ts'
import { withUndo } from '../ipc/handlers/research/undo.ts'
import { createRouter, type Dispatch } from '../ipc/router.ts'
import type { Audit } from '../ports/operations.ts'
import { eventsAfter } from '../services/common/events.ts'
import type { Vault } from '../services/vault/vault.ts'
import type { Core } from './open-core.ts'
import { inEnglish } from './parts/english.ts'

/** The answer to whatever comes once the app is closing. */
export const CLOSING = inEnglish(new AppError('CLOSED', reason('CLOSING')).toValue())

/** Opens it. `isClosing`: nothing is let through any more. */
export function openDoor(
  { clock, logger, page, tellStatus }: Core,
  note: Audit,
  vault: Pick<Vault, 'touch'>,
  services: Services,
  isClosing: () => boolean,
): Dispatch {
  const route = createRouter(withUndo(createHandlers(services), services.undo), clock, logger, inEnglish, note)
  return async (sender, operation, input) => {
    if (isClosing()) return { ok: false, error: CLOSING }
    vault.touch(operation)
    const result = await route(sender, operation, input)
    for (const event of result.ok ? eventsAfter(operation) : []) {
      if (event === 'app.changed') tellStatus()
      else page.emit(event, null)
    }
    if (!result.ok && result.error.code === 'PROFILE_DAMAGED') tellStatus()
    return result
  }
}
