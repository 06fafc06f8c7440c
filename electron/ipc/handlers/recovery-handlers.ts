// The handlers while the profile is not open: its own three operations work, and every other one says why it does not.

import { OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import type { ProfileActions } from './app.ts'
import { createHandlers, type Handlers, type Services } from './handlers.ts'

const PROFILE_GROUP = 'profile.'

/** The same shapes of input as ever. `refuse` throws the profile's problem. */
export function createRecoveryHandlers(profile: ProfileActions, refuse: () => never): Handlers {
  // The shapes need no services. The runs that would need them are all replaced before anybody can call one.
  const handlers = createHandlers({ profile } as Services)
  for (const name of OPERATION_NAMES) {
    if (!name.startsWith(PROFILE_GROUP)) handlers[name].run = refuse
  }
  return handlers
}
