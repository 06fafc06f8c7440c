// Deadlines as an iCalendar file (RFC 5545). Every moment is written in UTC, so that no change of summer time and no
// calendar's own table of zones can move it. Pure.

import type { AirdropTask, TaskPeriod } from '../../../shared/airdrops/airdrops.ts'
import { periodEnd } from '../../../shared/airdrops/task-periods.ts'

/** One entry; a moment in ISO 8601 UTC, or a day. */
export interface CalendarEntry {
  uid: string
  title: string
  detail: string
  /** YYYY-MM-DD or ISO 8601 UTC */
  at: string
  repeat: { period: Exclude<TaskPeriod, 'once'>; until: string | null } | null
  remindMinutes: number | null
  changedAt: string
}

const FREQUENCY = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const
const MINUTES_OF_A_DAY = 1_440
/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75
const encoder = new TextEncoder()

/** A file that calendar programs take in, with `CRLF` line ends. */
export function calendarText(entries: readonly CalendarEntry[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Prelist//Airdrop work//EN', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', 'X-WR-CALNAME:Prelist'],
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(entry: CalendarEntry): string[] {
  const { uid, title, detail, at, repeat, remindMinutes, changedAt } = entry
  const isDay = !at.includes('T')
  const changed = stamp(changedAt)
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${changed}`, `LAST-MODIFIED:${changed}`],
    isDay ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${stamp(at)}`,
    ...(repeat === null ? [] : [`RRULE:FREQ=${FREQUENCY[repeat.period]}${untilOf(repeat.until)}`]),
    `SUMMARY:${escaped(title)}`,
    ...(detail === '' ? [] : [`DESCRIPTION:${escaped(detail)}`]),
    // A deadline takes no time of the day that it falls on.
    'TRANSP:TRANSPARENT',
    ...(remindMinutes === null ? [] : alarmLines(title, isDay ? remindMinutes - MINUTES_OF_A_DAY : remindMinutes)),
    'END:VEVENT',
  ]
}

const untilOf = (until: string | null): string => (until === null ? '' : `;UNTIL=${stamp(until)}`)

/** Before the beginning of the entry; of a day, the deadline is its end. */
function alarmLines(title: string, minutesBefore: number): string[] {
  const trigger = minutesBefore < 0 ? `PT${-minutesBefore}M` : `-PT${minutesBefore}M`
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:${trigger}`, 'END:VALARM']
}

/** 20261130T235900Z */
const stamp = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A text (RFC 5545, 3.3.11). No line break of any kind is left that could begin a property of its own. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/[^\P{Cc}\t]/gu, '')

/** Lines of at most 75 octets; no character is cut in two. */
function folded(line: string): string {
  if (encoder.encode(line).length <= LINE_OCTETS) return line
  let [folds, octets] = ['', 0]
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > LINE_OCTETS) {
      folds += '\r\n '
      octets = 1
    }
    folds += sign
    octets += size
  }
  return folds
}

/** When a task that comes back is due after its reset; `null` for one that does not. */
function dueAgain({ period, resetsAt, deadline }: AirdropTask): string | null {
  if (period === 'once' || resetsAt === null) return null
  const end = new Date(periodEnd(period, Date.parse(resetsAt))).toISOString()
  return deadline !== null && deadline.at < end ? deadline.at : end
}

/** The entry of a task that is to be done, or comes back; `null` for one that does not. */
export function entryOf(task: AirdropTask): CalendarEntry | null {
  const { period, deadline, state } = task
  // At its reset it only opens; what is done this time is due again at the end of the next.
  const at = task.dueAt ?? dueAgain(task)
  if (at === null || state === 'missed' || state === 'ended') return null
  const isOnDeadline = deadline !== null && at === deadline.at
  // A deadline without an hour is a day, as it was typed.
  const isDay = isOnDeadline && deadline.time === null
  const place = deadline === null ? '' : [deadline.day, deadline.time, deadline.timeZone].filter(Boolean).join(' ')
  return {
    uid: `${task.taskId}@prelist`,
    title: `${task.coinName}: ${task.title}`,
    detail: [place, task.wallet ?? ''].filter((part) => part !== '').join('\n'),
    at: isDay ? deadline.day : at,
    repeat: period === 'once' || isOnDeadline ? null : { period, until: deadline?.at ?? null },
    remindMinutes: task.remindMinutes,
    changedAt: task.updatedAt,
  }
}
