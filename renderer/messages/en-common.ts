// English text that every screen shares.

import type { AgeUnit } from '../format.ts'

const AGE_UNITS: Record<AgeUnit, string> = { second: 's', minute: 'min', hour: 'h', day: 'd' }

export const common = {
  age: (count: number, unit: AgeUnit) =>
    unit === 'second' && count === 0 ? 'just now' : `${count} ${AGE_UNITS[unit]} ago`,
  ageUnknown: 'age unknown',
  ageStale: (age: string) => `${age}, old`,
  close: 'Close',
  dated: (moment: string) => `${moment}, by the exchange’s own clock`,
  crashHelp: 'Your orders and notes are kept outside this window and are not affected. Draw the window again to go on.',
  crashTitle: 'This window ran into a fault',
  dismiss: 'Dismiss',
  invalid: {
    ambiguous: (typed: string, whole: string, fraction: string) =>
      `${typed} could be ${whole} or ${fraction}. Type the one that you mean.`,
    number: (whole: string, fraction: string) => `Give a number such as ${whole} or ${fraction}.`,
  },
  lastKnown: 'Showing what was last known.',
  loading: 'Loading',
  no: 'no',
  none: 'none',
  remove: 'Remove',
  received: (moment: string) => `Received ${moment}; the exchange does not date it`,
  reload: 'Draw the window again',
  save: 'Save',
  saveFailed: 'Not saved',
  saved: 'Saved',
  saving: 'Saving…',
  tryAgain: 'Try again',
  undo: 'Undo',
  unknown: 'Unknown',
  unsaved: 'Not saved yet',
  yes: 'yes',
} as const
