// Asks for an account's markets; later prices arrive by event.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { useMarkets } from './markets-store.ts'

/** Loads the markets of an account with their last known prices. */
export async function loadMarkets(accountId: string): Promise<void> {
  const { put } = useMarkets.getState()
  await load(
    (step) => put(accountId, step),
    () => call('markets.list', { accountId }),
  )
}
