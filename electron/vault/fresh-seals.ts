// Keeps what was sealed for one vault out of another: a restored backup may take the vault's place while a record is being
// sealed, and a record under the old keys could never be opened beside the new ones.

import { AppError } from '../../shared/result.ts'
import type { Keeper } from '../ports/vault.ts'

/** The same keeper, whose sealed records are handed out only while the vault that they were sealed for is there. */
export function freshSeals(keeper: Keeper): Keeper {
  let adoptions = 0
  const fresh = async (sealed: Promise<Uint8Array>): Promise<Uint8Array> => {
    const before = adoptions
    const bytes = await sealed
    if (before === adoptions) return bytes
    throw new AppError('TRY_LATER', 'A backup was restored meanwhile. Nothing was kept; try again.')
  }
  return {
    ...keeper,
    seal: (context, credentials) => fresh(keeper.seal(context, credentials)),
    reseal: (record) => fresh(keeper.reseal(record)),
    adopt: (restored, present, passphrase, at, commit) =>
      keeper.adopt(restored, present, passphrase, at, (header) => {
        adoptions += 1
        return commit(header)
      }),
  }
}
