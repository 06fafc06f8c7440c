// The list as a file, and a file as the list: what it would change is shown first, then all of it is written or nothing.

import { CATALOG } from '../../../shared/catalog/catalog.ts'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { ListField, ListPreview, ListProgress, ListReport, ListRow } from '../../../shared/list/list-file.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { ListFileStore } from '../../ports/list.ts'
import type { TraderStore } from '../../ports/stores.ts'
import { csvLine, guardedCell, unguarded } from '../common/csv/csv-cells.ts'
import { type CsvLine, csvLines, separatorOf } from '../common/csv/csv-reader.ts'
import { cellsOf, fieldOf, LIST_CELLS, LIST_FIELDS, saidIn } from './list-rows.ts'
import { fieldsOf as publishedFields } from './published-fields.ts'

export interface ListFiles {
  /** The file in parts. */
  exported(counted: (coins: number) => void): AsyncIterable<Uint8Array>
  /** @throws AppError `BAD_INPUT` for a text that is no list, `TOO_LARGE`, `FILE_NOT_USABLE`, `CLOSED` where it was stopped */
  preview(input: Input<'listFile.preview'>): Promise<ListPreview>
  /** @throws AppError `NOT_FOUND` for a preview that is gone, `NOT_ALLOWED` while bad rows are not left out on purpose */
  commit(input: Input<'listFile.commit'>): Promise<ListReport>
  cancel(): Output<'listFile.cancel'>
}

interface Change {
  line: number
  act: 'add' | 'change'
  row: ListRow
  fields: ListField[]
}

interface Read {
  previewId: string
  changes: Change[]
  badCount: number
  /** What the profile was when it was read; a later change of it wants another look. */
  at: number
}

export interface ListFileParts {
  trader: Pick<TraderStore, 'ownCoins' | 'marks' | 'airdropWork' | 'coinsChanged'>
  store: ListFileStore
  read: (path: string) => Promise<{ text: string; encoding: string }>
  /** The field that holds what no operation would take; null where all can be kept. */
  unfit: (row: ListRow) => ListField | null
  newId: () => string
  now: () => string
  /** Lets others work. */
  pause: () => Promise<void>
  progress: (progress: ListProgress) => void
  /** Told after something was written. */
  written: () => void
}

/** Rows between two pauses: some milliseconds of work. */
const SLICE = 500
const SHOWN = 200

