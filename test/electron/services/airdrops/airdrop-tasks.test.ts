// Tasks of airdrops: due first, done once a period, right over resets and zones, and no secret in any of their texts.

import { expect, it } from 'vitest'
import { openBooks } from '../../../support/services.ts'

const failed = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason !== undefined && { reason: { code: reason, params: {} } }) })
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const HASH = `0x${'ab'.repeat(32)}`

/** The clock stands at Monday, 2026-11-23 12:00 UTC. */
const DAY_MS = 86_400_000

it('keeps what was written, and changes it field by field', () => {
  const { tasks } = openBooks()
  const deadline = { day: '2026-12-01', time: '18:30', timeZone: 'Europe/Berlin' }
  const { taskId } = tasks.save({
    ...{ coinId: 'peaq', title: 'Bridge', deadline, wallet: 'Ledger 2', friction: ['kyc', 'cost'], difficulty: 'hard' },
    remindMinutes: 60,
  })
  const known = { taskId, coinId: 'peaq', coinName: 'peaq', title: 'Bridge', wallet: 'Ledger 2', difficulty: 'hard' }
  expect(tasks.all()).toMatchObject([
    {
      ...known,
      deadline: { ...deadline, at: '2026-12-01T17:30:00.000Z' },
      dueAt: '2026-12-01T17:30:00.000Z',
      state: 'open',
    },
  ])
  expect(tasks.save({ taskId, wallet: null, deadline: null })).toMatchObject({
    ...{ ...known, wallet: null, deadline: null, dueAt: null, friction: ['kyc', 'cost'] },
  })
  expect(() => tasks.save({ taskId: 'none', title: 'x' })).toThrow(failed('NOT_FOUND', 'UNKNOWN_TASK'))
  expect(() => tasks.save({ title: 'x' })).toThrow(failed('BAD_INPUT', 'TASK_NEEDS_TITLE'))
  expect(() => tasks.save({ coinId: 'nothing', title: 'x' })).toThrow(failed('NOT_FOUND'))
  expect(() => tasks.save({ taskId, deadline: { ...deadline, timeZone: 'Mars/Base' } })).toThrow(
    failed('BAD_INPUT', 'UNKNOWN_TIME_ZONE'),
  )
})

it('a weekly task is done once a week, and is to be done again from Monday, 00:00 UTC, on', () => {
  const { tasks, clock } = openBooks()
  const { taskId } = tasks.save({ coinId: 'peaq', title: 'Vote', period: 'week' })
  expect(tasks.all()[0]).toMatchObject({ state: 'open', dueAt: '2026-11-30T00:00:00.000Z' })
  tasks.done({ taskId, minutes: 5, fees: [{ asset: 'ETH', amount: '0.001' }] })
  const twice = tasks.done({ taskId, note: 'and again', evidence: { transaction: HASH } })
  expect(twice).toMatchObject({ state: 'done', dueAt: null, resetsAt: '2026-11-30T00:00:00.000Z' })
  expect(twice.records).toMatchObject([
    {
      period: '2026-11-23',
      minutes: 5,
      fees: [{ amount: '0.001' }],
      note: 'and again',
      evidence: { transaction: HASH },
    },
  ])
  clock.jump(6.5 * DAY_MS - 1)
  expect(tasks.all()[0]).toMatchObject({ state: 'done' })
  clock.jump(1)
  expect(tasks.all()[0]).toMatchObject({ state: 'open', dueAt: '2026-12-07T00:00:00.000Z', resetsAt: null })
  expect(tasks.done({ taskId }).records.map(({ period }) => period)).toEqual(['2026-11-30', '2026-11-23'])
  expect(tasks.done({ taskId, done: false })).toMatchObject({ state: 'open', records: [{ period: '2026-11-23' }] })
})

it('a deadline ends it: missed where it was never done, ended where it came back', () => {
  const { tasks, clock } = openBooks()
  const deadline = { day: '2026-11-25', time: null, timeZone: 'America/New_York' }
  const once = tasks.save({ coinId: 'peaq', title: 'Once', deadline })
  const daily = tasks.save({ coinId: 'peaq', title: 'Daily', period: 'day', deadline })
  tasks.save({ coinId: 'peaq', title: 'Never', period: 'day', deadline })
  tasks.done({ taskId: daily.taskId })
  // The day is over there at 05:00 UTC of the next.
  clock.jump(Date.parse('2026-11-26T05:00:00Z') - clock.now() - 1)
  expect(tasks.all().map(({ title, state, dueAt }) => [title, state, dueAt])).toEqual([
    ['Once', 'open', '2026-11-26T05:00:00.000Z'],
    ['Daily', 'open', '2026-11-26T05:00:00.000Z'],
    ['Never', 'open', '2026-11-26T05:00:00.000Z'],
  ])
  clock.jump(1)
  expect(tasks.all().map(({ title, state, dueAt }) => [title, state, dueAt])).toEqual([
    ['Once', 'missed', null],
    ['Never', 'missed', null],
    ['Daily', 'ended', null],
  ])
  expect(tasks.done({ taskId: once.taskId, at: '2026-11-25T10:00:00.000Z' })).toMatchObject({ state: 'done' })
})

