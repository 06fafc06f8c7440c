// One deliberate check of the keychain: can it keep a secret and give it back? Leaves nothing behind.

import type { KeychainCheck } from '../../shared/app.ts'
import { AppError } from '../../shared/result.ts'
import type { Clock, NewId, SecretStore } from '../ports.ts'

const CHECK_ITEM = 'check'

/** Writes, reads back and deletes a random value. Reading alone proves nothing: a locked keychain may answer "none". */
export async function checkKeychain(store: SecretStore, clock: Clock, newId: NewId): Promise<KeychainCheck> {
  const checkedAt = new Date(clock.now()).toISOString()
  const value = newId()
  try {
    await store.set(CHECK_ITEM, value)
    const readBack = await takeBack(store)
    if (readBack === value) return { state: 'ok', detail: 'The keychain kept a value and gave it back.', checkedAt }
    return { state: 'unreachable', detail: 'The keychain took a value but did not give it back.', checkedAt }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { state: error.code === 'KEYCHAIN_LOCKED' ? 'locked' : 'unreachable', detail: error.message, checkedAt }
  }
}

async function takeBack(store: SecretStore): Promise<string | null> {
  try {
    return await store.get(CHECK_ITEM)
  } finally {
    await store.delete(CHECK_ITEM)
  }
}
