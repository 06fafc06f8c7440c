// The OS keychain behind the `SecretStore` port; the only importer of keytar. A locked or unreachable keychain is an
// error here, never an empty answer: "no key" would make the app create a new one and lose the old vault.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { SecretStore } from '../ports/system.ts'

const PROBE = 'is-it-writable'

/** Loaded on first use: on Linux the library needs libsecret, and practice must work on a machine without it. */
async function loadKeytar() {
  try {
    const { default: keytar } = await import('keytar')
    return keytar
  } catch (error) {
    throw new AppError('KEYCHAIN_UNREACHABLE', reason('KEYCHAIN_LIBRARY_MISSING'), {
      cause: error,
    })
  }
}

function keychainError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const text = error instanceof Error ? error.message : ''
  if (/locked|dismissed|denied/i.test(text)) {
    return new AppError('KEYCHAIN_LOCKED', reason('KEYCHAIN_LOCKED'), { cause: error })
  }
  return new AppError('KEYCHAIN_UNREACHABLE', reason('KEYCHAIN_SILENT'), {
    cause: error,
  })
}

/** The keychain under one service name; development and product use different ones, so that they never meet. */
export function createKeychain(service: string): SecretStore {
  const guarded = async <T>(work: (keytar: Awaited<ReturnType<typeof loadKeytar>>) => Promise<T>): Promise<T> => {
    try {
      return await work(await loadKeytar())
    } catch (error) {
      throw keychainError(error)
    }
  }
  return {
    get: (account) =>
      guarded(async (keytar) => {
        const secret = await keytar.getPassword(service, account)
        if (secret !== null) return secret
        // A locked keyring answers "none" as well; only a write tells the two apart. It throws, or leaves nothing behind.
        await keytar.setPassword(service, PROBE, PROBE)
        await keytar.deletePassword(service, PROBE)
        return keytar.getPassword(service, account)
      }),
    set: (account, secret) => guarded((keytar) => keytar.setPassword(service, account, secret)),
    delete: (account) => guarded((keytar) => keytar.deletePassword(service, account)),
  }
}