/** Builds it. */
export function createListFiles(parts: ListFileParts): ListFiles {
  const { trader, store, pause } = parts
  let kept: Read | null = null
  let running: { stopped: boolean } | null = null

  const preview = async (input: Input<'listFile.preview'>): Promise<ListPreview> => {
    const mine = { stopped: false }
    if (running !== null) running.stopped = true
    running = mine
    try {
      return await look(input, mine)
    } finally {
      if (running === mine) running = null
    }
  }

  const look = async (input: Input<'listFile.preview'>, mine: { stopped: boolean }): Promise<ListPreview> => {
    const { text, encoding } =
      input.path === undefined ? { text: input.text ?? '', encoding: 'utf-8' } : await parts.read(input.path)
    const at = trader.coinsChanged()
    const lines = csvLines(text.replace(/^\uFEFF/, ''), true)
    const { fields, heads } = columnsIn(lines)
    const terms: Terms = {
      ...{ fields, width: heads.length, known: knownRows(trader), seen: new Set<string>() },
      parts: { ...parts, today: () => parts.now().slice(0, 10) },
    }
    const tally: Tally = { changes: [], bad: [], badCount: 0, same: 0 }
    let [count, offset] = [0, 0]
    for (const line of lines) {
      note(tally, changeIn(line, terms))
      count += 1
      offset += line.cells.reduce((sum, cell) => sum + cell.length + 1, 0)
      if (count % SLICE !== 0) continue
      parts.progress({ phase: 'read', done: Math.min(offset, text.length), total: text.length })
      await pause()
      if (mine.stopped) throw new AppError('CLOSED', reason('LIST_IMPORT_STOPPED'))
    }
    const { changes, bad, badCount, same } = tally
    const previewId = parts.newId()
    kept = { previewId, changes, badCount, at }
    const separator = separatorOf(text)
    const adds = changes.filter(({ act }) => act === 'add').length
    return {
      ...{ previewId, encoding, separator: separator === '\t' ? 'tab' : separator, same, badCount, bad },
      ignored: heads.filter((_, place) => fields[place] === null).map((cell) => cell.slice(0, 80)),
      ...{ adds, changes: changes.length - adds },
      rows: changes.slice(0, SHOWN).map(({ line, act, row, fields: changed }) => ({
        ...{ line, act, name: row.name, ticker: row.ticker },
        fields: changed.filter((field) => field !== 'id').map((field) => LIST_CELLS[field].head),
      })),
    }
  }

  const commit = async ({ previewId, withoutBadRows = false }: Input<'listFile.commit'>): Promise<ListReport> => {
    const shown = (): Read => {
      if (kept?.previewId === previewId && kept.at === trader.coinsChanged()) return kept
      throw new AppError('NOT_FOUND', reason('LIST_PREVIEW_GONE'))
    }
    const read = shown()
    if (read.badCount > 0 && !withoutBadRows) {
      throw new AppError('NOT_ALLOWED', reason('LIST_BAD_ROWS', { rows: read.badCount }))
    }
    const { changes } = read
    parts.progress({ phase: 'write', done: 0, total: changes.length })
    await pause()
    // Meanwhile it may have been written by a second press, or a coin been changed.
    shown()
    store.write(
      {
        own: changes.filter(({ row }) => !PUBLISHED.has(row.id)).map(({ row }) => row),
        marks: changes.filter(({ fields }) => fields.some((field) => MARKED.includes(field))).map(({ row }) => row),
        work: changes
          .filter(({ fields }) => fields.some((field) => WORKED.includes(field)))
          .map(({ row: { id, progress, deadline, airdropNote } }) => ({ id, progress, deadline, note: airdropNote })),
      },
      parts.now(),
    )
    kept = null
    parts.progress({ phase: 'write', done: changes.length, total: changes.length })
    parts.written()
    const added = changes.filter(({ act }) => act === 'add').length
    return { added, changed: changes.length - added }
  }

  return {
    exported: async function* (counted) {
      const encoder = new TextEncoder()
      yield encoder.encode(csvLine(LIST_FIELDS.map((field) => LIST_CELLS[field].head)))
      const rows = [...knownRows(trader).byId.values()]
      for (let from = 0; from < rows.length; from += SLICE) {
        const part = rows.slice(from, from + SLICE)
        yield encoder.encode(part.map((row) => csvLine(cellsOf(row).map(guardedCell))).join(''))
        counted(part.length)
        await pause()
      }
    },
    preview,
    commit,
    cancel: () => {
      const wasRunning = running !== null
      if (running !== null) running.stopped = true
      return { stopped: wasRunning }
    },
  }
}

interface Tally {
  changes: Change[]
  bad: { line: number; reason: Reason }[]
  badCount: number
  same: number
}

function note(tally: Tally, found: ReturnType<typeof changeIn>): void {
  if (found === null) tally.same += 1
  else if ('act' in found) tally.changes.push(found)
  else {
    tally.badCount += 1
    if (tally.bad.length < SHOWN) tally.bad.push(found)
  }
}

/** What the first line says of the columns. @throws AppError `BAD_INPUT` */
function columnsIn(lines: Iterator<CsvLine>): { fields: (ListField | null)[]; heads: string[] } {
  const head = lines.next()
  if (head.done === true) throw new AppError('BAD_INPUT', reason('LIST_FILE_EMPTY'))
  const heads = head.value.cells.map(unguarded)
  const fields = heads.map(fieldOf)
  if (!fields.includes('name') || repeats(fields)) throw new AppError('BAD_INPUT', reason('LIST_FILE_COLUMNS'))
  return { fields, heads }
}

const PUBLISHED = new Set(CATALOG.map(({ id }) => id))
const MARKED: readonly ListField[] = ['watched', 'tags', 'early', 'kind', 'tickers', 'contracts', 'note']
const WORKED: readonly ListField[] = ['progress', 'deadline', 'airdropNote']
const AS_PUBLISHED: readonly ListField[] = ['name', 'ticker', 'what', 'narratives']

interface KnownRows {
  byId: ReadonlyMap<string, ListRow>
  /** By name and ticker: of a row that says no id. */
  byName: ReadonlyMap<string, ListRow>
}

const nameKey = ({ name, ticker }: Pick<ListRow, 'name' | 'ticker'>) => JSON.stringify([name.toLowerCase(), ticker])

