// Stores the trader's own part of a coin. The published part is never written to.

import type { CoinKind } from '../../../shared/assets.ts'
import type { AirdropProgress, Coin, CoinTicker } from '../../../shared/coin.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { reportDone, reportFailure } from '../report.ts'
import { loadCoins, reloadDetail } from './coins-actions.ts'
import { useCoins } from './coins-store.ts'

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
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
