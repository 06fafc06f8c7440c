// An import that is written in turns: seen whole or not at all, with its progress, canceled, taken back, and after a kill.

import { expect, it } from 'vitest'
import { file, openImports } from '../../../support/ledger/imports.ts'
import { movement } from '../../../support/ledger/ledgers.ts'

const MANY = Array.from({ length: 150 }, (_, n) => `2026-01-01,buy,PEAQ,${n + 1},2`)

it('is seen whole or not at all while it is written in turns, tells how far it is, and can be canceled', async () => {
  const watched: { look: () => void } = { look: () => {} }
  const { imports, dump, seen, store, progress, trader, db } = openImports([], {
    turn: async () => watched.look(),
    isLong: () => true,
  })
  store.add(
    movement({ entryId: 'before', kind: 'buy', amount: '1', accountId: 'cold', at: '2025-01-01T00:00:00.000Z' }),
  )
  const before = dump()
  const preview = await imports.preview({ text: file(...MANY) })
  const was = [seen(), trader.holdings('live')]
  watched.look = () => expect([seen(), trader.holdings('live'), imports.list()]).toEqual([...was, []])
  expect(imports.cancel(preview.previewId)).toEqual({ canceled: false })
  // Canceled in its midst.
  let turns = 0
  const look = watched.look
  watched.look = () => {
    look()
    turns += 1
    if (turns === 70) expect(imports.cancel(preview.previewId)).toEqual({ canceled: true })
  }
  await expect(imports.commit(preview)).rejects.toMatchObject({ reason: { code: 'IMPORT_CANCELED' } })
  expect(progress.at(-1)).toMatchObject({ previewId: preview.previewId, total: 150 })
  expect(progress.at(-1)?.done).toBeLessThan(150)
  expect(dump()).toEqual(before)
  watched.look = look
  const after = store.rewritten()
  const report = await imports.commit(preview)
  expect(report).toMatchObject({ added: 150, movements: 150 })
  expect(progress.at(-1)).toEqual({ previewId: preview.previewId, done: 150, total: 150 })
  expect(store.rewritten()).not.toBe(after)
  expect([seen(), trader.holdings('live')]).toMatchObject([151, [{ amount: String(1 + (150 * 151) / 2) }]])
  // Undone in turns too: from the first moment on nothing of it is seen.
  watched.look = () => {
    const isHidden = store.hidden().length > 0
    expect(seen()).toBe(isHidden ? 1 : 151)
  }
  expect(await imports.undo(report.importId)).toEqual({ removed: 150 })
  expect(dump()).toEqual(before)
  expect(db.all('SELECT * FROM unfinished_imports')).toEqual([])
})

it('begins an undo anew where something changes holdings meanwhile', async () => {
  const watched: { look: () => void } = { look: () => {} }
  const { imports, bring, store, trader, dump } = openImports([], {
    turn: async () => watched.look(),
    isLong: () => true,
  })
  const before = dump()
  const { importId } = await bring(file(...MANY, '2026-01-01,withdrawal,PEAQ,1,'))
  const first = store.page({ limit: 500 }).items.at(-1)
  let turns = 0
  watched.look = () => {
    turns += 1
    if (turns === 1 && first !== undefined) store.replace({ ...first, amount: '3' })
  }
  await imports.undo(importId)
  expect(trader.holdings('live')).toEqual([])
  expect(dump()).toEqual(before)
})

it('clears away what a killed import has left, with the next one', async () => {
  const { imports, store, dump, seen, db } = openImports()
  store.hide('import:old')
  store.stage(movement({ entryId: 'half', kind: 'buy', amount: '1', source: 'import:old' }))
  expect([seen(), imports.list(), store.find('half')]).toEqual([0, [], null])
  const preview = await imports.preview({
    text: file('2026-01-01,buy,PEAQ,1,2', '2026-01-01,buy,PEAQ,1,2', '2026-01-02,sell,PEAQ,1,3'),
  })
  expect(await imports.commit(preview)).toMatchObject({ added: 3 })
  expect(dump().ledger).toHaveLength(3)
  expect(db.all('SELECT * FROM unfinished_imports')).toEqual([])
})
