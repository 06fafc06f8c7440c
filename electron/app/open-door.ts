// Opens the door that the shells hand calls on to: whatever it lets through counts as use of the vault, and what an operation
// has changed is told.

import { createHandlers, type Services } from '../ipc/handlers/handlers.ts'
import { createRouter, type Dispatch } from '../ipc/router.ts'
import type { Audit } from '../ports/operations.ts'
import { eventsAfter } from '../services/common/events.ts'
import type { Vault } from '../services/vault/vault.ts'
import type { Core } from './open-core.ts'

/** Opens it. `isClosing`: nothing is let through any more. */
export function openDoor(
  { clock, logger, page, tellStatus }: Core,
  note: Audit,
  vault: Pick<Vault, 'touch'>,
  services: Services,
  isClosing: () => boolean,
): Dispatch {
  const route = createRouter(createHandlers(services), clock, logger, note)
  return async (sender, operation, input) => {
    if (isClosing()) return { ok: false, error: { code: 'CLOSED', message: 'Prelist is closing.' } }
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
