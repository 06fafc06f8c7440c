// The rows that the list shows now, in their order: what choosing rows, counting them and comparing them go by.

import { create } from 'zustand'
import type { Coin } from '../../../../shared/coin.ts'
import type { RowGroup } from '../../../ui/table/columns.ts'

interface ListedState {
  groups: readonly RowGroup<Coin>[]
}

export const useListed = create<ListedState>()(() => ({ groups: [] }))

/** All of them, one after the other. */
export const listedCoins = ({ groups }: ListedState): Coin[] => groups.flatMap(({ rows }) => rows)

/** How many they are. */
export const listedCount = ({ groups }: ListedState): number => groups.reduce((sum, { rows }) => sum + rows.length, 0)
