// Asks for coins, and puts them on the watchlist. What else is stored of one is in own-part-actions.ts.

import type { CoinDetail } from '../../../shared/coin.ts'
import { asAppError, call } from '../../api.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useCoins } from './coins-store.ts'

const listRequests = requests()
const detailRequests = requests()

/** Loads the list. */
export async function loadCoins(): Promise<void> {
  await load(listRequests, useCoins.getState().putCoins, () => call('coins.list', {}))
}

/**
 * Loads the list beside the question whether the profile `isOpen`, whose answer the rows do not wait for. A failure does:
 * where the profile is not open, the recovery screen says why, and the list adds no error of its own.
 */
export async function loadFirstCoins(isOpen: Promise<boolean>): Promise<void> {
  const { putCoins } = useCoins.getState()
  const isCurrent = listRequests.begin()
  putCoins({ loading: true })
  try {
    const value = await call('coins.list', {})
    if (isCurrent()) putCoins({ value, error: null, loading: false })
  } catch (thrown) {
    const error = (await isOpen) ? asAppError(thrown) : null
    if (isCurrent()) putCoins({ error, loading: false })
  }
}

/** Loads one coin whole. */
export async function loadDetail(coinId: string): Promise<void> {
  const { detail, putDetail } = useCoins.getState()
  if (detail.value?.id !== coinId) putDetail({ value: null, error: null })
  await load(detailRequests, putDetail, () => call('coins.get', { coinId }))
}

/** The open coin is gone: what is still being asked of it is shown no more. */
export function forgetDetail(): void {
  detailRequests.begin()
  useCoins.getState().putDetail({ value: null, error: null, loading: false })
}

/** Shows a newer state of the open coin; of another one nothing. */
export function putDetail(detail: CoinDetail): void {
  const { detail: open, putDetail: put } = useCoins.getState()
  if (open.value?.id === detail.id) put({ value: detail })
}

/** Loads the open coin again after a change. */
export async function reloadDetail(): Promise<void> {
  const open = useCoins.getState().detail.value
  if (open !== null) await loadDetail(open.id)
}

/** Puts a coin on the watchlist or takes it off. */
export async function setWatched(coinId: string, watched: boolean): Promise<boolean> {
  try {
    useCoins.getState().setCoin(await call('watchlist.set', { coinId, watched }))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}
