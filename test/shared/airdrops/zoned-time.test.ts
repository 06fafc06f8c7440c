// From the clocks of a place to UTC, over the change to and from summer time.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodEnd, periodKey, periodStart } from '../../../shared/airdrops/task-periods.ts'
import { endOfDay, instantOf, isTimeZone, nextDay } from '../../../shared/airdrops/zoned-time.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16)

test.each([
  // Each place an hour before, in the gap, after it, before the hour that comes twice, in it, after it.
  ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30'],
  ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00'],
  ['Europe/Berlin', '2026-10-25', '01:59', '2026-10-24T23:59'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00'],
  ['America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30'],
  ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45'],
  ['America/Santiago', '2026-09-06', '00:30', '2026-09-06T04:30'],
  ['America/Santiago', '2026-04-04', '23:30', '2026-04-05T02:30'],
  ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:30'],
  ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30'],
  ['Asia/Kolkata', '2026-06-01', '12:00', '2026-06-01T06:30'],
  ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00'],
  ['UTC', '2026-02-28', '23:59', '2026-02-28T23:59'],
])('%s, %s %s is %s in UTC', (zone, day, time, expected) => {
  expect(utc(instantOf(day, time, zone))).toBe(expected)
})

test('a day ends at the next midnight there, also where that midnight is left out', () => {
  expect(utc(endOfDay('2026-12-31', 'Asia/Tokyo'))).toBe('2026-12-31T15:00')
  expect(utc(endOfDay('2026-09-05', 'America/Santiago'))).toBe('2026-09-06T04:00')
  expect(utc(endOfDay('2026-10-25', 'Europe/Berlin'))).toBe('2026-10-25T23:00')
  expect([nextDay('2026-02-28'), nextDay('2028-02-28'), nextDay('2026-12-31')]).toEqual([
    ...['2026-03-01', '2028-02-29', '2027-01-01'],
  ])
})

test('a time zone is a place of the database: no offset, no nonsense, nothing endless', () => {
  expect(['Europe/Berlin', 'UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual(
    Array(4).fill(true),
  )
  expect(['+02:00', '', 'Mars/Base', '../etc', '__proto__', 'a'.repeat(100_000)].map(isTimeZone)).toEqual(
    Array(6).fill(false),
  )
})

test('periods begin anew at 00:00 UTC: each day, each Monday, each first of a month', () => {
  const at = (text: string) => Date.parse(text)
  const monday = at('2026-11-30T00:00:00Z')
  expect(periodKey('week', monday)).toBe('2026-11-30')
  expect(periodKey('week', monday - 1)).toBe('2026-11-23')
  expect(periodKey('day', monday - 1)).toBe('2026-11-29')
  expect(periodKey('month', at('2026-12-01T00:00:00Z') - 1)).toBe('2026-11-01')
  expect(periodKey('once', monday)).toBe('once')
  expect(utc(periodEnd('month', at('2026-12-15T12:00:00Z')))).toBe('2027-01-01T00:00')
  expect(utc(periodEnd('month', at('2028-02-29T23:59:00Z')))).toBe('2028-03-01T00:00')
})

test('each moment lies in exactly one period, and the next one begins where it ends', () => {
  const seed = announcedSeed('periods')
  const moment = fc.integer({ min: 0, max: 4_102_444_800_000 })
  fc.assert(
    fc.property(moment, fc.constantFrom('day', 'week', 'month'), (ms, period) => {
      const [start, end] = [periodStart(period, ms), periodEnd(period, ms)]
      expect(start <= ms && ms < end).toBe(true)
      expect(periodStart(period, end)).toBe(end)
      expect(periodStart(period, end - 1)).toBe(start)
    }),
    { seed },
  )
})

test('what the clock there shows at a moment leads back to the moment, or to the first of two', () => {
  const seed = announcedSeed('clocks of places')
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  )
  fc.assert(
    fc.property(fc.integer({ min: 25_000_000, max: 34_000_000 }), zone, (minute, timeZone) => {
      const ms = minute * 60_000
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(ms)
      const [day = '', time = ''] = shown.split(' ')
      const back = instantOf(day, time, timeZone)
      expect([0, 30 * 60_000, 60 * 60_000]).toContain(ms - back)
    }),
    { seed },
  )
})
