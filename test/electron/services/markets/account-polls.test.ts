// The polls of accounts in use: how often each is asked, when it is left alone, and that nothing goes out beside an order.

import { expect, it, onTestFinished } from 'vitest'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createAccountPolls } from '../../../../electron/services/markets/account-polls.ts'
import type { VenueState } from '../../../../shared/app.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { until } from '../../../support/until.ts'

function start() {
  const clock = makeAppClock()
  const asked: string[] = []
  const world = {
    inUse: ['a'],
    told: true,
    tookMs: 0,
    askedMsBefore: 0,
    state: 'reachable' as VenueState,
    isSubmitting: false,
  }
  const polls = createAccountPolls({
    inUse: () => world.inUse,
    viewOf: (accountId) => ({
      poll: async () => {
        asked.push(accountId)
        const askedAt = clock.monotonic() + world.askedMsBefore
        if (world.tookMs > 0) clock.advance(world.tookMs)
        return world.told ? askedAt : null
      },
      status: () => ({ state: world.state, lastAnswerAt: null, lastAnswerMs: null }),
    }),
    isSubmitting: () => world.isSubmitting,
    clock,
    scheduler: createScheduler(clock, { error: () => {} }),
  })
  onTestFinished(() => polls.stop())
  return { clock, asked, world, polls }
}

it('asks again within what is known being good for, less what a slow answer took', async () => {
  const { clock, asked, world, polls } = start()
  polls.wake()
  await clock.sleeping(1_250)
  expect(asked).toEqual(['a'])
  world.tookMs = 700
  clock.advance(1_250)
  await clock.sleeping(550)
  world.tookMs = 9_000
  clock.advance(550)
  await clock.sleeping(250)
  expect(asked).toEqual(['a', 'a', 'a'])
})

it('asks sooner where a question of somebody else was joined, and at once where an order made the answer wrong', async () => {
  const { clock, asked, world, polls } = start()
  world.askedMsBefore = -600
  polls.wake()
  await clock.sleeping(650)
  world.askedMsBefore = Number.NEGATIVE_INFINITY
  clock.advance(650)
  await clock.sleeping(250)
  expect(asked).toEqual(['a', 'a'])
})

it.each([
  ['reachable', 5_000],
  ['refused', 30_000],
] as const)('after a failure of an exchange that is %s it rests %i ms', async (state, ms) => {
  const { clock, asked, world, polls } = start()
  Object.assign(world, { told: false, state })
  polls.wake()
  await clock.sleeping(ms)
  expect(asked).toEqual(['a'])
})

it('asks for nothing while an order is on its way, and at once when that is over', async () => {
  const { clock, asked, world, polls } = start()
  world.isSubmitting = true
  polls.wake()
  await clock.sleeping(1_250)
  expect(asked).toEqual([])
  world.isSubmitting = false
  polls.askNow('a')
  await clock.sleeping(1_250)
  expect(asked).toEqual(['a'])
})

it('rests while an account is not in use', async () => {
  const { clock, asked, world, polls } = start()
  polls.wake()
  await clock.sleeping(1_250)
  world.inUse = []
  clock.advance(1_250)
  polls.wake()
  // A loop that goes on asks within these turns, and would not once it was stopped.
  let turns = 0
  await until(() => ++turns >= 20)
  expect(asked).toEqual(['a'])
  expect(clock.isAsleepFor(1_250)).toBe(false)
})

it('asks nothing any more once it was stopped, also of an account that comes into use', async () => {
  const { clock, asked, world, polls } = start()
  polls.wake()
  await clock.sleeping(1_250)
  await polls.stop()
  world.inUse = ['b']
  polls.wake()
  let turns = 0
  await until(() => ++turns >= 20)
  expect(asked).toEqual(['a'])
})
