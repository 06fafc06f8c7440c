// English text of the palette.

import type { HitKind } from '../../../shared/search/search.ts'

const KINDS: Record<HitKind | 'action' | 'setting', string> = {
  action: 'Action',
  coin: 'Coin',
  note: 'Note',
  order: 'Order',
  setting: 'Setting',
  task: 'Task',
}

export const palette = {
  actions: {
    addCoin: 'Add a coin',
    addMovement: 'Add a movement (buy, sell, transfer…)',
    addTask: 'Add an airdrop task',
    allocation: 'Show allocation',
    comfortable: 'Density: comfortable',
    compact: 'Density: compact',
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
  placeholder: 'Coins, notes, orders, tasks, settings, actions',
  settings: {
    autoLock: 'Auto-lock of the vault',
    backup: 'Backup and restore',
    farPrice: 'Far price warning',
    keychain: 'Keychain',
    look: 'Appearance: theme and density',
    preset: 'One-click order size',
    profile: 'Profile check',
    quiet: 'Quiet hours for notifications',
    sealing: 'Sealed orders: encryption',
    sending: 'Order timeout',
    sources: 'Price and research sources, practice prices',
  },
} as const
