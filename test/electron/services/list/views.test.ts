// Views of the list: named, renamed, removed, kept over a restart and in a backup, and how the columns stood last.

import { expect, it } from 'vitest'
import type { ListView } from '../../../../shared/list/views.ts'
import { startDesk } from '../../../support/start-backend.ts'

const view = (search = ''): ListView => ({
  ...{ search, screen: 75, sorting: [{ id: 'score', desc: true }] },
  layout: { visibility: { rank: false, note: true }, order: ['coin', 'score'], widths: { coin: 300 } },
  filters: {
    airdrop: { kind: 'any', values: ['confirmed'] },
    score: { kind: 'range', of: 'tech', from: 75, to: null },
    note: { kind: 'is', is: true },
    deadline: { kind: 'days', days: 7 },
  },
})

it('is saved whole, by a name of its own, and listed by name', async () => {
  const desk = await startDesk()
  expect(await desk.ok('views.list', {})).toEqual({ last: null, saved: [] })
  const second = await desk.ok('views.save', { name: 'Second', view: view('two') })
  const first = await desk.ok('views.save', { name: 'first', view: view('one') })
  expect(first.view).toEqual(view('one'))
  expect((await desk.ok('views.list', {})).saved).toEqual([first, second])
})

it('gets another name, or other content, and keeps the rest', async () => {
  const desk = await startDesk()
  const { viewId } = await desk.ok('views.save', { name: 'Old', view: view() })
  expect(await desk.ok('views.save', { viewId, name: 'New' })).toEqual({ viewId, name: 'New', view: view() })
  expect(await desk.ok('views.save', { viewId, view: view('x') })).toEqual({ viewId, name: 'New', view: view('x') })
  // Its own name in other letters is no other view's.
  expect(await desk.ok('views.save', { viewId, name: 'NEW' })).toMatchObject({ name: 'NEW' })
  expect((await desk.ok('views.list', {})).saved).toHaveLength(1)
})

it('takes no name that is taken, in whichever letters', async () => {
  const desk = await startDesk()
  await desk.ok('views.save', { name: 'Airdrops', view: view() })
  const { viewId } = await desk.ok('views.save', { name: 'Other', view: view() })
  expect(await desk.code('views.save', { name: 'airdrops', view: view() })).toBe('BAD_INPUT')
  expect(await desk.code('views.save', { viewId, name: 'ＡＩＲＤＲＯＰＳ' })).toBe('BAD_INPUT')
  expect(await desk.code('views.save', { view: view() })).toBe('BAD_INPUT')
})

it('is removed for good, once', async () => {
  const desk = await startDesk()
  const { viewId } = await desk.ok('views.save', { name: 'Gone', view: view() })
  await desk.ok('views.remove', { viewId })
  expect((await desk.ok('views.list', {})).saved).toEqual([])
  for (const [name, input] of [
    ['views.remove', { viewId }],
    ['views.save', { viewId, name: 'Back' }],
  ] as const) {
    expect(await desk.code(name, input)).toBe('NOT_FOUND')
  }
})

it('has at most fifty', async () => {
  const desk = await startDesk()
  for (let at = 0; at < 50; at += 1) await desk.ok('views.save', { name: `View ${at}`, view: view() })
  expect(await desk.code('views.save', { name: 'One more', view: view() })).toBe('BAD_INPUT')
})

it('keeps views, and how the columns stood last, over a restart', async () => {
  const desk = await startDesk()
  const { sorting, layout } = view()
  await desk.ok('views.save', { name: 'Kept', view: view() })
  await desk.ok('views.remember', { sorting: [], layout })
  await desk.ok('views.remember', { sorting, layout })
  await desk.restart()
  expect(await desk.ok('views.list', {})).toMatchObject({ last: { sorting, layout }, saved: [{ name: 'Kept' }] })
})
