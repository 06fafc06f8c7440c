// Imports on the page: a file or pasted text, what is asked of it, what keeps it from being imported, and what takes it back.

import { beforeEach, expect, test } from 'vitest'
import { ImportView } from '../../../../renderer/features/portfolio/imports/ImportView.tsx'
import { lineWords, skippedByReason } from '../../../../renderer/features/portfolio/imports/line-words.ts'
import { obstacleOf } from '../../../../renderer/features/portfolio/imports/PreviewView.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import {
  cancelCommit,
  chooseImport,
  commitImport,
  followImports,
  loadColumns,
  loadImports,
  lookAgain,
  pasteImport,
  sayOfImport,
  undoImport,
} from '../../../../renderer/state/ledger/imports-actions.ts'
import { useImports } from '../../../../renderer/state/ledger/imports-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import type { ImportPreview } from '../../../../shared/ledger/imports.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.imports
let desktop: FakeDesktop

const PREVIEW: ImportPreview = {
  ...{ previewId: 'p1', format: 'okx-trading', environment: 'live', accountId: 'okx', timeZone: 'UTC' },
  ...{ zoneFrom: 'file', minutesOff: null, rows: 9, adds: 5, known: 1, from: null, until: null },
  ...{ skipped: [], skippedCount: 0, bad: [], badCount: 0, movements: [] },
}
const view = () => drawn(<ImportView />)
const asked = () => desktop.calls.filter(({ name }) => name === 'import.preview').map(({ input }) => input)

beforeEach(() => {
  desktop = setUpPage()
})

test('nothing chosen: where files may come from, and what was imported before', async () => {
  desktop.state.ledger.imports = [{ importId: 'i1', at: '2026-11-30T12:00:00.000Z', movements: 12, added: 12 }]
  await loadImports()
  const page = view()
  expect(page).toContain(words.help)
  expect(page).toContain(words.undo)
  expect(page).toContain('>12<')
})

test('a dialog that was closed opens nothing', async () => {
  desktop.answer('files.chooseOpen', () => ({ path: null }))
  await chooseImport()
  expect([useImports.getState().source, asked()]).toEqual([null, []])
})

test('what is said of a file is asked with it, and of another file nothing is said yet', async () => {
  desktop.answer('files.chooseOpen', () => ({ path: '/home/trader/okx.csv' }))
  await chooseImport()
  await sayOfImport({ timeZone: 'Europe/Berlin' })
  await sayOfImport({ accountId: 'cold' })
  await pasteImport('Time,Kind\n')
  expect(asked()).toEqual([
    { path: '/home/trader/okx.csv' },
    { path: '/home/trader/okx.csv', timeZone: 'Europe/Berlin' },
    { path: '/home/trader/okx.csv', timeZone: 'Europe/Berlin', accountId: 'cold' },
    { text: 'Time,Kind\n' },
  ])
})

test('a preview of what was said before comes too late', async () => {
  const waiting: ((preview: ImportPreview) => void)[] = []
  desktop.answer('import.preview', () => new Promise((done) => void waiting.push(done)))
  const first = pasteImport('x')
  const second = sayOfImport({ timeZone: 'Asia/Tokyo' })
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.({ ...PREVIEW, previewId: 'tokyo' })
  await second
  waiting[0]?.({ ...PREVIEW, previewId: 'utc' })
  await first
  expect(useImports.getState().preview.value?.previewId).toBe('tokyo')
})

test('what keeps a file from being imported is said: zone, rows that cannot be read, nothing new', () => {
  expect(obstacleOf(PREVIEW, false)).toBeNull()
  const assumed = { ...PREVIEW, zoneFrom: 'assumed' as const }
  expect(obstacleOf(assumed, false)).toBe(words.zoneMissing)
  expect(obstacleOf({ ...assumed, minutesOff: 60 }, false)).toBe(words.zoneMissing)
  // Fills of his own that say the same say which zone it is.
  expect(obstacleOf({ ...assumed, minutesOff: 0 }, false)).toBeNull()
  expect(obstacleOf({ ...PREVIEW, badCount: 2 }, false)).toBe(words.badHelp)
  expect(obstacleOf({ ...PREVIEW, badCount: 2 }, true)).toBeNull()
  expect(obstacleOf({ ...PREVIEW, adds: 0 }, false)).toBe(words.nothingNew)
  expect(obstacleOf({ ...PREVIEW, adds: 0, known: 0 }, false)).toBe(words.nothingFound)
})

test('the preview says form, place, counts, rows left out and rows that cannot be read by their lines', async () => {
  desktop.state.ledger.preview = {
    ...PREVIEW,
    ...{ minutesOff: -60, adds: 1, bad: [{ line: 7, why: reason('IMPORT_NUMBER', { text: '1,2,3' }) }], badCount: 1 },
    ...{
      skipped: [
        { line: 3, why: 'inside' },
        { line: 4, why: 'twin' },
        { line: 5, why: 'inside' },
      ],
      skippedCount: 3,
    },
    movements: [
      {
        lines: [1, 2],
        isKnown: false,
        movement: {
          ...{ entryId: 'm', groupId: 'm', sequence: 0, environment: 'live', at: '2026-01-01T00:00:00.000Z' },
          ...{ accountId: 'okx', kind: 'sell', coinId: null, asset: 'BTC', amount: '0.5', price: '60000' },
          ...{ currency: 'USDT', currencyCoinId: null, total: null, fee: null, to: null, source: 'import:x', note: '' },
        },
      },
    ],
  }
  await pasteImport('x')
  const page = view()
  const seen = [words.formats['okx-trading'], words.placeOfExchange, words.offBy(-60), words.skipped(3), 'Rows 3, 5']
  for (const one of [...seen, 'Row 7: Not a number: 1,2,3', '1, 2', '−0.5', words.newRow, words.badHelp]) {
    expect(page).toContain(one)
  }
})

