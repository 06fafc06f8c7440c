// Many coins at once: tagged, watched and removed, all of them or none.

import { expect, it } from 'vitest'
import { startDesk } from '../../../support/start-backend.ts'

type Desk = Awaited<ReturnType<typeof startDesk>>
const add = async (desk: Desk, name: string) => (await desk.ok('coins.save', { name })).id
const tagsOf = async (desk: Desk, ...ids: string[]) => {
  const coins = await desk.ok('coins.list', {})
  return ids.map((id) => coins.find((coin) => coin.id === id)?.tags)
}

it('tags and watches all that are named, own coins and researched ones, and keeps other tags', async () => {
  const desk = await startDesk()
  const own = await add(desk, 'Mine')
  await desk.ok('tags.set', { coinId: 'peaq', tags: ['old', 'bag'] })
  const changed = await desk.ok('coins.markMany', {
    coinIds: [own, 'peaq', 'peaq'],
    watched: false,
    addTags: ['bag', 'new'],
    removeTags: ['old'],
  })
  expect(changed.map(({ id, watched, tags }) => ({ id, watched, tags }))).toEqual([
    { id: 'peaq', watched: false, tags: ['bag', 'new'] },
    { id: own, watched: false, tags: ['bag', 'new'] },
  ])
  expect(await tagsOf(desk, 'peaq', own, 'ten')).toEqual([['bag', 'new'], ['bag', 'new'], []])
  expect(await desk.ok('coins.markMany', { coinIds: ['peaq'], watched: true })).toMatchObject([
    { watched: true, tags: ['bag', 'new'] },
  ])
})

it('changes none where one is not there, or would have too many tags', async () => {
  const desk = await startDesk()
  expect(await desk.code('coins.markMany', { coinIds: ['peaq', 'own-gone'], addTags: ['a'] })).toBe('NOT_FOUND')
  const twenty = Array.from({ length: 20 }, (_, at) => `t${at}`)
  await desk.ok('tags.set', { coinId: 'ten', tags: twenty })
  expect(await desk.code('coins.markMany', { coinIds: ['peaq', 'ten'], addTags: ['one more'] })).toBe('BAD_INPUT')
  expect(await tagsOf(desk, 'peaq', 'ten')).toEqual([[], twenty])
})

it('removes what can be removed, and names what stays', async () => {
  const desk = await startDesk()
  const [gone, held] = [await add(desk, 'Gone'), await add(desk, 'Held')]
  await desk.ok('holdings.save', { environment: 'live', coinId: held, amount: '1' })
  expect(await desk.ok('coins.removeMany', { coinIds: [gone, held, 'peaq'] })).toEqual({
    removed: [gone],
    kept: ['peaq', held],
  })
  const ids = (await desk.ok('coins.list', {})).map(({ id }) => id)
  expect([ids.includes(gone), ids.includes(held), ids.length]).toEqual([false, true, 15])
  expect(await desk.code('coins.removeMany', { coinIds: [gone] })).toBe('NOT_FOUND')
})
