// Has the profile's file checked, when the trader asks for it.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { useProfileCheck } from './profile-store.ts'

/** One check. A second press while it goes on does nothing. */
export async function checkProfile(): Promise<void> {
  const { check, put } = useProfileCheck.getState()
  if (check.loading) return
  await load(put, () => call('app.checkProfile', {}))
}
