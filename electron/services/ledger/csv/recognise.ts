// Which form a file is in, by the names of its columns, wherever the line with them stands; and the zone that it names.

import {
  type ColumnMapping,
  type FileColumns,
  MAPPED_FIELDS,
  type MappedField,
} from '../../../../shared/ledger/imports.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { type CsvLine, readCsv } from '../../common/csv/csv-reader.ts'
import { zoneIn } from './cells.ts'
import type { CsvFormat, CsvRow } from './csv-format.ts'
import { BINANCE } from './formats/binance.ts'
import { BYBIT } from './formats/bybit.ts'
import { COINBASE } from './formats/coinbase.ts'
import { KRAKEN } from './formats/kraken.ts'
import { KUCOIN } from './formats/kucoin.ts'
import { OKX } from './formats/okx.ts'
import { OTHERS } from './formats/other.ts'

/** Of two forms that fit, the one that names more columns. */
const FORMATS: readonly CsvFormat[] = [...BINANCE, ...KRAKEN, ...COINBASE, ...BYBIT, ...OKX, ...KUCOIN, ...OTHERS]

/** Lines of text that an exchange puts above the header, at most. */
const PREAMBLE = 12

export interface CsvFile {
  format: CsvFormat
  rows: CsvRow[]
  /** Lines with too few or too many cells. */
  broken: number[]
  /** What the file says of its zone. */
  zone: string | null
}

/**
 * Reads and recognises it; `wanted` takes one form out of all.
 * @throws AppError `BAD_INPUT` for a file in no form that is known
 */
export function recognise(text: string, wanted?: string): CsvFile {
  const lines = readCsv(text)
  const candidates = FORMATS.filter(({ id }) => wanted === undefined || id === wanted)
  for (const [at, { cells }] of lines.slice(0, PREAMBLE).entries()) {
    const names = namesOf(cells)
    const fitting = candidates
      .map((format) => ({ format, columns: format.columns.filter((set) => set.every((name) => names.has(name))) }))
      .filter(({ columns }) => columns.length > 0)
      .toSorted((a, b) => widest(b.columns) - widest(a.columns))
    const format = fitting[0]?.format
    if (format === undefined) continue
    return { format, ...rowsOf(lines.slice(at + 1), cells.length, names), zone: zoneOf(lines.slice(0, at + 1)) }
  }
  throw new AppError('BAD_INPUT', reason('IMPORT_FORM_UNKNOWN'))
}

/**
 * Reads a file by the columns that the trader names, as one in the generic form.
 * @throws AppError `BAD_INPUT` for columns that are not there, and where one that is needed is not named
 */
export function byMapping(text: string, { columns, kinds = [], kind }: ColumnMapping): CsvFile {
  const format = OTHERS.find(({ id }) => id === 'generic')
  const lines = readCsv(text)
  const wanted = MAPPED_FIELDS.flatMap((field) => {
    const name = columns[field]?.trim().toLowerCase()
    return name === undefined || name === '' ? [] : [{ field, name }]
  })
  const isTold = (field: MappedField) => wanted.some((each) => each.field === field)
  const isWhole = isTold('time') && isTold('asset') && isTold('amount') && (isTold('kind') || kind !== undefined)
  const at = lines.slice(0, PREAMBLE).findIndex(({ cells }) => wanted.every(({ name }) => namesOf(cells).has(name)))
  const head = lines[at]
  if (format === undefined || !isWhole || head === undefined) throw new AppError('BAD_INPUT', reason('IMPORT_MAPPING'))
  const names = namesOf(head.cells)
  // `feeAsset` is `fee asset` among the names of the generic form.
  const own = (field: MappedField) => field.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)
  const places = new Map(wanted.map(({ field, name }) => [own(field), names.get(name) ?? -1]))
  const { rows, broken } = rowsOf(lines.slice(at + 1), head.cells.length, places)
  const words = new Map(kinds.map((each) => [each.word.trim().toLowerCase(), each.kind]))
  const kindOf = (row: CsvRow) => {
    const word = row.get('kind')
    return words.get(word.toLowerCase()) ?? (word === '' ? (kind ?? '') : word)
  }
  const mapped = rows.map(
    (row): CsvRow => ({
      ...row,
      get: (column) => (column === 'kind' ? kindOf(row) : row.get(column)),
    }),
  )
  return { format, rows: mapped, broken, zone: zoneOf(lines.slice(0, at + 1)) }
}

/** Rows that are shown of a file whose columns are to be named. */
const SHOWN_ROWS = 5

/** The line that most others are as wide as is the head. @throws AppError `BAD_INPUT` for a file without one */
export function columnsOf(text: string): FileColumns {
  const lines = readCsv(text)
  const counted = new Map<number, number>()
  for (const { cells } of lines) if (cells.length > 1) counted.set(cells.length, (counted.get(cells.length) ?? 0) + 1)
  const [width] = [...counted].toSorted(([, a], [, b]) => b - a)[0] ?? []
  const at = lines.slice(0, PREAMBLE).findIndex(({ cells }) => cells.length === width)
  const head = lines[at]
  if (head === undefined) throw new AppError('BAD_INPUT', reason('IMPORT_FORM_UNKNOWN'))
  return { columns: head.cells, rows: lines.slice(at + 1, at + 1 + SHOWN_ROWS).map(({ cells }) => cells) }
}

const widest = (sets: readonly (readonly string[])[]) => Math.max(...sets.map((set) => set.length))

/** In small letters; each also without the zone or the explanation in brackets behind it. A name that stands twice is counted. */
function namesOf(cells: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const [at, cell] of cells.entries()) {
    const name = cell.toLowerCase()
    let count = 1
    while (names.has(count === 1 ? name : `${name}#${count}`)) count += 1
    names.set(count === 1 ? name : `${name}#${count}`, at)
  }
  for (const [name, at] of [...names]) {
    const short = name.replace(/\s*\([^)]*\)$/, '')
    if (!names.has(short)) names.set(short, at)
  }
  return names
}

function rowsOf(
  lines: readonly CsvLine[],
  width: number,
  places: ReadonlyMap<string, number>,
): Pick<CsvFile, 'rows' | 'broken'> {
  const rows: CsvRow[] = []
  const broken: number[] = []
  for (const { line, cells } of lines) {
    // A comma at the end of each line makes an empty cell more, an empty last column one less.
    const extra = cells.slice(width).some((cell) => cell !== '')
    if (extra || cells.length < width - 1 || cells.length === 1) broken.push(line)
    else {
      const get = (column: string) => cells[places.get(column) ?? -1] ?? ''
      rows.push({ line, cells, get, has: (column) => places.has(column) })
    }
  }
  return { rows, broken }
}

/** In the header or a line above it. */
function zoneOf(lines: readonly CsvLine[]): string | null {
  return (
    lines
      .flatMap(({ cells }) => cells)
      .map(zoneIn)
      .find((zone) => zone !== null) ?? null
  )
}
