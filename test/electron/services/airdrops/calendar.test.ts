// The calendar's file, read back by a reader of its own: every moment right over summer time, every text whole.

import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CalendarEntry, calendarText, entryOf } from '../../../../electron/services/airdrops/calendar-text.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { openBooks } from '../../../support/services.ts'
import { startDesk } from '../../../support/start-backend.ts'
import { readIcal } from './ical-reader.ts'

const read = (entries: readonly CalendarEntry[]) => readIcal(new TextEncoder().encode(calendarText(entries)))
const ENTRY: CalendarEntry = {
  ...{ uid: 'one@prelist', title: 'peaq: Bridge', detail: '', at: '2026-12-01T17:30:00.000Z', repeat: null },
  ...{ remindMinutes: null, changedAt: '2026-11-23T12:00:00.000Z' },
}
/** Every line break is one, and other control characters are left out. */
const asKept = (text: string) =>
  text.replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '')
const utc = (ms: number | string | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : ms)

it.each([
  ['Europe/Berlin', '2026-03-28', '18:00', '2026-03-28T17:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '18:00', '2026-03-29T16:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-03-07', '23:59', '2026-03-08T04:59:00.000Z'],
  ['America/New_York', '2026-11-01', '23:59', '2026-11-02T04:59:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-03', '12:00', '2026-10-03T01:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '12:00', '2026-10-04T01:00:00.000Z'],
  ['America/Santiago', '2026-09-05', '23:30', '2026-09-06T03:30:00.000Z'],
  ['America/Santiago', '2026-09-06', '12:00', '2026-09-06T15:00:00.000Z'],
  ['Africa/Cairo', '2026-04-23', '23:00', '2026-04-23T21:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24', '23:00', '2026-04-24T20:00:00.000Z'],
])('a deadline in %s on %s at %s is one moment in UTC', (timeZone, day, time, expected) => {
  const { tasks, clock } = openBooks()
  clock.jump(Date.parse('2026-01-01T00:00:00Z') - clock.now())
  const task = tasks.save({ coinId: 'peaq', title: 'Bridge', deadline: { day, time, timeZone } })
  const entry = entryOf(task)
  expect(entry).not.toBe(null)
  const [event] = read(entry === null ? [] : [entry])
  expect(utc(event?.start)).toBe(expected)
})

it('a deadline without an hour is its day, and its alarm counts from the end of the day', () => {
  const { tasks } = openBooks()
  const deadline = { day: '2026-12-01', time: null, timeZone: 'Asia/Tokyo' }
  const entry = entryOf(tasks.save({ coinId: 'peaq', title: 'Bridge', deadline, remindMinutes: 120 }))
  expect(read(entry === null ? [] : [entry])).toMatchObject([{ start: '2026-12-01', alarms: [1440 - 120] }])
})

it('a task that comes back is there at the end of each of its periods, until its deadline', () => {
  const { tasks } = openBooks()
  const deadline = { day: '2026-12-20', time: '12:00', timeZone: 'UTC' }
  const occurrences = (period: 'day' | 'week' | 'month', more = {}) => {
    const entry = entryOf(tasks.save({ coinId: 'peaq', title: period, period, ...more }))
    return read(entry === null ? [] : [entry])[0]
      ?.occurrences(5)
      .map(utc)
  }
  expect(occurrences('day')?.slice(0, 2)).toEqual(['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'])
  expect(occurrences('week', { deadline })).toEqual([
    ...['2026-11-30', '2026-12-07', '2026-12-14'].map((day) => `${day}T00:00:00.000Z`),
  ])
  expect(occurrences('month', { deadline: { ...deadline, day: '2027-02-10' } })).toEqual([
    ...['2026-12-01', '2027-01-01', '2027-02-01'].map((day) => `${day}T00:00:00.000Z`),
  ])
  // The deadline comes before the first end of a period.
  expect(occurrences('month', { deadline: { ...deadline, day: '2026-11-28' } })).toEqual(['2026-11-28T12:00:00.000Z'])
})

it('a task that is done this time is there at the end of its next period, or at its deadline where that is sooner', () => {
  const { tasks } = openBooks()
  const eventOf = (period: 'day' | 'week' | 'month', more = {}) => {
    const { taskId } = tasks.save({ coinId: 'peaq', title: period, period, ...more })
    const entry = entryOf(tasks.done({ taskId }))
    return read(entry === null ? [] : [entry])[0]
  }
  const occurrences = (...task: Parameters<typeof eventOf>) =>
    eventOf(...task)
      ?.occurrences(2)
      .map(utc)
  expect(occurrences('day')).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'])
  expect(occurrences('week')).toEqual(['2026-12-07T00:00:00.000Z', '2026-12-14T00:00:00.000Z'])
  expect(occurrences('month')).toEqual(['2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z'])
  const deadline = { day: '2026-12-02', time: '12:00', timeZone: 'UTC' }
  expect(occurrences('week', { deadline })).toEqual(['2026-12-02T12:00:00.000Z'])
  expect(eventOf('week', { deadline: { ...deadline, time: null } })?.start).toBe('2026-12-02')
})

it('has nothing of what is done or over', () => {
  const { tasks, clock } = openBooks()
  const deadline = { day: '2026-11-25', time: null, timeZone: 'UTC' }
  const done = tasks.save({ coinId: 'peaq', title: 'done', deadline })
  const missed = tasks.save({ coinId: 'peaq', title: 'missed', deadline })
  expect(entryOf(tasks.done({ taskId: done.taskId }))).toBe(null)
  clock.jump(10 * 86_400_000)
  expect(entryOf(tasks.save({ taskId: missed.taskId, wallet: 'w' }))).toBe(null)
})

it.each([
  'plain',
  'a; b, c \\ d: "e"',
  'two\nlines',
  'END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:another',
  'x\u2028SUMMARY:y\u0085z\u000bq',
  `${'\ud83d\ude80'.repeat(60)}`,
  'Ärger '.repeat(40),
  '\u0000\u0007\u001b[31m',
  `${'a'.repeat(74)}\u00e9${'b'.repeat(74)}\u4e2d`,
  ' leading and trailing ',
  '\\n \\, \\; \\\\',
])('keeps a text as it is, and lets none begin a line of its own: %j', (text) => {
  const [event, ...more] = read([{ ...ENTRY, title: text, detail: text === '' ? 'x' : text }])
  expect(more).toEqual([])
  const expected = asKept(text)
  expect(event).toMatchObject({ summary: expected, description: expected })
})

it('whatever is written is read back, line by line within 75 octets', () => {
  const seed = announcedSeed('calendar texts')
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 500_000 }), (title, remindMinutes) => {
      const [event] = read([{ ...ENTRY, title, remindMinutes }])
      expect(event?.alarms.map(Math.abs)).toEqual([remindMinutes])
      expect(event?.summary).toBe(asKept(title))
    }),
    { seed },
  )
})

