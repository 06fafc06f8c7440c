// Asks for an account's markets; later prices arrive by event.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { type Requests, requests } from '../requests.ts'
import { useMarkets } from './markets-store.ts'

const byAccount = new Map<string, Requests>()

function requestsOf(accountId: string): Requests {
  const known = byAccount.get(accountId) ?? requests()
  byAccount.set(accountId, known)
  return known
}

/** Loads the markets of an account with their last known prices. */
export async function loadMarkets(accountId: string): Promise<void> {
  const { put } = useMarkets.getState()
  await load(
    requestsOf(accountId),
    (step) => put(accountId, step),
    () => call('markets.list', { accountId }),
  )
}
