// Has the list begin as it was left, and remembers how it is left.

import { AS_DEFINED, type ListColumns, type Views } from '../../../shared/list/views.ts'
import { call } from '../../api.ts'
import { reportFailure } from '../report.ts'
import { useViews } from './views-store.ts'

/** What the store holds of an answer. */
export const viewsOf = ({ last, saved }: Views) => ({ ...(last ?? AS_DEFINED), saved })

/** Asks for the views. */
export async function loadViews(): Promise<void> {
  try {
    useViews.setState(viewsOf(await call('views.list', {})))
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Sorts the list, or has its columns stand otherwise, at once; the next window begins with it. */
export async function changeColumns(change: Partial<ListColumns>): Promise<void> {
  useViews.setState(change)
  const { sorting, layout } = useViews.getState()
  try {
    await call('views.remember', { sorting, layout })
  } catch (thrown) {
    reportFailure(thrown)
  }
}
