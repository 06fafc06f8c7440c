// All notes in one list: found by their words, newest first, in step with where they were written, with their versions.

import { expect, it } from 'vitest'
import { planOf } from '../../../../shared/notes/search-words.ts'
import { startDesk } from '../../../support/start-backend.ts'
import { countStatements } from '../../../support/statements/count-statements.ts'

const texts = async (desk: Awaited<ReturnType<typeof startDesk>>, filter: object = {}) =>
  (await desk.ok('notes.list', filter)).map(({ text }) => text)

it('has the notes of coins, airdrops and tasks, newest first, and a part of them at a time', async () => {
  const desk = await startDesk()
  await desk.ok('notes.save', { coinId: 'peaq', text: 'A coin' })
  desk.clock.jump(1_000)
  await desk.ok('airdrops.save', { coinId: 'ola', note: 'An airdrop' })
  desk.clock.jump(1_000)
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: 'ten', title: 'Bridge' })
  await desk.ok('airdropTasks.done', { taskId, note: 'A task' })
  expect(await desk.ok('notes.page', {})).toMatchObject({
    items: [
      { kind: 'task', subject: `${taskId} once`, coinId: 'ten', coinName: 'TEN', text: 'A task' },
      { kind: 'airdrop', coinId: 'ola', coinName: 'Ola', text: 'An airdrop' },
      { kind: 'coin', coinId: 'peaq', coinName: 'peaq', text: 'A coin' },
    ],
    next: null,
  })
  expect(await desk.ok('notes.page', { limit: 2 })).toMatchObject({ items: [{}, {}], next: 2 })
  expect(await texts(desk, { limit: 2, before: 2 })).toEqual(['A coin'])
})

it('finds by the beginnings of words, in any case and without accents, and all of them', async () => {
  const desk = await startDesk()
  await desk.ok('notes.save', { coinId: 'peaq', text: 'Ask about the Snapshot date, café on Friday' })
  await desk.ok('notes.save', { coinId: 'ola', text: 'snap decisions' })
  await desk.ok('notes.save', { coinId: 'ten', text: '這是一個空投快照筆記 🚀' })
  const found = (text: string) => texts(desk, { text }).then((all) => all.map((one) => one.split(' ')[0]))
  expect(await found('snap')).toEqual(['snap', 'Ask'])
  expect(await found('SNAPSH')).toEqual(['Ask'])
  expect(await found('snap date')).toEqual(['Ask'])
  expect(await found('cafe')).toEqual(['Ask'])
  expect(await found('napshot')).toEqual([])
  expect(await found('空投')).toEqual(['這是一個空投快照筆記'])
  expect(await found('🚀')).toEqual(['這是一個空投快照筆記'])
})

it.each([
  [
    '"',
    '""',
    'NEAR(',
    'a OR b',
    'a AND',
    'NOT',
    '*',
    'text:x',
    '-x',
    '^x',
    '{a b}',
    "'; DROP TABLE notes",
    '"a" "b',
    '%',
    '_',
    '\\',
  ],
])('takes no part of what is typed for a question of its own: %j', async (...typed) => {
  const desk = await startDesk()
  await desk.ok('notes.save', { coinId: 'peaq', text: 'plain words' })
  for (const text of typed) expect(await texts(desk, { text })).toEqual([])
  expect(await texts(desk)).toEqual(['plain words'])
})

it('asks the index for quoted words alone, whatever was typed', () => {
  expect(planOf('a OR "b" text:c')).toEqual({ by: 'index', question: '"a"* "OR"* "b"* "text"* "c"*' })
  expect(planOf('   ')).toEqual({ by: 'nothing' })
  expect(planOf('🚀')).toEqual({ by: 'text', text: '🚀' })
})

it('is in step with each change, each removal, a star, and a restart', async () => {
  const desk = await startDesk()
  const own = (await desk.ok('coins.save', { name: 'Own' })).id
  await desk.ok('notes.save', { coinId: own, text: 'first words' })
  await desk.ok('notes.save', { coinId: own, text: 'other words' })
  await desk.ok('watchlist.set', { coinId: own, watched: false })
  expect([await texts(desk, { text: 'first' }), await texts(desk, { text: 'other' })]).toEqual([[], ['other words']])
  await desk.ok('notes.save', { coinId: 'peaq', text: 'gone soon' })
  await desk.ok('notes.save', { coinId: 'peaq', text: '' })
  expect(await texts(desk, { text: 'gone' })).toEqual([])
  await desk.restart()
  expect(await texts(desk)).toEqual(['other words'])
  await desk.ok('coins.remove', { coinId: own })
  expect(await texts(desk)).toEqual([])
  expect(await desk.ok('notes.versions', { kind: 'coin', subject: own })).toEqual([])
})