/** What the profile says of every coin, the researched ones first. */
function knownRows(trader: ListFileParts['trader']): KnownRows {
  const [marks, work] = [trader.marks(), trader.airdropWork()]
  const rows = [...CATALOG.map(publishedFields), ...trader.ownCoins()].map((coin): ListRow => {
    const [mark, done] = [marks.get(coin.id), work.get(coin.id)]
    const { id, name, ticker, what, narratives } = coin
    return {
      ...{ id, name, ticker, what, narratives },
      ...{ watched: mark?.watched ?? null, tags: mark?.tags ?? [], early: mark?.early ?? null },
      ...{ kind: mark?.kind ?? null, tickers: mark?.tickers ?? [], contracts: mark?.contracts ?? [] },
      ...{ note: mark?.note?.text ?? '', progress: done?.progress ?? 'not-started' },
      ...{ deadline: done?.deadline ?? null, airdropNote: done?.note ?? '' },
    }
  })
  return { byId: new Map(rows.map((row) => [row.id, row])), byName: new Map(rows.map((row) => [nameKey(row), row])) }
}

const repeats = (fields: readonly (ListField | null)[]) => {
  const named = fields.filter((field) => field !== null)
  return new Set(named).size < named.length
}

interface Terms {
  fields: readonly (ListField | null)[]
  width: number
  known: KnownRows
  /** Coins that a line before has named. */
  seen: Set<string>
  parts: Pick<ListFileParts, 'unfit' | 'newId'> & { today: () => string }
}

const BARE: Omit<ListRow, 'id' | 'name'> = {
  ...{ ticker: null, what: '', narratives: [], watched: null, tags: [], early: null, kind: null },
  ...{ tickers: [], contracts: [], note: '', progress: 'not-started', deadline: null, airdropNote: '' },
}

/** What a line changes, null where it changes nothing; or why it cannot be read. */
function changeIn(
  { line, cells }: { line: number; cells: readonly string[] },
  { fields, width, known, seen, parts }: Terms,
): Change | { line: number; reason: Reason } | null {
  const bad = (why: Reason) => ({ line, reason: why })
  if (cells.length > width || cells.length < width) {
    return bad(reason('LIST_ROW_CELLS', { expected: width, found: cells.length }))
  }
  const read = saidIn(fields, cells.map(unguarded))
  if ('wrong' in read) return bad(reason('LIST_ROW_VALUE', { column: LIST_CELLS[read.wrong].head }))
  const { id = '', ...said } = read.said
  const name = said.name?.trim() ?? ''
  if (name === '') return bad(reason('LIST_ROW_VALUE', { column: LIST_CELLS.name.head }))
  const before = id === '' ? known.byName.get(nameKey({ name, ticker: said.ticker ?? null })) : known.byId.get(id)
  if (id !== '' && before === undefined) return bad(reason('LIST_ROW_UNKNOWN_COIN', { id: id.slice(0, 80) }))
  const row: ListRow =
    before === undefined
      ? { ...BARE, ...said, name, id: `own-${parts.newId()}` }
      : withOldTicker(before, { ...before, ...said, name }, parts.today())
  const key = before?.id ?? nameKey(row)
  if (seen.has(key)) return bad(reason('LIST_ROW_TWICE'))
  seen.add(key)
  const changed = LIST_FIELDS.filter(
    (field) => !isSame(before?.[field] ?? BARE[field as keyof typeof BARE], row[field]),
  )
  if (before !== undefined && changed.length === 0) return null
  const published =
    before !== undefined && PUBLISHED.has(before.id) ? changed.find((field) => AS_PUBLISHED.includes(field)) : undefined
  if (published !== undefined) return bad(reason('LIST_ROW_PUBLISHED', { column: LIST_CELLS[published].head }))
  const unfit = parts.unfit(row)
  if (unfit !== null) return bad(reason('LIST_ROW_VALUE', { column: LIST_CELLS[unfit].head }))
  return { line, act: before === undefined ? 'add' : 'change', row, fields: changed }
}

/** What is held under the old ticker stays in the limit, as where a coin is changed by itself. */
function withOldTicker(before: ListRow, row: ListRow, today: string): ListRow {
  const { ticker } = before
  if (ticker === null || ticker === row.ticker || row.tickers.some((each) => each.ticker === ticker)) return row
  return { ...row, tickers: [...row.tickers, { ticker, since: null, until: today }] }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
