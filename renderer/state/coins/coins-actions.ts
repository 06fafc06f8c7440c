// Asks for coins and stores the trader's own part of them. The published part is never written to.

import type { CoinKind } from '../../../shared/assets.ts'
import type { AirdropProgress, Coin, CoinDetail, CoinTicker } from '../../../shared/coin.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
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

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Puts a coin on the watchlist or takes it off. */
export function setWatched(coinId: string, watched: boolean): Promise<boolean> {
  return attempt(async () => useCoins.getState().setCoin(await call('watchlist.set', { coinId, watched })))
}

/** Stores the trader's note. */
export function saveNote(coinId: string, note: string): Promise<boolean> {
  return attempt(async () => {
    useCoins.getState().setCoin(await call('notes.save', { coinId, text: note }))
  })
}

/** Stores the tags; what stands between commas, without doubles. */
export function saveTags(coinId: string, line: string): Promise<boolean> {
  const tags = line.split(',').map((tag) => tag.trim())
  const distinct = [...new Set(tags.filter((tag) => tag !== ''))]
  return attempt(async () => useCoins.getState().setCoin(await call('tags.set', { coinId, tags: distinct })))
}

/** Sets the early-stage flag, or gives it back to the evidence with null. */
export function setEarly(coinId: string, early: boolean | null): Promise<boolean> {
  return attempt(async () => useCoins.getState().setCoin(await call('coins.save', { coinId, early })))
}

/** Says whether a coin is a project, or leaves it to its name and ticker. */
export function setKind(coinId: string, kind: CoinKind | null): Promise<boolean> {
  return attempt(async () => useCoins.getState().setCoin(await call('coins.save', { coinId, kind })))
}

/** Says which further tickers are this coin, in the place of those said before; the coin with them, or `null` where it failed. */
export async function saveTickers({ id, name }: Coin, otherTickers: CoinTicker[]): Promise<Coin | null> {
  try {
    const coin = await call('coins.save', { coinId: id, otherTickers })
    useCoins.getState().setCoin(coin)
    reportDone(text.done.tickersSaved(name))
    return coin
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Stores how far the trader is with the airdrop. */
export function saveProgress(coinId: string, progress: AirdropProgress): Promise<boolean> {
  return attempt(async () => {
    await call('airdrops.save', { coinId, progress })
    await Promise.all([loadCoins(), reloadDetail()])
  })
}