it('keeps what a note said before: after a pause, or where much of it goes; not each letter that is typed', async () => {
  const desk = await startDesk()
  const save = (text: string) => desk.ok('notes.save', { coinId: 'peaq', text })
  const versions = async () =>
    (await desk.ok('notes.versions', { kind: 'coin', subject: 'peaq' })).map(({ text }) => text)
  await save('Ask about the')
  await save('Ask about the snapshot')
  expect(await versions()).toEqual([])
  desk.clock.jump(6 * 60_000)
  await save('Ask about the snapshot date')
  expect(await versions()).toEqual(['Ask about the snapshot'])
  await save('Something else')
  await save('')
  expect(await versions()).toEqual(['Something else', 'Ask about the snapshot date', 'Ask about the snapshot'])
  await save('Written anew')
  expect(await versions()).toHaveLength(3)
  expect(await desk.code('notes.save', { coinId: 'nothing', text: 'x' })).toBe('NOT_FOUND')
})

it('keeps what is erased step by step within one sitting, once', async () => {
  const desk = await startDesk()
  const save = (text: string) => desk.ok('notes.save', { coinId: 'peaq', text })
  const versions = async () =>
    (await desk.ok('notes.versions', { kind: 'coin', subject: 'peaq' })).map(({ text }) => text)
  let text = 'Ask about the snapshot date, and whether the vesting begins with the listing or before it'
  const whole = text
  await save(text)
  while (text.length > 4) {
    text = text.slice(0, Math.ceil(text.length * 0.9) - 1)
    await save(text)
  }
  expect(await versions()).toEqual([whole])
  // What is written after that is none of it, and is kept when it goes in its turn.
  await save(`${text} other words that are new`)
  await save(`${text} other words that are n`)
  expect(await versions()).toEqual([`${text} other words that are new`, whole])
  // A part in the middle, and another text in its place.
  await save(`${text} other xxxxx that are n`)
  await save(`${text} other xxxxx that yyy n`)
  expect((await versions()).slice(0, 1)).toEqual([`${text} other xxxxx that are n`])
})

it('keeps the notes of tasks and airdrops, whichever way they go', async () => {
  const desk = await startDesk()
  const versions = async (kind: 'task' | 'airdrop', subject: string) =>
    (await desk.ok('notes.versions', { kind, subject })).map(({ text }) => text)
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: 'ten', title: 'Bridge', period: 'day' })
  await desk.ok('airdropTasks.done', { taskId, note: 'Bridged 50 over the first bridge' })
  await desk.ok('airdropTasks.done', { taskId, minutes: 5 })
  expect(await versions('task', `${taskId} 2026-11-23`)).toEqual([])
  await desk.ok('airdropTasks.done', { taskId, note: 'Something else' })
  await desk.ok('airdropTasks.done', { taskId, done: false })
  expect(await versions('task', `${taskId} 2026-11-23`)).toEqual(['Something else', 'Bridged 50 over the first bridge'])
  await desk.ok('airdropTasks.done', { taskId, at: '2026-11-20T10:00:00.000Z', note: 'Of Friday' })
  await desk.ok('airdropTasks.done', { taskId, note: 'Of Monday' })
  await desk.ok('airdropTasks.remove', { taskId })
  expect(await versions('task', `${taskId} 2026-11-20`)).toEqual(['Of Friday'])
  expect((await versions('task', `${taskId} 2026-11-23`))[0]).toBe('Of Monday')
  expect(await desk.code('airdropTasks.remove', { taskId })).toBe('NOT_FOUND')
  expect(await desk.code('airdropTasks.done', { taskId, note: 'x' })).toBe('NOT_FOUND')

  const own = (await desk.ok('coins.save', { name: 'Own' })).id
  await desk.ok('airdrops.save', { coinId: own, note: 'Claim opens in May' })
  await desk.ok('airdrops.remove', { coinId: own })
  expect(await versions('airdrop', own)).toEqual(['Claim opens in May'])
  // With the coin all of it goes.
  const other = await desk.ok('airdropTasks.save', { coinId: own, title: 'Swap' })
  await desk.ok('airdropTasks.done', { taskId: other.taskId, note: 'A task of it' })
  await desk.ok('airdropTasks.done', { taskId: other.taskId, note: '' })
  expect(await versions('task', `${other.taskId} once`)).toEqual(['A task of it'])
  await desk.ok('coins.remove', { coinId: own })
  expect([await versions('airdrop', own), await versions('task', `${other.taskId} once`)]).toEqual([[], []])
})

it('keeps no version for a change that is refused', async () => {
  const desk = await startDesk()
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: 'ten', title: 'Bridge' })
  await desk.ok('airdropTasks.done', { taskId, note: 'A task' })
  desk.clock.jump(3_600_000)
  const statements = countStatements()
  expect(await desk.code('airdropTasks.done', { taskId, note: `key ${'0123456789abcdef'.repeat(4)}` })).toBe(
    'BAD_INPUT',
  )
  expect(statements.taken().filter((sql) => /note_versions/.test(sql) && !/^\s*SELECT/i.test(sql))).toEqual([])
})
