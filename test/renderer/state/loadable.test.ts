// Loading a value: what is kept, what counts, and what comes too late.

import { beforeEach, describe, expect, test } from 'vitest'
import { type Loadable, load, NOT_LOADED, take } from '../../../renderer/state/loadable.ts'
import { requests } from '../../../renderer/state/requests.ts'

let state: Loadable<number> = NOT_LOADED
const put = (step: Partial<Loadable<number>>) => {
  state = { ...state, ...step }
}
const later = () => Promise.withResolvers<number>()

beforeEach(() => {
  state = NOT_LOADED
})

test('a failed reload keeps the last known value', async () => {
  const of = requests()
  await load(of, put, async () => 7)
  const answer = await load(of, put, async () => {
    throw new Error('bridge gone')
  })
  expect(answer).toBeNull()
  expect(state).toMatchObject({ value: 7, loading: false, error: { code: 'INTERNAL', message: 'bridge gone' } })
})

test('of several that are asked for, the last alone is shown, and ends the waiting', async () => {
  const of = requests()
  const asked = [later(), later(), later()]
  const loads = asked.map(({ promise }) => load(of, put, () => promise))
  asked[1]?.resolve(2)
  asked[0]?.reject(new Error('gone'))
  expect(await Promise.all(loads.slice(0, 2))).toEqual([null, null])
  expect(state).toEqual({ value: null, error: null, loading: true })
  asked[2]?.resolve(3)
  expect(await loads[2]).toBe(3)
  expect(state).toEqual({ value: 3, error: null, loading: false })
})

test('an answer about something else than is asked about now is dropped', async () => {
  let account = 'first'
  const of = requests(() => account)
  const answer = later()
  const loading = load(of, put, () => answer.promise)
  account = 'second'
  answer.resolve(1)
  expect(await loading).toBeNull()
  expect(state.value).toBeNull()
})

test('what came by itself is newer than what is being asked for', async () => {
  const of = requests()
  const answer = later()
  const loading = load(of, put, () => answer.promise)
  take(of, put, 9)
  answer.resolve(1)
  expect(await loading).toBeNull()
  expect(state).toEqual({ value: 9, error: null, loading: false })
})

describe('what rides along', () => {
  test('overtakes nothing', () => {
    const of = requests()
    const first = of.begin()
    const page = of.join()
    expect([first(), page()]).toEqual([true, true])
  })

  test('is overtaken by the next request', () => {
    const of = requests()
    const page = of.join()
    of.begin()
    expect(page()).toBe(false)
  })
})
