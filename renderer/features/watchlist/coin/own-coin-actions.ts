// Adds, changes and removes the trader's own coins, and leaves the focus where the work goes on.

import type { Coin } from '../../../../shared/coin.ts'
import type { Input } from '../../../../shared/contract/contract.ts'
import type { CoinFactValue } from '../../../../shared/research/coin-facts.ts'
import type { AppError } from '../../../../shared/result.ts'
import { asAppError, call } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { forgetDetail, loadCoins } from '../../../state/coins/coins-actions.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { reportDone, reportFailure } from '../../../state/report.ts'
import { closeCoin, goTo, openCoin } from '../../../state/route-actions.ts'
import { arrangeRows } from '../../../ui/table/arrange-rows.ts'
import { listColumns } from '../list-tools.ts'
import { NO_FILTER, NO_NEWS, wantedOf } from '../watchlist-rows.ts'
import { useWatchlist } from '../watchlist-store.ts'
import { ADD_COIN_ID } from './start-adding.ts'

type Fields = Omit<Input<'coins.save'>, 'coinId'>

/** The page draws what changed first; its elements exist from the next frame on. */
function whenDrawn(work: () => void): void {
  requestAnimationFrame(work)
}

/** Stores a new coin with what was found out about it, and opens it, with its row in sight. */
export async function addCoin(fields: Fields, facts: readonly CoinFactValue[] = []): Promise<boolean> {
  try {
    const coin = await call('coins.save', fields)
    for (const value of facts) await call('coinFacts.save', { coinId: coin.id, value })
    await loadCoins()
    const { filter, setFilter } = useWatchlist.getState()
    // A new coin behind a filter would look as if it had not been stored.
    const terms = { sorting: [], wanted: wantedOf(filter, Date.now()) }
    const hides = arrangeRows(listColumns(), [coin], NO_NEWS, terms).length === 0
    if (hides) setFilter({ ...NO_FILTER, minScore: filter.minScore })
    reportDone(text.ownCoins.added(coin.name))
    openCoin(coin.id)
    whenDrawn(() => document.querySelector(`[data-row="${coin.id}"]`)?.scrollIntoView({ block: 'nearest' }))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Stores a changed coin. */
export async function editCoin(coinId: string, fields: Fields): Promise<boolean> {
  try {
    const coin = await call('coins.save', { coinId, ...fields })
    useCoins.getState().setCoin(coin)
    reportDone(text.ownCoins.saved(coin.name))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Removes a coin and closes it; answers why it could not be done, or null. */
export async function removeCoin({ id, name }: Pick<Coin, 'id' | 'name'>): Promise<AppError | null> {
  try {
    await call('coins.remove', { coinId: id })
  } catch (thrown) {
    return asAppError(thrown)
  }
  closeCoin()
  forgetDetail()
  await loadCoins()
  reportDone(text.ownCoins.removed(name))
  // The row that the coin was opened from is gone.
  whenDrawn(() => document.getElementById(ADD_COIN_ID)?.focus())
  return null
}

/** Goes to where a holding can be taken back. */
export function goToPortfolio(): void {
  goTo({ screen: 'portfolio', coinId: null })
  whenDrawn(() => document.querySelector('main')?.focus())
}
