// What is done with the chosen rows.

import { MOST_AT_ONCE } from '../../../../shared/list/views.ts'
import { call } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { loadCoins } from '../../../state/coins/coins-actions.ts'
import { reportDone, reportFailure } from '../../../state/report.ts'
import { useStatus } from '../../../state/status-store.ts'
import { useWatchlist } from '../watchlist-store.ts'

const words = text.list.choosing

interface Marks {
  watched?: boolean
  addTags?: string[]
  removeTags?: string[]
}

/** The chosen ids in parts that fit into a message. */
function parts(): string[][] {
  const ids = [...(useWatchlist.getState().chosen ?? [])]
  return Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, at) =>
    ids.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE),
  )
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    reportFailure(thrown)
  }
  await loadCoins()
}

/** Marks the chosen ones. */
export function markChosen(marks: Marks): Promise<void> {
  return attempt(async () => {
    let count = 0
    for (const coinIds of parts()) count += (await call('coins.markMany', { coinIds, ...marks })).length
    reportDone(words.changed(count))
  })
}

/** Removes those of the chosen ones that can be removed. */
export function removeChosen(): Promise<void> {
  return attempt(async () => {
    const [removed, kept]: [string[], string[]] = [[], []]
    for (const coinIds of parts()) {
      const answer = await call('coins.removeMany', { coinIds })
      removed.push(...answer.removed)
      kept.push(...answer.kept)
    }
    useWatchlist.getState().set({ chosen: new Set(kept) })
    const title = words.removed(removed.length)
    useStatus.getState().say({
      tone: kept.length === 0 ? 'good' : 'warn',
      title,
      detail: kept.length === 0 ? null : words.kept(kept.length),
    })
  })
}
