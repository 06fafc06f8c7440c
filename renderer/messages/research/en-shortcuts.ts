// English text of the sheet of shortcuts: what each key does.

const DOES = {
  palette: 'Search everything',
  undo: 'Undo the last change',
  screen: 'Go to a screen',
  filter: 'Filter the watchlist',
  rows: 'Move between rows',
  openRow: 'Open the row',
  chooseRow: 'Select the row',
  chooseMore: 'Extend the selection',
  chooseAll: 'Select all rows',
  moveColumn: 'Move the column',
  sizeColumn: 'Resize the column',
  close: 'Close the panel',
  lock: 'Lock the vault',
  help: 'Show this list',
} as const

export const shortcuts = { does: DOES, title: 'Keyboard' } as const