it('writes the file that was asked for, keeps a feed up to date, and takes it away again', async () => {
  const desk = await startDesk()
  const deadline = { day: '2026-12-01', time: '18:30', timeZone: 'Europe/Berlin' }
  const { taskId } = await desk.ok('airdropTasks.save', { coinId: 'peaq', title: 'Bridge; swap', deadline })
  await desk.ok('airdrops.save', { coinId: 'ola', deadline: '2026-12-24' })
  const file = path.join(desk.dataDir, '..', `calendar-${path.basename(desk.dataDir)}.ics`)
  expect(await desk.ok('calendar.export', { path: file })).toEqual({ path: file, entries: 2 })
  expect(readIcal(readFileSync(file))).toMatchObject([
    { uid: `${taskId}@prelist`, summary: 'peaq: Bridge; swap', start: Date.parse('2026-12-01T17:30:00Z') },
    { uid: 'ola-deadline@prelist', summary: 'Ola', start: '2026-12-24' },
  ])
  expect(await desk.code('calendar.export', { path: file })).toBe('FILE_EXISTS')

  expect(await desk.ok('calendar.status')).toEqual({ feed: null })
  const { feed } = await desk.ok('calendar.setFeed', { on: true })
  const titles = () => readIcal(readFileSync(feed ?? '')).map(({ summary }) => summary)
  expect([titles(), statSync(feed ?? '').mode & 0o777]).toEqual([['peaq: Bridge; swap', 'Ola'], 0o600])
  await desk.ok('airdropTasks.save', { taskId, title: 'Swap' })
  await desk.ok('airdrops.save', { coinId: 'ola', deadline: null })
  expect(titles()).toEqual(['peaq: Swap'])
  const own = (await desk.ok('coins.save', { name: 'Own' })).id
  await desk.ok('airdrops.save', { coinId: own, deadline: '2026-12-24' })
  expect(titles()).toEqual(['peaq: Swap', 'Own'])
  await desk.ok('airdrops.remove', { coinId: own })
  expect(titles()).toEqual(['peaq: Swap'])
  await desk.restart()
  expect(await desk.ok('calendar.status')).toEqual({ feed })
  await desk.ok('airdropTasks.done', { taskId })
  expect(titles()).toEqual([])
  expect(await desk.ok('calendar.setFeed', { on: false })).toEqual({ feed: null })
  expect(existsSync(feed ?? '')).toBe(false)
})
