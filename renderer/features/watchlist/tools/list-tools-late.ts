// What the list has of tools once they are loaded.

import { useClock } from '../../../state/clock-store.ts'
import type { ListTools } from '../list-tools-type.ts'
import { ALL_COLUMNS } from './all-columns.ts'
import { useListed } from './listed-store.ts'
import { nextDeadlines, sharesOf } from './own-work.ts'

export const LIST_TOOLS_LATE: ListTools = {
  columns: ALL_COLUMNS,
  workOf: ({ portfolio, airdrops, tasks }) => ({
    share: sharesOf(portfolio),
    deadline: nextDeadlines({ airdrops, tasks }, useClock.getState().now),
  }),
  noteListed: (groups) => useListed.setState({ groups }),
}
