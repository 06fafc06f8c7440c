// English text of imports: a file, what becomes of it, and what was imported before.

import type { ImportPreview, MappedField, SkipReason } from '../../../shared/ledger/imports.ts'
import { count } from '../reasons/en-count.ts'

const SKIPPED: Record<SkipReason, string> = {
  inside: 'Moved within the exchange',
  'not-completed': 'Not completed',
  twin: 'Pending copy of another row',
  nothing: 'Changes nothing',
  'other-file': 'Covered by another export of this exchange',
}

const ZONE_FROM: Record<ImportPreview['zoneFrom'], string> = {
  asked: 'Chosen by you.',
  file: 'The file says so.',
  form: 'This exchange always exports it this way.',
  assumed: 'The file doesn’t say. Choose the time zone your exchange showed when you exported it.',
}

const FIELDS: Record<MappedField, string> = {
  time: 'Time',
  kind: 'Type',
  asset: 'Coin',
  amount: 'Amount',
  price: 'Price',
  total: 'Total',
  currency: 'Price currency',
  fee: 'Fee',
  feeAsset: 'Fee coin',
  toAsset: 'Coin received',
  toAmount: 'Amount received',
  toAccount: 'To place',
  note: 'Note',
}

/** Names of the forms by their ids; the exchange’s own words for what it exports. */
const FORMATS: Readonly<Record<string, string>> = {
  'binance-statement': 'Binance: transaction history',
  'binance-trades': 'Binance: spot trades',
  'binance-trades-old': 'Binance: spot trades (older form)',
  'binance-convert': 'Binance: convert history',
  'binance-withdrawals': 'Binance: withdrawals',
  'binance-deposits': 'Binance: deposits',
  'binance-money': 'Binance: fiat deposits',
  'binance-earn': 'Binance: Earn history',
  'bybit-unified': 'Bybit: unified account',
  'bybit-funding': 'Bybit: funding account',
  'coinbase-transactions': 'Coinbase: transactions',
  'coinbase-pro-fills': 'Coinbase Pro: fills',
  'kraken-ledgers': 'Kraken: ledgers',
  'kraken-trades': 'Kraken: trades',
  'kucoin-spot': 'KuCoin: spot orders',
  'kucoin-spot-old': 'KuCoin: spot orders (older form)',
  'kucoin-account': 'KuCoin: account history',
  'kucoin-deposits': 'KuCoin: deposits',
  'kucoin-withdrawals': 'KuCoin: withdrawals',
  'okx-trading': 'OKX: trading history',
  'okx-funding': 'OKX: funding history',
  'okx-deposits': 'OKX: deposits',
  cointracking: 'CoinTracking: trades',
  generic: 'Prelist columns',
}

/** Zones are hours apart, most of them. */
const durationOf = (minutes: number) =>
  minutes % 60 === 0
    ? count(minutes / 60, { one: 'hour', other: 'hours' })
    : count(minutes, { one: 'minute', other: 'minutes' })

const movements = (number: number) => count(number, { one: 'movement', other: 'movements' })
const rows = (number: number) => count(number, { one: 'row', other: 'rows' })

export const imports = {
  add: (number: number) => `Import ${movements(number)}`,
  adds: 'New movements',
  allRowsAre: 'Every row is a',
  badRow: (line: number, why: string) => `Row ${line}: ${why}`,
  badRows: (number: number) => `${rows(number)} can’t be read`,
  badHelp: 'Fix the file, or import without them. Until then nothing is imported.',
  before: 'Past imports',
  beforeNone: 'Nothing imported yet.',
  cancel: 'Cancel',
  choose: 'Choose CSV file',
  columnMissing: 'Choose a column.',
  column: { imported: 'Imported', lines: 'Rows', movements: 'Movements', state: 'State', undo: 'Undo' },
  done: (added: number) => (added === 0 ? 'Nothing new in this file.' : `${movements(added)} imported.`),
  fields: FIELDS,
  format: 'File type',
  formatAuto: 'Recognized automatically',
  formats: FORMATS,
  help: 'From Binance, Kraken, Coinbase, Bybit, OKX, KuCoin, CoinTracking, or with Prelist’s own columns. You’ll see what each row becomes first.',
  mapping: 'Which column is what?',
  mappingHelp: 'Prelist doesn’t know this file. Match its columns, then check the preview.',
  moreColumns: 'More columns',
  noColumn: '(none)',
  progress: (done: number, total: number) => `${done} of ${total}`,
  readColumns: 'Read with these columns',
  sample: 'First rows of the file',
  wordMeans: (word: string) => `“${word}” means`,
  importing: 'Importing…',
  known: 'Already in your ledger',
  knownRow: 'already there',
  newRow: 'new',
  leaveOut: (number: number) => `Import without ${number === 1 ? 'this row' : 'these rows'}`,
  linesMore: (lines: string, more: number) => `Rows ${lines} and ${more} more`,
  lines: (lines: string) => `Rows ${lines}`,
  nothingNew: 'Nothing new: every row is already in your ledger.',
  nothingFound: 'No row of this file becomes a movement.',
  offBy: (minutes: number) =>
    `Times are ${durationOf(Math.abs(minutes))} ${minutes > 0 ? 'later' : 'earlier'} than the same fills of your orders. Check the time zone.`,
  onTime: 'Times match the fills of your orders.',
  paste: 'Paste text',
  pasteLabel: 'CSV text, with its header line',
  pasted: 'Pasted text',
  pasteRead: 'Read text',
  pasteMissing: 'Paste the rows with their header line.',
  pasteTooLong: 'That’s too long to paste. Choose the file instead.',
  period: 'Period',
  periodOf: (from: string, until: string) => `${from} to ${until}`,
  place: 'Account or place',
  placeAuto: (name: string) => `Automatic: ${name}`,
  placeHelp: 'Importing the same file under another place counts it twice.',
  placeOfExchange: 'No account of this exchange is chosen. These movements count in results, and not in holdings.',
  preview: 'Preview',
  previewTable: 'What each row becomes',
  previewFirst: (shown: number, all: number) => `First ${shown} of ${all} shown.`,
  rows: 'Rows in the file',
  skipped: (number: number) => `${rows(number)} left out`,
  skippedWhy: SKIPPED,
  title: 'Import a CSV file',
  undo: 'Undo import',
  undoHelp: (number: number) =>
    `This removes ${movements(number)} from your ledger. Import the file again to bring them back.`,
  undoOf: (moment: string) => `Undo import of ${moment}`,
  undone: (removed: number) => `Import undone: ${movements(removed)} removed.`,
  zone: 'Time zone of the file',
  zoneAuto: 'As the file says',
  zoneFrom: ZONE_FROM,
  zoneMissing: 'Choose the time zone first.',
  zoneNone: 'Not chosen',
} as const
