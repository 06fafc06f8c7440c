// Whatever a person changes can be taken back, through the same door and for every kind of change: what is asked afterwards is what
// was asked before. What something later builds on stays, and a removal comes back over a restart.

import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, test } from 'vitest'
import type { OperationName } from '../../../shared/contract/contract.ts'
import { UNDOABLE, type UndoStep } from '../../../shared/undo/undo.ts'
import { buy } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

const MOVEMENT = {
  accountId: 'cold',
  kind: 'buy',
  coinId: 'peaq',
  at: '2026-01-02T03:04:05.678Z',
  amount: '3',
} as const

/** A profile with something of every kind. */
async function furnished() {
  const desk = await startDesk()
  const own = (await desk.ok('coins.save', { name: 'Mine', ticker: 'MINE', narratives: ['AI'] })).id
  await desk.ok('notes.save', { coinId: own, text: 'first words of a note' })
  await desk.ok('tags.set', { coinId: own, tags: ['one'] })
  await desk.ok('coinFacts.save', { coinId: own, value: { kind: 'event', text: 'TGE' }, source: 'blog' })
  desk.clock.advance(1_000)
  await desk.ok('airdrops.save', { coinId: own, progress: 'in-progress', note: 'board note', expected: '5' })
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: own, title: 'Bridge', remindMinutes: 60 })
  desk.clock.advance(1_000)
  await desk.ok('airdropTasks.done', { taskId, note: 'bridged', minutes: 5 })
  await desk.ok('alerts.save', { kind: 'price-above', coinId: own, price: '1', isOn: true })
  await desk.ok('holdings.save', { environment: 'live', coinId: 'peaq', amount: '10' })
  const { entryId } = await desk.ok('ledger.save', { ...MOVEMENT, price: '2', fee: { asset: 'BNB', amount: '0.1' } })
  const { criterionId } = await desk.ok('criteria.save', { name: 'Audited' })
  await desk.ok('criteria.mark', { coinId: own, criterionId, verdict: 'met' })
  const [fact] = (await desk.ok('coins.get', { coinId: own })).ownFacts
  return { desk, own, taskId, entryId, criterionId, factId: fact?.factId ?? '' }
}

/** Everything that the trader sees of it, but for when it was written. */
async function seen(desk: Desk, own: string) {
  const coins = await desk.ok('coins.list', {})
  const mine = coins.some(({ id }) => id === own) ? await desk.ok('coins.get', { coinId: own }) : null
  return JSON.parse(
    JSON.stringify([
      ...[coins, mine, await desk.ok('coins.get', { coinId: 'peaq' }), await desk.ok('airdrops.list', {})],
      ...[await desk.ok('airdropTasks.list', {}), await desk.ok('notes.list', {}), await desk.ok('rules.get', {})],
      ...[(await desk.ok('portfolio.get', { environment: 'live' })).holdings, await desk.ok('alerts.list', {})],
      ...[await desk.ok('ledger.list', {}), await desk.ok('criteria.list', {})],
    ]),
  )
}

