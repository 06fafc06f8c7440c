// Orders wait for the look at every page, a look that could not be made is made again, and damage is told once for all.

import { expect, it, onTestFinished } from 'vitest'
import type { WholeFile } from '../../../../electron/ports/stores.ts'
import { createProfileCheck } from '../../../../electron/services/common/profile-check.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { AppError } from '../../../../shared/result.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { codeOf } from '../../../support/code-of.ts'
import { until } from '../../../support/until.ts'

type Found = Awaited<ReturnType<WholeFile['check']>>

function made(wasChecked = false) {
  const clock = makeAppClock()
  const looks: PromiseWithResolvers<Found>[] = []
  let damage: AppError | null = null
  const told: string[] = []
  const logger = { info: () => {}, warn: (event: string) => void told.push(event), error: () => {} }
  const file: Pick<WholeFile, 'check' | 'stop'> = {
    check: () => {
      const look = Promise.withResolvers<Found>()
      looks.push(look)
      return look.promise
    },
    stop: () => {
      for (const look of looks) look.reject(new Error('given up'))
    },
  }
  const check = createProfileCheck({
    ...{ file, wasChecked, clock, logger, scheduler: createScheduler(clock, logger), damage: () => damage },
    damaged: () => void told.push('damaged'),
  })
  onTestFinished(() => check.stop())
  const find = async (found: Found) => {
    await until(() => looks.length > 0)
    if (found === 'damaged') damage = new AppError('PROFILE_DAMAGED', 'It is damaged.')
    looks.shift()?.resolve(found)
  }
  return { check, clock, looks, find, told }
}

it('lets an order pass once every page was found sound, and at once from then on', async () => {
  const { check, clock, find } = made()
  check.start()
  const order = check.passed()
  await clock.sleeping(10_000)
  await find('sound')
  await order
  await check.passed()
})

it('looks at nothing that was looked at before it opened', async () => {
  const { check, looks } = made(true)
  check.start()
  await check.passed()
  expect(looks).toHaveLength(0)
})

it('refuses an order for which the look takes too long, and no later one', async () => {
  const { check, clock, find } = made()
  check.start()
  const order = codeOf(check.passed())
  await clock.sleeping(10_000)
  clock.advance(10_000)
  expect(await order).toBe('PROFILE_CHECKING')
  await find('sound')
  await check.passed()
})

it.each(['overtaken', 'failed'] as const)(
  'looks again after one that was %s, and lets nothing pass before',
  async (how) => {
    const { check, clock, looks, find, told } = made()
    check.start()
    const order = check.passed()
    let isThrough = false
    void order.then(() => {
      isThrough = true
    })
    await until(() => looks.length > 0)
    if (how === 'failed') looks.shift()?.reject(new Error('the disk is full'))
    else await find('overtaken')
    await clock.sleeping(5_000)
    expect(isThrough).toBe(false)
    clock.advance(5_000)
    await find('sound')
    await order
    expect(told).toEqual(how === 'failed' ? ['profile-not-checked'] : [])
  },
)

it('refuses every order once damage was found, also one that waits', async () => {
  const { check, clock, find, told } = made()
  check.start()
  const order = codeOf(check.passed())
  await clock.sleeping(10_000)
  await find('damaged')
  expect([await order, await codeOf(check.passed())]).toEqual(['PROFILE_DAMAGED', 'PROFILE_DAMAGED'])
  expect(told).toEqual(['damaged'])
})

it('refuses every order once a later look has found damage', async () => {
  const { check, find } = made(true)
  await check.passed()
  const now = check.now()
  await find('damaged')
  expect((await now).state).toBe('damaged')
  expect(await codeOf(check.passed())).toBe('PROFILE_DAMAGED')
})

it('answers who asks for a look with the one that is under way', async () => {
  const { check, clock, looks, find } = made()
  check.start()
  const [one, other] = [check.now(), check.now()]
  expect(looks).toHaveLength(1)
  await find('sound')
  expect(await one).toEqual({ state: 'sound', checkedAt: new Date(clock.now()).toISOString() })
  expect(await other).toEqual(await one)
  const overtaken = codeOf(check.now())
  await find('overtaken')
  expect(await overtaken).toBe('PROFILE_CHECKING')
})

it('says whether it has passed, and not once damage was found', async () => {
  const { check, find } = made()
  check.start()
  expect(check.isPassed()).toBe(false)
  const order = check.passed()
  await find('sound')
  await order
  expect(check.isPassed()).toBe(true)
  const later = check.now()
  await find('damaged')
  await later
  expect(check.isPassed()).toBe(false)
})

it('lets go of an order that waits for it when the app closes', async () => {
  const { check, clock } = made()
  check.start()
  const order = codeOf(check.passed())
  await clock.sleeping(10_000)
  await check.stop()
  expect(await order).toBe('CLOSED')
})