test('a file in no known form says so, and its form may be named', async () => {
  desktop.answer('import.preview', () => refuse('BAD_INPUT', reason('IMPORT_FORM_UNKNOWN')))
  await pasteImport('a,b')
  const page = view()
  expect(page).toContain('This isn’t a CSV file Prelist knows.')
  expect(page).toContain(words.formatAuto)
  desktop.answer('import.preview', () => PREVIEW)
  await lookAgain()
  expect(useImports.getState().preview.error).toBeNull()
})

test('of a file in no known form the columns are asked, and what they are is said with it', async () => {
  desktop.answer('import.preview', () => refuse('BAD_INPUT', reason('IMPORT_FORM_UNKNOWN')))
  desktop.answer('import.columns', () => ({
    columns: ['Date', 'Coin', 'Quantity'],
    rows: [['2026-01-01', 'OLA', '5']],
  }))
  await pasteImport('Date,Coin,Quantity')
  await loadColumns()
  const page = view()
  for (const seen of [words.mapping, 'Quantity', '>OLA<', words.allRowsAre]) expect(page).toContain(seen)
  desktop.answer('import.preview', () => PREVIEW)
  const mapping = { columns: { time: 'Date', asset: 'Coin', amount: 'Quantity' }, kind: 'reward' as const }
  await sayOfImport({ format: 'generic', mapping })
  expect(asked().at(-1)).toMatchObject({ format: 'generic', mapping })
  await pasteImport('other')
  expect(asked().at(-1)).toEqual({ text: 'other' })
})

test('a commit says how far it is while it is under way, and can be called off', async () => {
  desktop.state.ledger.preview = PREVIEW
  await pasteImport('x')
  const stop = followImports()
  let done = () => {}
  desktop.answer('import.commit', () => {
    return new Promise((_, fail) => {
      done = () => fail(new AppError('NOT_ALLOWED', reason('IMPORT_CANCELED')))
    })
  })
  desktop.emit('import.progress', { previewId: 'p1', done: 1, total: 5 })
  expect(useImports.getState().progress).toBeNull()
  const commit = commitImport()
  desktop.emit('import.progress', { previewId: 'p1', done: 2, total: 5 })
  expect(view()).toContain(words.progress(2, 5))
  await cancelCommit()
  expect(desktop.calls.at(-1)).toEqual({ name: 'import.cancel', input: { previewId: 'p1' } })
  done()
  expect(await commit).toBeNull()
  expect([useImports.getState().progress, useImports.getState().committing]).toEqual([null, false])
  expect(useStatus.getState().message?.detail).toContain('Import canceled.')
  stop()
})

test('an import is committed once, told with a way back, and taken back whole', async () => {
  desktop.state.ledger.preview = PREVIEW
  await pasteImport('x')
  useImports.getState().set({ withoutBadRows: true })
  const commits = () => desktop.calls.filter(({ name }) => name === 'import.commit').map(({ input }) => input)
  desktop.answer('import.commit', () => ({ importId: 'i9', at: '2026-11-30T12:00:00.000Z', movements: 5, added: 5 }))
  const [first, second] = await Promise.all([commitImport(), commitImport()])
  expect([first?.added, second]).toEqual([5, null])
  expect(commits()).toEqual([{ previewId: 'p1', withoutBadRows: true }])
  expect(useImports.getState().source).toBeNull()
  expect(useStatus.getState().message?.title).toBe('5 movements imported.')
  desktop.answer('import.undo', () => ({ removed: 5 }))
  useStatus.getState().message?.action?.run()
  await expect.poll(() => useStatus.getState().message?.title).toBe('Import undone: 5 movements removed.')
})

test('a commit that is refused keeps file and preview', async () => {
  desktop.state.ledger.preview = PREVIEW
  await pasteImport('x')
  desktop.answer('import.commit', () => refuse('NOT_FOUND', reason('IMPORT_PREVIEW_GONE')))
  expect(await commitImport()).toBeNull()
  expect(useImports.getState().preview.value?.previewId).toBe('p1')
  expect(useImports.getState().committing).toBe(false)
  expect(useStatus.getState().message?.detail).toContain('This preview has expired.')
})

test('an import that is gone already says so', async () => {
  desktop.answer('import.undo', () => refuse('NOT_FOUND', reason('IMPORT_GONE')))
  await undoImport({ importId: 'i1' })
  expect(useStatus.getState().message?.tone).toBe('bad')
})

test('lines are named, and many of them counted', () => {
  expect(lineWords([3, 4])).toBe('Rows 3, 4')
  expect(lineWords(Array.from({ length: 11 }, (_, at) => at + 1))).toBe('Rows 1, 2, 3, 4, 5, 6, 7, 8 and 3 more')
  expect(
    skippedByReason([
      { line: 1, why: 'twin' },
      { line: 2, why: 'inside' },
      { line: 3, why: 'inside' },
    ]),
  ).toEqual([
    { why: 'inside', lines: [2, 3] },
    { why: 'twin', lines: [1] },
  ])
})
