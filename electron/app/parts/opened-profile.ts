// What the profile's operations answer while the profile is open.

import { resolve } from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { listKeptAside } from '../../adapters/kept-aside.ts'
import type { ProfileActions } from '../../ipc/handlers/app.ts'

/** There is nothing to repair, and an open profile is never put aside. */
export function openedProfile(dataDir: string): ProfileActions {
  const status: ProfileActions['status'] = () => ({
    state: 'open',
    message: '',
    folder: resolve(dataDir),
    kept: listKeptAside(dataDir),
  })
  return {
    status,
    retry: async () => status(),
    startNew: async () => {
      throw new AppError('NOT_ALLOWED', 'The profile is open and in order. It is not put aside.')
    },
  }
}
