// The two names over which the Chromium shell and the script in its page meet.

import type { EventName } from '../../../shared/contract/contract.ts'

export const INVOKE_BINDING = '__prelistInvoke'
export const EVENTS_BINDING = '__prelistEvents'

export interface PageEvent {
  event: EventName
  payload: unknown
}
