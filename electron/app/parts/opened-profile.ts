// What the profile's operations answer while the profile is open.

import { resolve } from 'node:path'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { listKeptAside } from '../../adapters/kept-aside.ts'
import type { ProfileActions } from '../../ipc/handlers/app.ts'

/** There is nothing to repair, and an open profile is never put aside. */
export function openedProfile(dataDir: string): ProfileActions {
  const status: ProfileActions['status'] = () => ({
    state: 'open',
    reason: null,
    folder: resolve(dataDir),
    kept: listKeptAside(dataDir),
  })
  return {
    status,
    retry: async () => status(),
    startNew: async () => {
      throw new AppError('NOT_ALLOWED', reason('PROFILE_IN_ORDER'))
    },
  }
}
