// Has the profile's file checked, when the trader asks for it.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { requests } from '../requests.ts'
import { useProfileCheck } from './profile-store.ts'

const checkRequests = requests()

/** Another profile took this one's place: what was found in it is no word about the next, nor is what is still being looked for. */
export function forgetProfileCheck(): void {
  checkRequests.begin()
  useProfileCheck.setState(useProfileCheck.getInitialState(), true)
}

/** One check. A second press while it goes on does nothing. */
export async function checkProfile(): Promise<void> {
  const { check, put } = useProfileCheck.getState()
  if (check.loading) return
  await load(checkRequests, put, () => call('app.checkProfile', {}))
}
