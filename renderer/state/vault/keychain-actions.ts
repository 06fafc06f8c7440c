// Looks at the keychain, only when the trader asks for it.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { requests } from '../requests.ts'
import { useKeychain } from './keychain-store.ts'

const checkRequests = requests()

/** One deliberate look. A second press while the first waits for the system does nothing. */
export async function checkKeychain(): Promise<void> {
  const { check, put } = useKeychain.getState()
  if (check.loading) return
  await load(checkRequests, put, () => call('app.checkKeychain', {}))
}