type Made = Awaited<ReturnType<typeof furnished>>
const CHANGES: Record<(typeof UNDOABLE)[number], (made: Made) => unknown> = {
  'coins.save': ({ own }) => ({ coinId: own, name: 'Other', ticker: 'OTHER', early: false }),
  'coins.remove': ({ own }) => ({ coinId: own }),
  'coins.markMany': ({ own }) => ({ coinIds: [own, 'peaq'], watched: false, addTags: ['both'] }),
  'coins.removeMany': ({ own }) => ({ coinIds: [own, 'peaq'] }),
  'coinFacts.save': ({ own, factId }) => ({ coinId: own, factId, source: 'elsewhere' }),
  'coinFacts.remove': ({ own, factId }) => ({ coinId: own, factId }),
  'watchlist.set': () => ({ coinId: 'peaq', watched: false }),
  'notes.save': ({ own }) => ({ coinId: own, text: 'second' }),
  'tags.set': ({ own }) => ({ coinId: own, tags: ['two', 'three'] }),
  'airdrops.save': ({ own }) => ({ coinId: own, progress: 'done', note: 'other', expected: null }),
  'airdrops.remove': () => ({ coinId: 'own-board' }),
  'airdropTasks.save': ({ taskId }) => ({ taskId, title: 'Swap', remindMinutes: null }),
  'airdropTasks.done': ({ taskId }) => ({ taskId, done: false }),
  'airdropTasks.snooze': ({ taskId }) => ({ taskId, minutes: 60 }),
  'airdropTasks.remove': ({ taskId }) => ({ taskId }),
  'holdings.save': () => ({ environment: 'live', coinId: 'peaq', amount: '25' }),
  'holdings.remove': () => ({ environment: 'live', coinId: 'peaq' }),
  'ledger.save': ({ entryId }) => ({ entryId, ...MOVEMENT, amount: '4', note: 'changed' }),
  'ledger.remove': ({ entryId }) => ({ entryId }),
  'criteria.save': ({ criterionId }) => ({ criterionId, name: 'Other words' }),
  'criteria.remove': ({ criterionId }) => ({ criterionId }),
  'criteria.mark': ({ own, criterionId }) => ({ coinId: own, criterionId, verdict: 'not-met' }),
}

it.each(UNDOABLE)('%s is taken back, also after a restart', async (operation) => {
  const made = await furnished()
  const { desk, own } = made
  let input = CHANGES[operation](made)
  if (operation === 'airdrops.remove') {
    const bare = (await desk.ok('coins.save', { name: 'Bare' })).id
    await desk.ok('airdrops.save', { coinId: bare, progress: 'in-progress', note: 'bare note' })
    input = { coinId: bare }
  }
  desk.clock.advance(60_000)
  const before = await seen(desk, own)
  const heard: unknown[] = []
  desk.backend.on('undo.changed', (step) => heard.push(step))
  await desk.ok(operation, input)
  expect(await seen(desk, own)).not.toEqual(before)
  expect(heard).toMatchObject([{ operation }])
  await desk.restart()
  const [step] = await desk.ok('undo.list', {})
  expect(step).toMatchObject({ operation })
  expect(await desk.ok('undo.run', {})).toEqual(step)
  expect(await seen(desk, own)).toEqual(before)
  expect((await desk.ok('undo.list', {})).map(({ stepId }: UndoStep) => stepId)).not.toContain(step?.stepId)
})

test('a limit is changed by its own form alone: nothing takes it back, nor does a step that says so', async () => {
  const desk = await startDesk()
  const rules = {
    project: { limit: '0.02', level: 'block' },
    earlyStage: { limit: '0.005', level: 'block', basis: 'together' },
  }
  await desk.ok('rules.save', rules)
  expect(await desk.ok('undo.list', {})).toEqual([])
  const loose = JSON.stringify({ ...rules, project: { limit: '1', level: 'warn' } })
  const change = {
    table: 'rules',
    key: '[1]',
    before: { id: 1, value: loose },
    after: { id: 1, value: JSON.stringify(rules) },
  }
  await desk.backend.close()
  const raw = new DatabaseSync(path.join(desk.dataDir, 'prelist.sqlite'))
  raw
    .prepare(
      "INSERT INTO undo_steps (operation, subject, at, changes) VALUES ('tags.set', '', '2026-11-24T00:00:00.000Z', ?)",
    )
    .run(JSON.stringify([change]))
  raw.close()
  await desk.restart()
  expect(await desk.ok('undo.list', {})).toHaveLength(1)
  await desk.backend.call('undo.run', {})
  expect(await desk.ok('rules.get', {})).toEqual(rules)
})

test('a row of a file that was removed comes back as that row, so that the file adds nothing', async () => {
  const desk = await startDesk()
  const text = 'Time,Kind,Asset,Amount\n2026-01-01,deposit,PEAQ,5'
  const preview = async () => desk.ok('import.preview', { text, timeZone: 'UTC' })
  await desk.ok('import.commit', { previewId: (await preview()).previewId })
  const before = await desk.ok('ledger.list', {})
  await desk.ok('ledger.remove', { entryId: before[0]?.entryId ?? '' })
  expect((await preview()).adds).toBe(1)
  await desk.ok('undo.run', {})
  expect(await desk.ok('ledger.list', {})).toEqual(before)
  expect(await preview()).toMatchObject({ adds: 0, known: 1 })
})

