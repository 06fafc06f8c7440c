// Reads the text of a CSV file by RFC 4180: quoted cells, doubled quotes, line breaks inside quotes. Strict: a quote that never
// ends, or text behind one, is an error of its line. Spreadsheets and exchanges put byte order marks where they like.

import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'

export interface CsvLine {
  /** Of its first character, beginning with 1. */
  line: number
  cells: string[]
}

const SEPARATORS = [',', ';', '\t'] as const
type Separator = (typeof SEPARATORS)[number]

/** Every line that is not empty. @throws AppError `BAD_INPUT` for quotes that do not fit */
export function readCsv(text: string): CsvLine[] {
  return [...csvLines(text)]
}

/**
 * The same, line by line. `exact`: what stands in quotes is kept as it is, blanks and all, as in a file of our own making.
 * @throws AppError `BAD_INPUT` for quotes that do not fit, at the line where they are met
 */
export function* csvLines(text: string, exact = false): Generator<CsvLine> {
  const separator = separatorOf(text)
  let cells: string[] = []
  let cell = ''
  let line = 1
  let begun = 1
  let state = 'plain' as 'plain' | 'quoted' | 'closed'
  const wrong = () => new AppError('BAD_INPUT', reason('IMPORT_QUOTES', { line: begun }))
  const endCell = () => {
    cells.push(exact && state === 'closed' ? cell : clean(cell))
    cell = ''
    state = 'plain'
  }
  const endLine = (): CsvLine | null => {
    endCell()
    const ended = cells.some((each) => each !== '') ? { line: begun, cells } : null
    cells = []
    begun = line
    return ended
  }
  /** A character inside quotes; `true` where the next one belongs to it. */
  const inQuotes = (char: string, next: string | undefined): boolean => {
    if (char === '"' && next !== '"') state = 'closed'
    else cell += char
    return char === '"' && next === '"'
  }
  const outside = (char: string) => {
    if (char === separator) endCell()
    else if (char === '"' && state === 'plain' && clean(cell) === '') {
      cell = ''
      state = 'quoted'
    } else if (state === 'plain') cell += char
    else if (char.trim() !== '') throw wrong()
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string
    if (char === '\n') line += 1
    if (state === 'quoted') {
      if (inQuotes(char, text[at + 1])) at += 1
    } else if (char === '\n') {
      const ended = endLine()
      if (ended !== null) yield ended
    } else outside(char)
  }
  if (state === 'quoted') throw wrong()
  if (cell === '' && cells.length === 0) return
  const ended = endLine()
  if (ended !== null) yield ended
}

const clean = (cell: string): string => cell.replaceAll('\uFEFF', '').trim()

/** The one that most of the first lines have, outside of quotes. */
export function separatorOf(text: string): Separator {
  const head = text.slice(0, 4_000).replaceAll(/"[^"]*"/g, '')
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator
}
