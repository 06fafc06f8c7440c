// One search over coins, notes, orders and tasks.

import { expect, it } from 'vitest'
import { buy } from '../../../support/order-inputs.ts'
import { startDesk } from '../../../support/start-backend.ts'

it('finds each of them, a typing error forgiven, and names before words', async () => {
  const desk = await startDesk()
  await desk.ok('notes.save', { coinId: 'ola', text: 'Compare with Dolomite' })
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: 'ten', title: 'Dolomite quest' })
  const found = async (text: string) =>
    (await desk.ok('search.query', { text })).map(({ kind, coinId }) => `${kind} ${coinId}`)
  expect(await found('dolomite')).toEqual(['coin dolomite', 'task ten', 'note ola'])
  expect((await found('dolmite')).slice(0, 1)).toEqual(['coin dolomite'])
  expect(await found('DOLO')).toContain('coin dolomite')
  const order = await buy(desk)
  expect(await desk.ok('search.query', { text: order.market })).toContainEqual(
    expect.objectContaining({ kind: 'order', id: order.intentId, title: order.market }),
  )
  await desk.ok('airdropTasks.remove', { taskId })
  expect(await found('quest')).toEqual([])
  expect(await desk.ok('search.query', { text: 'do', limit: 1 })).toHaveLength(1)
})

it('tells what was touched last before anything is typed, and follows a change of a name', async () => {
  const desk = await startDesk()
  expect(await desk.ok('search.query', { text: '' })).toEqual([])
  await desk.ok('notes.save', { coinId: 'ola', text: 'first' })
  desk.clock.jump(1_000)
  await desk.ok('notes.save', { coinId: 'ten', text: 'second\nline' })
  expect(await desk.ok('search.query', { text: '' })).toMatchObject([
    { kind: 'note', coinId: 'ten', detail: 'second line' },
    { kind: 'note', coinId: 'ola' },
  ])
  const { id } = await desk.ok('coins.save', { name: 'Quiet Harbour' })
  expect(await desk.ok('search.query', { text: 'harbor' })).toMatchObject([{ kind: 'coin', id }])
  await desk.ok('coins.save', { coinId: id, name: 'Still Water' })
  expect(await desk.ok('search.query', { text: 'harbor' })).toEqual([])
})
