// Lanes: one thing after the other for an account, side by side for two, and a failure stops nobody.

import { expect, it } from 'vitest'
import { createLanes } from '../../../../electron/services/common/lanes.ts'

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

it('runs the work of one account in its order, also after a failure', async () => {
  const lanes = createLanes()
  const seen: string[] = []
  const first = gate()
  const work = (name: string, wait?: Promise<void>) => async () => {
    seen.push(`${name} begins`)
    await wait
    seen.push(`${name} ends`)
    if (name === 'one') throw new Error('one failed')
    return name
  }
  const one = lanes.run('a', work('one', first.opened))
  const two = lanes.run('a', work('two'))
  const other = lanes.run('b', work('other'))
  expect(await other).toBe('other')
  expect(seen).toEqual(['one begins', 'other begins', 'other ends'])
  first.open()
  await expect(one).rejects.toThrow('one failed')
  expect(await two).toBe('two')
  expect(seen.slice(3)).toEqual(['one ends', 'two begins', 'two ends'])
})

it('is idle when every lane is empty, also after failures', async () => {
  const lanes = createLanes()
  await lanes.idle()
  const hold = gate()
  let idle = false
  lanes.run('a', () => hold.opened).catch(() => undefined)
  lanes.run('b', () => Promise.reject(new Error('b failed'))).catch(() => undefined)
  const waiting = lanes.idle().then(() => {
    idle = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(idle).toBe(false)
  hold.open()
  await waiting
})

it('hands on what is thrown at once', async () => {
  const failing = () => {
    throw new RangeError('at once')
  }
  await expect(createLanes().run('a', failing)).rejects.toThrow(RangeError)
})
