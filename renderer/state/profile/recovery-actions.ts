// Asks for the state of the profile, tries to open it again, and begins a new one.

import type { ProfileStatus } from '../../../shared/profile.ts'
import { asAppError, call } from '../../api.ts'
import { requests } from '../requests.ts'
import { useRecovery } from './recovery-store.ts'

const statusRequests = requests()

/** True when the profile is open, and also when nobody could say: then each screen tells of its own failure. */
export async function loadProfile(): Promise<boolean> {
  const isCurrent = statusRequests.begin()
  try {
    const status = await call('profile.status', {})
    if (isCurrent()) useRecovery.getState().put({ status })
    return status.state === 'open'
  } catch {
    return true
  }
}

/** Tries to open the profile again. */
export function retryProfile(): Promise<void> {
  return attempt(() => call('profile.retry', {}))
}

/** Puts the old files aside and begins a new profile. To be called when the trader has confirmed it. */
export function startNewProfile(): Promise<void> {
  return attempt(() => call('profile.startNew', {}))
}

/** One try at a time: a second press while the first is under way does nothing. */
async function attempt(work: () => Promise<ProfileStatus>): Promise<void> {
  const { busy, tries, put } = useRecovery.getState()
  if (busy) return
  put({ busy: true, error: null })
  try {
    const status = await work()
    statusRequests.begin()
    put({ status, tries: tries + 1 })
  } catch (thrown) {
    put({ error: asAppError(thrown) })
    // A try that failed may still have changed what is true, for example put the files aside.
    await loadProfile()
  } finally {
    put({ busy: false })
  }
}
