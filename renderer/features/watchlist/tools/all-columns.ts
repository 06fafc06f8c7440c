// Every column of the list, in the order in which they are defined.

import { COIN_COLUMNS } from '../coin-columns.tsx'
import { WORK_COLUMNS } from './work-columns.tsx'

/** The last one holds the buttons of orders, and stays the last. */
export const ALL_COLUMNS = COIN_COLUMNS.toSpliced(-1, 0, ...WORK_COLUMNS)
