// English text of results: what was made, by which method, and what no number can count.

import type { BookingOutcome, CostMethod, IncomeBasis } from '../../../shared/ledger/ledger.ts'
import { count } from '../reasons/en-count.ts'

const METHODS: Record<CostMethod, string> = {
  average: 'Average cost',
  fifo: 'FIFO',
  lifo: 'LIFO',
  hifo: 'HIFO',
}

const METHOD_HELP: Record<CostMethod, string> = {
  average: 'Every unit of a coin costs the same, over all places.',
  fifo: 'First in, first out: the oldest units are sold first.',
  lifo: 'Last in, first out: the newest units are sold first.',
  hifo: 'Highest in, first out: the most expensive units are sold first.',
}

const BASES: Record<IncomeBasis, string> = { zero: 'Zero', receipt: 'Value when received' }

const OUTCOMES: Record<BookingOutcome, string> = {
  sold: 'Sold',
  spent: 'Spent on fees',
  left: 'Left',
  moved: 'Moved',
  income: 'Income',
}

export const results = {
  allYears: 'All years',
  basis: 'Cost of airdrops and rewards',
  bases: BASES,
  bookings: (name: string) => `What the numbers of ${name} are made of`,
  bookingsNone: 'Nothing sold, spent or received yet.',
  byCoin: 'By coin',
  byPlace: 'By place',
  byYear: 'By year (UTC)',
  column: {
    amount: 'Amount',
    averageCost: 'Average cost',
    coin: 'Coin',
    cost: 'Cost',
    fees: 'Fees',
    held: 'Held',
    heldCost: 'Cost of holding',
    income: 'Income',
    lots: 'From',
    net: 'Net',
    outcome: 'Outcome',
    place: 'Place',
    proceeds: 'Proceeds',
    realized: 'Realized',
    result: 'Result',
    time: 'Time',
    unrealized: 'Unrealized',
    value: 'Value now',
    year: 'Year',
  },
  currencyNote: 'All amounts in USDT.',
  disclaimer: 'Arithmetic, not tax advice.',
  dollars: (names: string) => `${names} count as 1 USDT each in what you paid and received.`,
  empty: 'No results yet',
  emptyHelp: 'Results follow from your movements: trade, import a CSV file or add movements by hand.',
  exportAll: 'Export CSV',
  exportYear: (year: number) => `Export ${year} as CSV`,
  exported: (movements: number, path: string) =>
    `${count(movements, { one: 'movement', other: 'movements' })} exported to ${path}`,
  fees: 'Fees outside trades',
  heldCost: 'Cost of holdings',
  income: 'Income',
  leftOut: 'Not in these totals',
  leftOutLine: {
    price: (name: string, amount: string) => `${amount} ${name}: no price`,
    cost: (name: string, amount: string) => `${amount} ${name}: cost unknown`,
  },
  loadMore: 'Load more',
  lot: (amount: string, date: string, cost: string) => `${amount} from ${date}, cost ${cost}`,
  lotAverage: (amount: string, cost: string) => `${amount} at average cost, ${cost}`,
  lotMissing: (amount: string) => `${amount} with no purchase in your ledger`,
  lotUnknown: 'unknown',
  lotsMore: (first: string, more: number) => `${first}, and ${more} more`,
  openBooking: (outcome: string, moment: string) => `${outcome}, ${moment}: show where it came from`,
  method: 'Method',
  methodHelp: METHOD_HELP,
  methods: METHODS,
  missing: (number: number) => `Missing purchases: ${number}`,
  missingHelp: 'Sold or moved without a known purchase. Add the missing movements or their prices; nothing is made up.',
  missingShown: (shown: number, all: number) => `Newest ${shown} of ${all} shown.`,
  missingTable: 'Missing purchases',
  net: 'Net result',
  open: (name: string) => `Show what ${name} is made of`,
  outcome: OUTCOMES,
  realized: 'Realized',
  unknown: {
    average: 'No known cost.',
    cost: 'Cost unknown.',
    price: 'No price.',
    proceeds: 'Proceeds unknown.',
    result: 'Result unknown.',
  },
  unknownPart: (amount: string) => `${amount} unknown`,
  unpriced: 'Coins without a price are left out of “Value now”.',
  unrealized: 'Unrealized',
  value: 'Value now',
  year: 'Year',
} as const
