// Asks for overrides, sets a limit aside for a time, and ends one before it is over.

import type { Input } from '../../../shared/contract/contract.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useOverrides } from './overrides-store.ts'

const overrideRequests = requests()

/** Loads the newest ones. */
export async function loadOverrides(): Promise<void> {
  await load(overrideRequests, useOverrides.getState().put, () => call('rules.overrides', {}))
}

/** Loads older ones behind those that are there. */
export async function loadOlderOverrides(): Promise<void> {
  const before = useOverrides.getState().page.value
  if (before === null || before.next === null) return
  const from = before.next
  await load(overrideRequests, useOverrides.getState().put, async () => {
    const { items, next } = await call('rules.overrides', { before: from })
    return { items: [...before.items, ...items], next }
  })
}

async function change(work: () => Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work()
    reportDone(done)
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  await loadOverrides()
  return true
}

/** Sets a limit aside; false where that was refused. */
export const overrideFor = (input: Input<'rules.overrideFor'>): Promise<boolean> =>
  change(() => call('rules.overrideFor', input), text.limits.saved)

/** Ends one now. */
export const endOverride = (overrideId: string): Promise<boolean> =>
  change(() => call('rules.endOverride', { overrideId }), text.limits.ended)
