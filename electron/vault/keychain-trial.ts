// One deliberate check of the keychain: can it keep a secret and give it back? Leaves nothing behind.

import { AppError } from '../../shared/result.ts'
import type { SecretStore } from '../ports/system.ts'
import { randomBytes } from './primitives.ts'

const TRIAL_ITEM = 'check'

/** Reading alone proves nothing: a locked keychain may answer "none". */
export async function tryKeychain(
  store: SecretStore,
): Promise<{ state: 'ok' | 'locked' | 'unreachable'; detail: string }> {
  const value = Buffer.from(randomBytes(16)).toString('hex')
  try {
    await store.set(TRIAL_ITEM, value)
    if ((await takeBack(store)) === value) return { state: 'ok', detail: 'The keychain kept a value and gave it back.' }
    return { state: 'unreachable', detail: 'The keychain took a value but did not give it back.' }
  } catch (error) {
    if (!(error instanceof AppError)) {
      return { state: 'unreachable', detail: 'No keychain answers on this machine. Start one and try again.' }
    }
    return { state: error.code === 'KEYCHAIN_LOCKED' ? 'locked' : 'unreachable', detail: error.message }
  }
}

async function takeBack(store: SecretStore): Promise<string | null> {
  try {
    return await store.get(TRIAL_ITEM)
  } finally {
    await store.delete(TRIAL_ITEM)
  }
}
