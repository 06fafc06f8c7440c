// The list as a file: exact on the way out and back, harmless in a spreadsheet, bad lines told, nothing by halves.

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardedCell, unguarded } from '../../../../electron/services/common/csv/csv-cells.ts'
import { csvLines } from '../../../../electron/services/common/csv/csv-reader.ts'
import type { ListPreview, ListProgress } from '../../../../shared/list/list-file.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { startDesk } from '../../../support/start-backend.ts'

type Desk = Awaited<ReturnType<typeof startDesk>>
const seed = announcedSeed('cells of the list')
const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', "'=x", "''", '"quoted"', 'a;b,c', 'back\\slash', '＝x', "'plain"]

const inFolder = () => path.join(path.dirname(makeProfile()), 'list.csv')
const exported = async (desk: Desk) => {
  const file = inFolder()
  await desk.ok('listFile.export', { path: file })
  return readFileSync(file, 'utf8')
}
const linesOf = (preview: ListPreview) =>
  preview.bad.map(({ line, reason }) => [line, reason.code, Object.values(reason.params)[0]])

async function furnished(desk: Desk): Promise<void> {
  for (const [at, name] of HOSTILE.entries()) {
    const { id } = await desk.ok('coins.save', {
      ...{ name, what: `what ${name}`, narratives: [name, 'x; y'], early: at % 2 === 0 ? true : null },
      otherTickers: [{ ticker: 'OLD', since: '2024-01-01', until: at % 2 === 0 ? null : '2025-01-01' }],
      contracts: [{ chain: 'BNB = chain', address: 'addr:0x123/4' }],
    })
    await desk.ok('tags.set', { coinId: id, tags: [name] })
    await desk.ok('notes.save', { coinId: id, text: ` \n${name}\r\nsecond, "line"\t ` })
    await desk.ok('airdrops.save', { coinId: id, progress: 'in-progress', note: name, deadline: '2026-12-24' })
  }
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
  await desk.ok('notes.save', { coinId: 'ten', text: '=HYPERLINK("http://x")' })
}

