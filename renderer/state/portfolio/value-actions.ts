// Asks what the portfolio of the window's mode was worth.

import type { ValueRange } from '../../../shared/ledger/value-history.ts'
import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { requests } from '../requests.ts'
import { environmentOf, useSession } from '../session/session-store.ts'
import { useValue } from './value-store.ts'

const environmentNow = () => environmentOf(useSession.getState())
/** Of another mode or range an answer comes too late. */
const valueRequests = requests(() => `${environmentNow()} ${useValue.getState().range}`)

/** Loads the range that is shown. */
export async function loadValue(): Promise<void> {
  const { range, put } = useValue.getState()
  await load(valueRequests, put, () => call('portfolio.history', { environment: environmentNow(), range }))
}

/** Shows another range. */
export async function showValueRange(range: ValueRange): Promise<void> {
  useValue.getState().choose(range)
  await loadValue()
}
