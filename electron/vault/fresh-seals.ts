// Keeps what was sealed for one vault out of another: a restored backup may take the vault's place while a record is being
// sealed, or between sealing and storing, when its exchange is asked about it. Under the old keys it could never be opened
// beside the new ones.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { FreshSeals, KeyService } from '../ports/vault.ts'

/** The same key service, whose sealed records are handed out only while the vault that they were sealed for is there. */
export function freshSeals(keyService: KeyService): FreshSeals {
  let generation = 0
  const sealedIn = new WeakMap<Uint8Array, number>()
  const assertSame = (before: number | undefined): void => {
    if (before === generation) return
    throw new AppError('TRY_LATER', reason('BACKUP_RESTORED_MEANWHILE'))
  }
  const fresh = async (sealed: Promise<Uint8Array>): Promise<Uint8Array> => {
    const before = generation
    const bytes = await sealed
    assertSame(before)
    sealedIn.set(bytes, before)
    return bytes
  }
  return {
    ...keyService,
    assertFresh: (bytes) => assertSame(sealedIn.get(bytes)),
    seal: (context, credentials) => fresh(keyService.seal(context, credentials)),
    reseal: (record) => fresh(keyService.reseal(record)),
    adopt: (restored, present, passphrase, at, commit) =>
      keyService.adopt(restored, present, passphrase, at, (header) => {
        generation += 1
        return commit(header)
      }),
  }
}
