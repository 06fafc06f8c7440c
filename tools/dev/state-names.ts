// The states in which the page can be looked at on the fake backend; `page/states.ts` makes them.

export const STATE_NAMES = [
  'coins',
  'first-start',
  'markets',
  'empty',
  'filled',
  'ledger',
  'locked',
  'live',
  'errors',
  'loading',
  'faulty',
  'damaged',
] as const

export type StateName = (typeof STATE_NAMES)[number]
