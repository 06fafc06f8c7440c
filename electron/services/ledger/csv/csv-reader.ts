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

/** Every line that is not empty. @throws AppError `BAD_INPUT` for quotes that do not fit */
export function readCsv(text: string): CsvLine[] {
  const separator = separatorOf(text)
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let begun = 1
  let state = 'plain' as 'plain' | 'quoted' | 'closed'
  const wrong = () => new AppError('BAD_INPUT', reason('IMPORT_QUOTES', { line: begun }))
  const endCell = () => {
    cells.push(clean(cell))
    cell = ''
    state = 'plain'
  }
  const endLine = () => {
    endCell()
    if (cells.some((each) => each !== '')) lines.push({ line: begun, cells })
    cells = []
  }
  /** A character inside quotes; `true` where the next one belongs to it. */
  const inQuotes = (char: string, next: string | undefined): boolean => {
    if (char === '"' && next !== '"') state = 'closed'
    else cell += char
    return char === '"' && next === '"'
  }
  const outside = (char: string) => {
    if (char === separator) endCell()
    else if (char === '\n') {
      endLine()
      begun = line
    } else if (char === '"' && state === 'plain' && clean(cell) === '') {
      cell = ''
      state = 'quoted'
    } else if (state === 'plain') cell += char
    else if (char.trim() !== '') throw wrong()
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string
    if (char === '\n') line += 1
    if (state !== 'quoted') outside(char)
    else if (inQuotes(char, text[at + 1])) at += 1
  }
  if (state === 'quoted') throw wrong()
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}

const clean = (cell: string): string => cell.replaceAll('\uFEFF', '').trim()

/** The one that most of the first lines have, outside of quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000).replaceAll(/"[^"]*"/g, '')
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator
}
