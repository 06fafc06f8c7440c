// In which group a task stands, and what its costs read like.

import { expect, test } from 'vitest'
import { effortWords, recordWords, spentWords } from '../../../../renderer/features/airdrops/tasks/effort-words.ts'
import { groupTasks } from '../../../../renderer/features/airdrops/tasks/task-groups.ts'
import { aTask } from '../../fakes/fake-airdrops.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

test('what is due first stands first; what was missed, done or has ended comes after what can still be done', () => {
  const due = (dueAt: string | null) => aTask({ taskId: `due ${dueAt}`, dueAt })
  const tasks = [
    aTask({ taskId: 'done', state: 'done' }),
    aTask({ taskId: 'missed', state: 'missed' }),
    aTask({ taskId: 'ended', state: 'ended' }),
    due('2026-11-24T11:59:59.000Z'),
    due('2026-11-24T12:00:00.000Z'),
    due('2026-11-30T12:00:00.000Z'),
    due(null),
  ]
  expect(groupTasks(tasks, NOW).map(({ group, rows }) => [group, rows.map(({ taskId }) => taskId)])).toEqual([
    ['today', ['due 2026-11-24T11:59:59.000Z']],
    ['week', ['due 2026-11-24T12:00:00.000Z']],
    ['later', ['due 2026-11-30T12:00:00.000Z']],
    ['open', ['due null']],
    ['missed', ['missed']],
    ['done', ['done']],
    ['ended', ['ended']],
  ])
})

test('costs are told coin by coin, and nothing where nothing was noted', () => {
  const fees = [{ asset: 'ETH', amount: '0.003' }]
  const money = { asset: 'USD', amount: '2' }
  expect(spentWords({ fees, money: [money], minutes: 15 })).toBe('0.003 ETH, 2 USD, 15 min')
  expect(spentWords({ fees: [], money: [], minutes: 0 })).toBe('')
  const evidence = { link: null, transaction: null, picture: null, date: null }
  const record = { period: 'once', doneAt: '2026-11-23T12:00:00.000Z', evidence, note: '' }
  expect(recordWords({ ...record, fees, money: null, minutes: null })).toBe('0.003 ETH')
  expect(effortWords({ friction: ['kyc', 'phone'], difficulty: 'hard' })).toBe('Hard, KYC, Phone number')
})
