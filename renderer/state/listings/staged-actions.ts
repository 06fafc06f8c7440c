// Loads, saves and cancels staged orders, and opens the ticket of one that is ready.

import type { Staged, StagedInput } from '../../../shared/markets/staged.ts'
import { call, listen } from '../../api.ts'
import { writeNumber } from '../../typed-number.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { openTicket } from '../ticket/ticket-actions.ts'
import { useTicket } from '../ticket/ticket-store.ts'
import { useStaged } from './staged-store.ts'

const listRequests = requests()

/** Loads all of them. */
export async function loadStaged(): Promise<void> {
  await load(listRequests, useStaged.getState().put, () => call('staged.list', {}))
}

/** Shows each change as long as a view of them stands; answers with what ends that. */
export function watchStaged(): () => void {
  void loadStaged()
  return listen('staged.changed', (staged) => useStaged.getState().note(staged))
}

/** Keeps one. Answers whether that was stored. */
export async function saveStaged(input: StagedInput): Promise<boolean> {
  try {
    useStaged.getState().note(await call('staged.save', input))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Cancels one. Answers whether nothing of it can be sent any more. */
export async function cancelStaged(stagedId: string): Promise<boolean> {
  try {
    const staged = await call('staged.cancel', { stagedId })
    useStaged.getState().note(staged)
    return staged.state === 'canceled'
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Opens the ticket that was prepared, with its terms; its key comes with the draft. */
export async function openStagedTicket({ coinId, side, market, accountId, size, maxPrice }: Staged): Promise<void> {
  await openTicket(coinId, side, market, accountId)
  const price = maxPrice === null ? {} : ({ type: 'limit', price: writeNumber(maxPrice) } as const)
  useTicket.getState().change({ ...price, unit: size.unit, size: writeNumber(size.value) })
}