it('tells what is due first in front, a part at a time', () => {
  const { tasks } = openBooks()
  const due = (day: string) => ({ day, time: null, timeZone: 'UTC' })
  const done = tasks.save({ coinId: 'peaq', title: 'done' })
  tasks.done({ taskId: done.taskId })
  tasks.save({ coinId: 'peaq', title: 'no date' })
  tasks.save({ coinId: 'ten', title: 'later', deadline: due('2026-12-24') })
  tasks.save({ coinId: 'peaq', title: 'soon', deadline: due('2026-11-24') })
  tasks.save({ coinId: 'peaq', title: 'missed', deadline: due('2026-11-01') })
  tasks.save({ coinId: 'peaq', title: 'daily', period: 'day' })
  const titles = (filter: Parameters<typeof tasks.page>[0]) => tasks.page(filter).items.map(({ title }) => title)
  expect(titles({})).toEqual(['daily', 'soon', 'later', 'no date', 'missed', 'done'])
  expect(titles({ coinId: 'ten' })).toEqual(['later'])
  expect(tasks.page({ limit: 4 })).toMatchObject({ next: 4 })
  expect([titles({ limit: 4, before: 4 }), tasks.page({ limit: 4, before: 4 }).next]).toEqual([
    ['missed', 'done'],
    null,
  ])
})

it('writes down no recovery phrase and no private key, whatever field it is pasted into', () => {
  const { tasks } = openBooks()
  const { taskId } = tasks.save({ coinId: 'peaq', title: 'Bridge' })
  for (const texts of [{ wallet: PHRASE }, { title: PHRASE }]) {
    expect(() => tasks.save({ taskId, ...texts })).toThrow(failed('BAD_INPUT', 'LOOKS_LIKE_RECOVERY_PHRASE'))
    expect(() => tasks.save({ coinId: 'peaq', title: 'New', ...texts })).toThrow(failed('BAD_INPUT'))
  }
  expect(() => tasks.save({ taskId, wallet: HASH })).toThrow(failed('BAD_INPUT', 'LOOKS_LIKE_PRIVATE_KEY'))
  const key = '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ'
  const link = `https://example.com/?k=${key}`
  for (const more of [
    { note: PHRASE },
    { note: HASH },
    { evidence: { picture: HASH } },
    { evidence: { link } },
    { evidence: { transaction: key } },
  ]) {
    expect(() => tasks.done({ taskId, ...more })).toThrow(failed('BAD_INPUT'))
  }
  expect(tasks.all()).toMatchObject([{ title: 'Bridge', wallet: null, records: [] }])
})

it('counts no record for a period that has not begun', () => {
  const { tasks } = openBooks()
  const { taskId } = tasks.save({ coinId: 'peaq', title: 'Daily', period: 'day' })
  expect(() => tasks.done({ taskId, at: '2026-11-24T00:00:00.000Z' })).toThrow(failed('NOT_ALLOWED', 'DONE_AHEAD'))
  expect(tasks.done({ taskId, at: '2026-11-22T10:00:00.000Z' })).toMatchObject({ state: 'open' })
})

it('sums what the tasks of a coin took, and keeps its records when the coin\u2019s page is gone', () => {
  const { tasks, airdrops, coins } = openBooks()
  const own = coins.save({ name: 'Own' }).id
  const { taskId } = tasks.save({ coinId: own, title: 'Daily', period: 'day' })
  const fees = (amount: string) => [{ asset: 'ETH', amount }]
  tasks.done({ taskId, fees: fees('0.1'), minutes: 10, money: { asset: 'USD', amount: '2' } })
  tasks.done({ taskId, at: '2026-11-22T10:00:00.000Z', fees: fees('0.2'), minutes: 5 })
  airdrops.save({
    coinId: own,
    expected: '250',
    project: { status: 'claim-open', asOf: '2026-11-20', source: 'their blog' },
  })
  expect(airdrops.list().find(({ coinId }) => coinId === own)).toMatchObject({
    ...{ expected: '250', project: { status: 'claim-open' }, tasks: { open: 0, done: 1, missed: 0 } },
    spent: { fees: fees('0.3'), money: [{ asset: 'USD', amount: '2' }], minutes: 15 },
  })
  expect(() => airdrops.remove(own)).toThrow(failed('IN_USE', 'AIRDROP_IN_USE'))
  tasks.remove(taskId)
  airdrops.remove(own)
  expect(airdrops.list().some(({ coinId }) => coinId === own)).toBe(false)
  expect(() => airdrops.remove('peaq')).toThrow(failed('NOT_EDITABLE', 'AIRDROP_AS_PUBLISHED'))
})

it('a coin that is removed takes its tasks along, one that something was claimed of stays', () => {
  const { tasks, coins, claim } = openBooks()
  const [own, claimed] = [coins.save({ name: 'Own' }).id, coins.save({ name: 'Claimed' }).id]
  const { taskId } = tasks.save({ coinId: own, title: 'Daily', period: 'day' })
  tasks.done({ taskId })
  claim({ claimId: 'c', coinId: claimed, environment: 'live', amount: '1' })
  coins.remove(own)
  expect(tasks.all()).toEqual([])
  expect(() => coins.remove(claimed)).toThrow(failed('IN_USE'))
})
