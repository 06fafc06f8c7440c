// One deliberate check of the keychain: can it keep a secret and give it back? Leaves nothing behind.

import { type Reason, reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { SecretStore } from '../ports/system.ts'
import { randomBytes } from './primitives.ts'

const TRIAL_ITEM = 'check'

/** Reading alone proves nothing: a locked keychain may answer "none". */
export async function tryKeychain(
  store: SecretStore,
): Promise<{ state: 'ok' | 'locked' | 'unreachable'; detail: Reason }> {
  const value = Buffer.from(randomBytes(16)).toString('hex')
  try {
    await store.set(TRIAL_ITEM, value)
    if ((await takeBack(store)) === value) return { state: 'ok', detail: reason('KEYCHAIN_KEEPS') }
    return { state: 'unreachable', detail: reason('KEYCHAIN_LOSES') }
  } catch (error) {
    if (!(error instanceof AppError)) {
      return { state: 'unreachable', detail: reason('KEYCHAIN_SILENT') }
    }
    return { state: error.code === 'KEYCHAIN_LOCKED' ? 'locked' : 'unreachable', detail: error.reason }
  }
}

async function takeBack(store: SecretStore): Promise<string | null> {
  try {
    return await store.get(TRIAL_ITEM)
  } finally {
    await store.delete(TRIAL_ITEM)
  }
}
