// The month of deadlines: its weeks, where keys lead, and on which day each thing is due, over changes of summer time too.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateOf,
  dayByKey,
  dayOf,
  dueByDay,
  dueDay,
  shifted,
  weeksOf,
} from '../../../../renderer/features/airdrops/tasks/month.ts'
import type { Airdrop, AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('days of months')

const local = (day: string, hour: number, minute = 0) => {
  const date = dateOf(day)
  date.setHours(hour, minute, 0, 0)
  return date.toISOString()
}
const task = (of: Partial<AirdropTask>) =>
  ({
    taskId: 't',
    title: 'Bridge',
    coinId: 'ola',
    coinName: 'Ola',
    state: 'open',
    deadline: null,
    dueAt: null,
    ...of,
  }) as AirdropTask
const airdrop = (of: Partial<Airdrop>) =>
  ({ coinId: 'ten', name: 'TEN', progress: 'in-progress', deadline: '2026-12-24', ...of }) as Airdrop

describe('a month', () => {
  test('has whole weeks from Sunday on, each of its days once', () => {
    expect(weeksOf('2026-11-30').map((week) => [week[0], week[6]])).toEqual([
      ['2026-11-01', '2026-11-07'],
      ['2026-11-08', '2026-11-14'],
      ['2026-11-15', '2026-11-21'],
      ['2026-11-22', '2026-11-28'],
      ['2026-11-29', '2026-12-05'],
    ])
    expect(weeksOf('2026-02-10')).toHaveLength(4)
    expect(weeksOf('2028-02-29').flat()).toContain('2028-02-29')
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const name = `${year}-${String(month).padStart(2, '0')}`
        const days = weeksOf(`${name}-01`).flat()
        expect(new Set(days).size).toBe(days.length)
        expect(days.length % 7).toBe(0)
        expect(days.filter((day) => day.startsWith(name))).toHaveLength(new Date(year, month, 0).getDate())
        expect(days).toEqual(days.toSorted())
        expect(dateOf(days[0] ?? '').getDay()).toBe(0)
      }),
      { seed },
    )
  })

  test('is walked by keys, also over its ends and over years', () => {
    expect(dayByKey('2026-12-31', 'ArrowRight')).toBe('2027-01-01')
    expect(dayByKey('2026-03-01', 'ArrowLeft')).toBe('2026-02-28')
    expect(dayByKey('2026-11-30', 'ArrowDown')).toBe('2026-12-07')
    expect(dayByKey('2026-11-30', 'ArrowUp')).toBe('2026-11-23')
    expect(dayByKey('2026-11-30', 'Home')).toBe('2026-11-29')
    expect(dayByKey('2026-11-30', 'End')).toBe('2026-12-05')
    expect(dayByKey('2026-01-31', 'PageDown')).toBe('2026-02-28')
    expect(dayByKey('2026-01-31', 'PageUp')).toBe('2025-12-31')
    expect(dayByKey('2026-01-31', 'Enter')).toBeNull()
  })

  test('every day leads to the next and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = shifted('1990-01-01', { days })
        expect(shifted(shifted(day, { days: 1 }), { days: -1 })).toBe(day)
        expect(shifted(day, { days: 1 }) > day).toBe(true)
        expect(dayOf(dateOf(day))).toBe(day)
      }),
      { seed },
    )
  })
})

describe('what is due', () => {
  test('stands on the day by whose end it has to be done', () => {
    expect(dueDay('2026-12-24')).toBe('2026-12-24')
    expect(dueDay(local('2026-12-24', 14))).toBe('2026-12-24')
    expect(dueDay(local('2026-12-24', 0, 1))).toBe('2026-12-24')
    expect(dueDay(local('2026-12-24', 0))).toBe('2026-12-23')
  })

  test('is an open task, one that was missed, and a date of an airdrop that is not over', () => {
    const deadline = { day: '2026-12-24', time: null, timeZone: 'Asia/Tokyo', at: '2026-12-24T15:00:00.000Z' }
    const due = dueByDay(
      [
        task({ taskId: 'late', dueAt: local('2026-12-24', 18) }),
        task({ taskId: 'day', deadline, dueAt: deadline.at }),
        task({
          taskId: 'missed',
          state: 'missed',
          deadline: { ...deadline, day: '2026-11-01', at: '2026-11-01T15:00:00.000Z' },
        }),
        task({ taskId: 'done', state: 'done' }),
        task({ taskId: 'none' }),
      ],
      [airdrop({}), airdrop({ coinId: 'ola', progress: 'claimed' }), airdrop({ coinId: 'peaq', deadline: null })],
    )
    const keys = (day: string) => due.get(day)?.map(({ key }) => key)
    expect(keys('2026-12-24')).toEqual(['day', 'airdrop ten', 'late'])
    expect(due.get('2026-11-01')).toMatchObject([{ key: 'missed', isMissed: true, at: '2026-11-01' }])
    expect([...due.keys()].toSorted()).toEqual(['2026-11-01', '2026-12-24'])
  })
})