describe('a file of the list', () => {
  it('comes back exactly: the same file again, and nothing that would change', async () => {
    const [desk, other] = [await startDesk(), await startDesk()]
    await furnished(desk)
    const text = await exported(desk)
    expect(text.split('\r\n')[0]).toContain('id,name,ticker')
    const file = inFolder()
    writeFileSync(file, text)
    expect(await desk.ok('listFile.preview', { path: file })).toMatchObject({ adds: 0, changes: 0, badCount: 0 })
    // Into another profile without ids: the same list, but for the ids.
    const bare = text.replaceAll(/^own-[0-9a-f-]+/gm, '')
    writeFileSync(file, bare)
    const preview = await other.ok('listFile.preview', { path: file })
    expect(linesOf(preview)).toEqual([])
    expect(preview).toMatchObject({ adds: HOSTILE.length, changes: 2, same: 12 })
    expect(await other.ok('listFile.commit', { previewId: preview.previewId })).toEqual({
      added: HOSTILE.length,
      changed: 2,
    })
    expect((await exported(other)).replaceAll(/^own-[0-9a-f-]+/gm, '')).toBe(bare)
  })

  it('holds nothing that a spreadsheet would take for a formula', async () => {
    const desk = await startDesk()
    await furnished(desk)
    for (const { cells } of csvLines(await exported(desk), true)) {
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }
  })

  it('any text is guarded and comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`'=+-@ \t\r\n",;aé＝\uFEFF`) }), (text) => {
        const [line] = [...csvLines(`x,${guardedCell(text)},y\r\n`, true)]
        const [, cell = ''] = line?.cells ?? []
        expect(unguarded(cell)).toBe(text)
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it.each([
    ['utf-8', Buffer.from('name;what it is\nCafé;é\n')],
    ['utf-8', Buffer.from('\uFEFFname;what it is\nCafé;é\n')],
    ['utf-16le', Buffer.from('\uFEFFname\twhat it is\nCafé\té\n', 'utf16le')],
    ['utf-16le', Buffer.from('name\twhat it is\nCafé\té\n', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFname,what it is\nCafé,é\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('name,what it is\r\nCafé,é\r\n', 'latin1')],
  ])('reads %s', async (encoding, bytes) => {
    const desk = await startDesk()
    const file = inFolder()
    writeFileSync(file, bytes)
    const { previewId, ...preview } = await desk.ok('listFile.preview', { path: file })
    expect(preview).toMatchObject({ encoding, adds: 1, rows: [{ line: 2, act: 'add', name: 'Café' }] })
    await desk.ok('listFile.commit', { previewId })
    expect((await desk.ok('coins.list', {})).at(-1)).toMatchObject({ name: 'Café', what: 'é' })
  })

  it('tells bad lines by their number, and imports none of the file before the trader says so', async () => {
    const desk = await startDesk()
    const text = [
      'name,ticker,type,watched,airdrop deadline,id,Price',
      'Good,GOOD,,yes,,,1',
      ',NONE,,,,,1',
      'Long ticker,A B,,,,,1',
      'Kind,K,planet,,,,1',
      'Watch,W,,maybe,,,1',
      'Day,D,,,2026-02-30,,1',
      'Short,S',
      'Good,GOOD,,,,,1',
      'Gone,G,,,,own-gone,1',
      'Other name,PEAQ,,,,peaq,1',
    ].join('\n')
    const preview = await desk.ok('listFile.preview', { text })
    expect(linesOf(preview)).toEqual([
      [3, 'LIST_ROW_VALUE', 'name'],
      [4, 'LIST_ROW_VALUE', 'ticker'],
      [5, 'LIST_ROW_VALUE', 'type'],
      [6, 'LIST_ROW_VALUE', 'watched'],
      [7, 'LIST_ROW_VALUE', 'airdrop deadline'],
      [8, 'LIST_ROW_CELLS', 7],
      [9, 'LIST_ROW_TWICE', undefined],
      [10, 'LIST_ROW_UNKNOWN_COIN', 'own-gone'],
      [11, 'LIST_ROW_PUBLISHED', 'name'],
    ])
    expect(preview).toMatchObject({ adds: 1, changes: 0, ignored: ['Price'] })
    const { previewId } = preview
    expect(await desk.code('listFile.commit', { previewId })).toBe('NOT_ALLOWED')
    expect(await desk.ok('coins.list', {})).toHaveLength(14)
    expect(await desk.ok('listFile.commit', { previewId, withoutBadRows: true })).toEqual({ added: 1, changed: 0 })
    expect(await desk.code('listFile.commit', { previewId, withoutBadRows: true })).toBe('NOT_FOUND')
  })

  it.each([
    ['an empty file', '\n\n', 'BAD_INPUT'],
    ['no name among its columns', 'ticker,what\nA,B', 'BAD_INPUT'],
    ['a column twice', 'name,name\nA,B', 'BAD_INPUT'],
    ['a quote that never ends', 'name,what\nA,"B', 'BAD_INPUT'],
  ])('is refused: %s', async (_, text, code) => {
    const desk = await startDesk()
    expect(await desk.code('listFile.preview', { text })).toBe(code)
  })

  it('is looked at again where the list changed since, keeps a ticker’s past, and a note’s', async () => {
    const desk = await startDesk()
    const { id } = await desk.ok('coins.save', { name: 'Mine', ticker: 'OLD' })
    await desk.ok('notes.save', { coinId: id, text: 'before' })
    const file = `id,name,ticker,note\n${id},Mine,NEW,after`
    const { previewId } = await desk.ok('listFile.preview', { text: file })
    await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
    expect(await desk.code('listFile.commit', { previewId })).toBe('NOT_FOUND')
    const again = await desk.ok('listFile.preview', { text: file })
    expect(again.rows).toMatchObject([{ fields: ['ticker', 'other tickers', 'note'] }])
    await desk.ok('listFile.commit', { previewId: again.previewId })
    const coin = await desk.ok('coins.get', { coinId: id })
    expect(coin.tickers.map(({ ticker }) => ticker)).toEqual(['NEW', 'OLD'])
    expect(coin.note?.text).toBe('after')
    expect(await desk.ok('notes.versions', { kind: 'coin', subject: id })).toMatchObject([{ text: 'before' }])
    expect((await desk.ok('notes.list', { text: 'after' })).map(({ coinId }) => coinId)).toEqual([id])
  })
})

describe('two acts at once', () => {
  it('is written once, however often it is asked for at once, and not after a change that came meanwhile', async () => {
    const desk = await startDesk()
    const text = 'name\nTwice pressed'
    const first = await desk.ok('listFile.preview', { text })
    const pressed = { previewId: first.previewId }
    const twice = [desk.backend.call('listFile.commit', pressed), desk.backend.call('listFile.commit', pressed)]
    const answers = (await Promise.all(twice)).map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(answers).toEqual(['ok', 'NOT_FOUND'])
    const second = await desk.ok('listFile.preview', { text: 'name\nCame late' })
    const late = desk.backend.call('listFile.commit', { previewId: second.previewId })
    await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
    expect(await late).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    const names = (await desk.ok('coins.list')).map(({ name }) => name)
    expect(names.filter((name) => name === 'Twice pressed')).toHaveLength(1)
    expect(names).not.toContain('Came late')
  })
})

describe('100,000 rows', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `Coin ${at},C${at},note of ${at},tag ${at % 7}`)

  it('are read with progress, stopped on the way without a trace, and written all at once', {
    timeout: 120_000,
  }, async () => {
    const file = inFolder()
    writeFileSync(file, ['name,ticker,note,tags', ...rows].join('\n'))
    const desk = await startDesk()
    const steps: ListProgress[] = []
    desk.backend.on('list.progress', (step) => steps.push(step as ListProgress))
    const stopping = desk.code('listFile.preview', { path: file })
    await new Promise<void>((resolve) => {
      const off = desk.backend.on('list.progress', () => {
        off()
        resolve()
      })
    })
    expect(await desk.ok('listFile.cancel', {})).toEqual({ stopped: true })
    expect(await stopping).toBe('CLOSED')
    expect(await desk.ok('listFile.cancel', {})).toEqual({ stopped: false })

    const { previewId, adds } = await desk.ok('listFile.preview', { path: file })
    expect(adds).toBe(100_000)
    const read = steps.filter(({ phase }) => phase === 'read')
    expect(read.length).toBeGreaterThan(150)
    expect(read.every(({ done, total }) => done > 0 && done <= total)).toBe(true)
    const from = performance.now()
    expect(await desk.ok('listFile.commit', { previewId })).toEqual({ added: 100_000, changed: 0 })
    console.log(`100,000 rows written in ${Math.round(performance.now() - from)} ms`)
    expect(await desk.ok('coins.list', {})).toHaveLength(100_014)
  })
})
