// The scheduler: loops that rest, wait, are woken and end, on a clock that a test moves.

import { expect, it } from 'vitest'
import { createScheduler, type LoopRun } from '../../../../electron/services/common/scheduler.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function made() {
  const clock = makeAppClock()
  const failures: unknown[] = []
  const scheduler = createScheduler(clock, { error: (_message, fields) => failures.push(fields) })
  return { clock, failures, scheduler }
}

/** A loop that notes each pass and waits a second after it. */
function ticking(scheduler: ReturnType<typeof made>['scheduler']) {
  const passes: boolean[] = []
  const loop = scheduler.loop('ticking', async ({ delay, isStopped }) => {
    let slept = true
    while (!isStopped()) {
      passes.push(slept)
      slept = await delay(1_000)
    }
  })
  return { loop, passes }
}

it('rests until it is started, and then works once a delay', async () => {
  const { clock, scheduler } = made()
  const { loop, passes } = ticking(scheduler)
  await settled()
  expect(passes).toEqual([])
  loop.start()
  await clock.sleeping(1_000)
  loop.start()
  await settled()
  expect(passes).toEqual([true])
  clock.advance(1_000)
  await clock.sleeping(1_000)
  await settled()
  expect(passes).toEqual([true, true])
  await loop.stop()
})

it('is woken out of a delay, which then was not slept through', async () => {
  const { clock, scheduler } = made()
  const { loop, passes } = ticking(scheduler)
  loop.wake()
  await clock.sleeping(1_000)
  loop.wake()
  await settled()
  expect(passes).toEqual([true, false])
  await loop.stop()
})

it('ends at once when it is stopped, by a clock that heeds no signal too, and never starts again', async () => {
  const scheduler = createScheduler({ sleep: () => new Promise(() => {}) }, { error: () => {} })
  const { loop, passes } = ticking(scheduler)
  loop.start()
  await settled()
  await loop.stop()
  loop.start()
  loop.wake()
  await settled()
  expect(passes).toEqual([true])
})

it('waits for the work under way when it is stopped, and lets it delay no more', async () => {
  const { scheduler } = made()
  const hold = Promise.withResolvers<void>()
  const seen: unknown[] = []
  const loop = scheduler.loop('busy', async ({ delay, isStopped }: LoopRun) => {
    await hold.promise
    seen.push(isStopped(), await delay(1_000_000))
  })
  loop.start()
  const stopping = loop.stop().then(() => seen.push('stopped'))
  await settled()
  expect(seen).toEqual([])
  hold.resolve()
  await stopping
  expect(seen).toEqual([true, false, 'stopped'])
})

it('notes what the work throws, and begins anew at the next start', async () => {
  const { scheduler, failures } = made()
  let runs = 0
  const loop = scheduler.loop('failing', async () => {
    runs += 1
    throw new RangeError('thrown')
  })
  loop.wake()
  await settled()
  loop.wake()
  await settled()
  expect(runs).toBe(2)
  expect(failures).toEqual(Array(2).fill({ loop: 'failing', error: new RangeError('thrown') }))
})

it('notes it too when nobody can say whether the work is wanted again', async () => {
  const { scheduler, failures } = made()
  const unreadable = () => {
    throw new RangeError('unreadable')
  }
  const loop = scheduler.loop('unreadable', async () => {}, unreadable)
  loop.start()
  await settled()
  await loop.stop()
  expect(failures).toEqual([{ loop: 'unreadable', error: new RangeError('unreadable') }])
})

it('begins anew by itself for as long as it is wanted again when it ends', async () => {
  const { scheduler } = made()
  let runs = 0
  const loop = scheduler.loop(
    'again',
    async () => {
      runs += 1
    },
    () => runs < 3,
  )
  loop.start()
  await settled()
  expect(runs).toBe(3)
  await loop.stop()
})

it('a loop that wakes itself in its first turn runs once, and a stop ends it', async () => {
  const clock = makeAppClock()
  let runs = 0
  const loop = createScheduler(clock, { error: () => {} }).loop('own', async ({ delay, isStopped }) => {
    runs += 1
    if (runs === 1) loop.wake()
    while (!isStopped()) await delay(60_000)
  })
  loop.start()
  await loop.stop()
  expect(runs).toBe(1)
})
