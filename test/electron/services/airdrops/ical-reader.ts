// Reads an iCalendar file by RFC 5545 and by nothing of the app: lines, folds, escapes, dates, recurrences. It refuses what
// the standard refuses, so that a file that it reads is one that calendar programs read.

export interface IcalEvent {
  uid: string
  summary: string
  description: string | null
  /** Milliseconds since 1970, or YYYY-MM-DD for a whole day. */
  start: number | string
  /** The first moments of a recurrence, the first one included. */
  occurrences: (count: number) => number[]
  /** Minutes from the beginning to the alarm, negative before it. */
  alarms: number[]
  stamp: number
}

interface Line {
  name: string
  params: Map<string, string>
  value: string
}

interface Component {
  name: string
  lines: Line[]
  parts: Component[]
}

const MAX_OCTETS = 75
const DAY_MS = 86_400_000

/** The lines with their folds undone (3.1). */
function linesOf(bytes: Uint8Array): Line[] {
  // A fold that cut a character in two would not be UTF-8 here.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (new TextEncoder().encode(line).length > MAX_OCTETS) throw new Error(`a line is too long: ${line}`)
    if (/[\r\n]/.test(line)) throw new Error('a bare line break')
  }
  const logical: string[] = []
  for (const line of physical) {
    if (!/^[ \t]/.test(line)) logical.push(line)
    else if (logical.length === 0) throw new Error('a fold before the first line')
    else logical.push(logical.pop() + line.slice(1))
  }
  return logical.map((line) => {
    const [head = '', name = '', params = ''] =
      /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):/.exec(line) ?? []
    if (head === '') throw new Error(`not a content line: ${line}`)
    // 3.1 keeps control characters but the tab out of a value.
    if ([...line].some((sign) => /\p{Cc}/u.test(sign) && sign !== '\t')) throw new Error('a control character')
    const pairs = params
      .split(';')
      .slice(1)
      .map((pair) => pair.split('=') as [string, string])
    return { name: name.toUpperCase(), params: new Map(pairs), value: line.slice(head.length) }
  })
}

function componentsOf(lines: readonly Line[]): Component {
  const root: Component = { name: '', lines: [], parts: [] }
  const open = [root]
  for (const line of lines) {
    const top = open.at(-1) ?? root
    if (line.name === 'BEGIN') {
      const part: Component = { name: line.value, lines: [], parts: [] }
      top.parts.push(part)
      open.push(part)
    } else if (line.name === 'END') {
      if (open.pop()?.name !== line.value) throw new Error(`END:${line.value} closes another component`)
    } else top.lines.push(line)
  }
  if (open.length !== 1 || root.lines.length > 0) throw new Error('a component is not closed')
  return root
}

/** A text's escapes undone (3.3.11); any other escape is an error. */
function textOf(value: string): string {
  if (/(?<!\\)(?:\\\\)*(?:[;,])/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replaceAll(/\\(.)/g, (_, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n'
    if (!/[\\;,]/.test(sign)) throw new Error(`no such escape: \\${sign}`)
    return sign
  })
}

function momentOf(value: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value) ?? []
  if (year === undefined) throw new Error(`not a moment in UTC: ${value}`)
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(ms)) throw new Error(`no such moment: ${value}`)
  return ms
}

function startOf({ params, value }: Line): number | string {
  if (params.get('VALUE') !== 'DATE') return momentOf(value)
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value) ?? []
  const text = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(`${text}T00:00:00Z`))) throw new Error(`no such day: ${value}`)
  return text
}

function occurrencesOf(start: number | string, rule: Line | undefined, count: number): number[] {
  if (typeof start === 'string') throw new Error('a whole day has no moments')
  if (rule === undefined) return [start]
  const parts = new Map(rule.value.split(';').map((part) => part.split('=') as [string, string]))
  const until = parts.has('UNTIL') ? momentOf(parts.get('UNTIL') ?? '') : Number.POSITIVE_INFINITY
  const first = new Date(start)
  const nth = (n: number): number => {
    const frequency = parts.get('FREQ')
    if (frequency === 'DAILY') return start + n * DAY_MS
    if (frequency === 'WEEKLY') return start + n * 7 * DAY_MS
    if (frequency !== 'MONTHLY') throw new Error(`no such frequency: ${frequency}`)
    return new Date(first).setUTCMonth(first.getUTCMonth() + n)
  }
  return Array.from({ length: count }, (_, n) => nth(n)).filter((ms) => ms <= until)
}

function eventOf({ lines, parts }: Component): IcalEvent {
  const one = (name: string): Line => {
    const found = lines.filter((line) => line.name === name)
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} times ${name}`)
    return found[0]
  }
  const start = startOf(one('DTSTART'))
  const rule = lines.find(({ name }) => name === 'RRULE')
  const description = lines.find(({ name }) => name === 'DESCRIPTION')
  return {
    uid: textOf(one('UID').value),
    summary: textOf(one('SUMMARY').value),
    description: description === undefined ? null : textOf(description.value),
    start,
    occurrences: (count) => occurrencesOf(start, rule, count),
    alarms: parts.map((alarm) => {
      const trigger = alarm.lines.find(({ name }) => name === 'TRIGGER')?.value ?? ''
      const [, sign, minutes] = /^(-?)PT(\d+)M$/.exec(trigger) ?? []
      if (alarm.name !== 'VALARM' || minutes === undefined) throw new Error(`not an alarm: ${trigger}`)
      return (sign === '-' ? -1 : 1) * Number(minutes)
    }),
    stamp: momentOf(one('DTSTAMP').value),
  }
}

/** The events of one calendar. @throws Error for whatever RFC 5545 does not allow */
export function readIcal(bytes: Uint8Array): IcalEvent[] {
  const { parts } = componentsOf(linesOf(bytes))
  const [calendar] = parts
  if (parts.length !== 1 || calendar?.name !== 'VCALENDAR') throw new Error('not one calendar')
  for (const [name, value] of [
    ['VERSION', '2.0'],
    ['PRODID', '-//Prelist//Airdrop work//EN'],
  ]) {
    if (calendar.lines.find((line) => line.name === name)?.value !== value) throw new Error(`no ${name}`)
  }
  const events = calendar.parts.map(eventOf)
  if (new Set(events.map(({ uid }) => uid)).size !== events.length) throw new Error('two events of one UID')
  return events
}
