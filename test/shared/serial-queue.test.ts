// The queue: one thing after the other under a key, side by side under two, and a failure stops nobody.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMutex, createSerialQueue } from '../../shared/serial-queue.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

it('runs the work of one key in its order, also after a failure', async () => {
  const queue = createSerialQueue()
  const seen: string[] = []
  const first = gate()
  const work = (name: string, wait?: Promise<void>) => async () => {
    seen.push(`${name} begins`)
    await wait
    seen.push(`${name} ends`)
    if (name === 'one') throw new Error('one failed')
    return name
  }
  const one = queue.run('a', work('one', first.opened))
  const two = queue.run('a', work('two'))
  const other = queue.run('b', work('other'))
  expect(await other).toBe('other')
  expect(seen).toEqual(['one begins', 'other begins', 'other ends'])
  first.open()
  await expect(one).rejects.toThrow('one failed')
  expect(await two).toBe('two')
  expect(seen.slice(3)).toEqual(['one ends', 'two begins', 'two ends'])
})

it('is idle when everything is over, also after failures', async () => {
  const queue = createSerialQueue()
  await queue.idle()
  const hold = gate()
  let idle = false
  queue.run('a', () => hold.opened).catch(() => undefined)
  queue.run('b', () => Promise.reject(new Error('b failed'))).catch(() => undefined)
  const waiting = queue.idle().then(() => {
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
  await expect(createSerialQueue().run('a', failing)).rejects.toThrow(RangeError)
})

it('runs alone what must be, after everything before it and before everything behind it', async () => {
  const queue = createSerialQueue()
  const seen: string[] = []
  const hold = gate()
  const note = (name: string) => async () => void seen.push(name)
  const before = queue.run('a', async () => {
    await hold.opened
    seen.push('before')
  })
  const alone = queue.alone(async () => {
    await note('alone')()
    throw new Error('alone failed')
  })
  const behind = [queue.run('a', note('behind a')), queue.run('b', note('behind b'))]
  expect(seen).toEqual([])
  hold.open()
  await before
  await expect(alone).rejects.toThrow('alone failed')
  await Promise.all(behind)
  expect(seen.slice(0, 2)).toEqual(['before', 'alone'])
  expect(seen.slice(2).toSorted()).toEqual(['behind a', 'behind b'])
})

it('keeps its promises in whatever order things enter, end and fail', async () => {
  const seed = announcedSeed('queues')
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'alone'), turns: fc.nat(5), fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const queue = createSerialQueue()
      const running = new Set<string>()
      const order: Record<string, number[]> = { a: [], b: [], alone: [] }
      const work = (key: string, index: number, turns: number, fails: boolean) => async () => {
        const beside = [...running]
        expect(key === 'alone' ? beside : beside.filter((other) => other === key || other === 'alone')).toEqual([])
        running.add(key)
        order[key]?.push(index)
        for (let turn = 0; turn < turns; turn += 1) await null
        running.delete(key)
        if (fails) throw new RangeError(String(index))
        return index
      }
      const results = steps.map(({ key, turns, fails }, index) => {
        const one = work(key, index, turns, fails)
        return key === 'alone' ? queue.alone(one) : queue.run(key, one)
      })
      const ended = Promise.allSettled(results)
      await queue.idle()
      expect(running.size).toBe(0)
      for (const indices of Object.values(order)) expect(indices).toEqual(indices.toSorted((a, b) => a - b))
      for (const [index, result] of (await ended).entries()) {
        expect(result.status).toBe(steps[index]?.fails === true ? 'rejected' : 'fulfilled')
      }
    }),
    { seed, numRuns: 100 },
  )
})

it('without keys everything is one row', async () => {
  const mutex = createMutex()
  const seen: number[] = []
  const hold = gate()
  const first = mutex.run(() => hold.opened)
  const second = mutex.run(async () => seen.push(2))
  expect(seen).toEqual([])
  hold.open()
  await Promise.all([first, second])
  await mutex.idle()
  expect(seen).toEqual([2])
})
