// English text of the palette.

import type { HitKind } from '../../../shared/search/search.ts'

const KINDS: Record<HitKind | 'action', string> = {
  action: 'Action',
  coin: 'Coin',
  note: 'Note',
  order: 'Order',
  task: 'Task',
}

export const palette = {
  actions: {
    addCoin: 'Add a coin',
    addMovement: 'Add a movement (buy, sell, transfer…)',
    addTask: 'Add an airdrop task',
    allocation: 'Show allocation',
    calendar: 'Export airdrop deadlines (.ics)',
    dark: 'Theme: dark',
    importFile: 'Import a CSV file',
    light: 'Theme: light',
    lock: 'Lock the vault',
    movements: 'Show all movements',
    results: 'Show results (profit and loss)',
    shortcuts: 'Keyboard shortcuts',
    system: 'Theme: system',
  },
  empty: 'Nothing found.',
  goTo: (screen: string) => `Go to ${screen}`,
  kinds: KINDS,
  label: 'Search everything',
  list: 'Results',
  placeholder: 'Coins, notes, orders, tasks, actions',
} as const