test('one after another comes back, the newest first, and then there is nothing left', async () => {
  const desk = await startDesk()
  const note = async () => (await desk.ok('coins.get', { coinId: 'ola' })).note?.text ?? null
  for (const text of ['one', 'two', 'three']) {
    await desk.ok('notes.save', { coinId: 'ola', text })
    desk.clock.advance(60_000)
  }
  for (const expected of ['two', 'one', null]) {
    await desk.ok('undo.run', {})
    expect(await note()).toBe(expected)
  }
  expect(await desk.code('undo.run', {})).toBe('NOT_FOUND')
  expect(await desk.code('undo.run', { stepId: 9 })).toBe('NOT_FOUND')
})

test('typing is one change, however often it saves itself', async () => {
  const desk = await startDesk()
  await desk.ok('notes.save', { coinId: 'ola', text: 'kept' })
  desk.clock.advance(60_000)
  for (const text of ['kept a', 'kept ab', 'kept abc']) {
    await desk.ok('notes.save', { coinId: 'ola', text })
    desk.clock.advance(2_000)
  }
  expect(await desk.ok('undo.list', {})).toHaveLength(2)
  await desk.ok('undo.run', {})
  expect((await desk.ok('coins.get', { coinId: 'ola' })).note?.text).toBe('kept')
})

test('what something later builds on is not taken back', async () => {
  const desk = await startDesk()
  await desk.ok('tags.set', { coinId: 'ola', tags: ['a'] })
  const [first] = await desk.ok('undo.list', {})
  desk.clock.advance(60_000)
  await desk.ok('tags.set', { coinId: 'ola', tags: ['a', 'b'] })
  expect(await desk.code('undo.run', { stepId: first?.stepId })).toBe('NOT_ALLOWED')
  expect((await desk.ok('coins.get', { coinId: 'ola' })).tags).toEqual(['a', 'b'])

  const { id } = await desk.ok('coins.save', { name: 'Mine' })
  const [added] = await desk.ok('undo.list', {})
  await desk.ok('coinFacts.save', { coinId: id, value: { kind: 'event', text: 'x' } })
  expect(await desk.code('undo.run', { stepId: added?.stepId })).toBe('NOT_ALLOWED')
  await desk.ok('undo.run', {})
  await desk.ok('holdings.save', { environment: 'live', coinId: id, amount: '1' })
  expect(await desk.code('undo.run', { stepId: added?.stepId })).toBe('NOT_ALLOWED')
  await desk.ok('undo.run', {})
  await desk.ok('undo.run', {})
  expect(await desk.code('coins.get', { coinId: id })).toBe('NOT_FOUND')
})

test('of orders nothing is ever taken back, and a step that is a day old is forgotten', async () => {
  const desk = await startDesk()
  await desk.ok('coins.save', { coinId: 'peaq', early: true })
  await buy(desk)
  expect((await desk.ok('undo.list', {})).map(({ operation }: UndoStep) => operation)).toEqual(['coins.save'])
  desk.clock.advance(25 * 60 * 60_000)
  await desk.ok('tags.set', { coinId: 'ola', tags: ['a'] })
  expect((await desk.ok('undo.list', {})).map(({ operation }: UndoStep) => operation)).toEqual(['tags.set'])
})

test('what changes nothing leaves nothing to take back', async () => {
  const desk = await startDesk()
  const calls: [OperationName, unknown][] = [
    ['tags.set', { coinId: 'ola', tags: [] }],
    ['coins.get', { coinId: 'ola' }],
  ]
  for (const [operation, input] of calls) await desk.ok(operation, input)
  await desk.code('tags.set', { coinId: 'none', tags: ['a'] })
  expect((await desk.ok('undo.list', {})).filter(({ operation }: UndoStep) => operation !== 'tags.set')).toEqual([])
})
