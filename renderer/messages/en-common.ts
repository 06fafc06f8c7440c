// English text that every screen shares.

import type { AgeUnit } from '../format.ts'

const AGE_UNITS: Record<AgeUnit, string> = { second: 's', minute: 'min', hour: 'h', day: 'd' }

/** Said wherever a simulated price stands: whose it is depends on whether the practice account follows an exchange. */
export const SIMULATED_PRICES =
  'Simulated prices belong to the practice account: a live exchange’s while one is followed, otherwise generated here.'

export const common = {
  age: (count: number, unit: AgeUnit) =>
    unit === 'second' && count === 0 ? 'just now' : `${count} ${AGE_UNITS[unit]} ago`,
  ageUnknown: 'age unknown',
  duration: (count: number, unit: AgeUnit) => `${count} ${AGE_UNITS[unit]}`,
  until: (moment: string, time: string) => `${moment} (in ${time})`,
  ageStale: (age: string) => `${age} (stale)`,
  change: { up: 'up', down: 'down', same: 'unchanged' },
  close: 'Close',
  dated: (moment: string) => `${moment}, exchange time`,
  crashHelp: 'Your orders and notes are safe. Reload to continue.',
  crashTitle: 'Something went wrong in this window',
  partCrashed: 'This part couldn’t be shown.',
  partNotLoaded: 'This part couldn’t be loaded.',
  partCrashedHelp: 'Your data is safe, and the rest of Prelist keeps working.',
  differs: (source: string, price: string, by: string) => `${source}: ${price} (${by}).`,
  dismiss: 'Dismiss',
  edit: 'Edit',
  invalid: {
    ambiguous: (typed: string, whole: string, fraction: string) =>
      `${typed} could be ${whole} or ${fraction}. Enter the one you mean.`,
    number: (whole: string, fraction: string) => `Enter a number like ${whole} or ${fraction}.`,
  },
  lastKnown: 'Showing the last known data.',
  loading: 'Loading',
  no: 'no',
  noMatch: 'No match.',
  noDetails: (code: string) => `Can’t show the details (${code}).`,
  none: 'none',
  notReal: { practice: 'simulated', test: 'test price' },
  practiceVenue: 'Practice exchange',
  remove: 'Remove',
  received: (moment: string) => `Received ${moment}; the exchange gives no time`,
  receivedUndated: (moment: string) => `Received ${moment}; the source gives no time`,
  reload: 'Reload',
  save: 'Save',
  saveFailed: 'Not saved',
  saved: 'Saved',
  saving: 'Saving…',
  sourceDated: (moment: string) => `${moment}, by the source`,
  sourcesDiffer: 'Sources are more than 5% apart.',
  tryAgain: 'Try again',
  undo: 'Undo',
  unknown: 'Unknown',
  unknownError: (code: string) => ({
    title: `Couldn’t do that (${code})`,
    help: 'Restart Prelist and try again.',
  }),
  unsaved: 'Not saved yet',
  yes: 'yes',
} as const
