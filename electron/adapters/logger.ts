// Structured lines on a stream, redacted: an unknown object is never printed whole, and what looks like a secret is
// replaced. Errors keep their type, code and message of our own; foreign causes lose their text.

import { AppError } from '../../shared/result.ts'
import type { Clock, Logger } from '../ports/system.ts'

const MAX_TEXT = 300
/** A chain of causes may be a ring. */
const MAX_CAUSES = 5
const SECRET_NAME = /secret|passphrase|password|private|token|api.?key|signature|seed|mnemonic|credential/i
/** Long unbroken runs of key-like characters: hex, base64, age and exchange keys. UUIDs are our own order keys. */
const SECRET_TEXT = /[A-Za-z0-9+/_=-]{28,}/g
/** A call site as V8 writes it; a message with a line that begins with "at" is none. */
const FRAME = /^\s+at (?:async )?(?:[\w.$<>[\] ]+ \()?(?:file:|node:)?[^\s()]+:\d+:\d+\)?$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export interface LogSink {
  write(line: string): void
}

/** A logger that writes one JSON object a line. */
export function createLogger(sink: LogSink, clock: Clock): Logger {
  const log = (level: string) => (event: string, fields?: Record<string, unknown>) => {
    const line = { at: new Date(clock.now()).toISOString(), level, event, ...redactFields(fields ?? {}) }
    sink.write(`${JSON.stringify(line)}\n`)
  }
  return { info: log('info'), warn: log('warn'), error: log('error') }
}

/** The same fields without what looks like a secret, by name or by form. */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? '[redacted]' : redact(value)]),
  )
}

function redact(value: unknown, depth = 0): unknown {
  if (depth > MAX_CAUSES) return '[object]'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return redactText(value)
  if (value instanceof AppError)
    return {
      name: value.name,
      code: value.code,
      message: redactText(value.message),
      cause: redact(value.cause, depth + 1),
    }
  if (value instanceof Error) return { name: value.name, stack: ownFrames(value) }
  return value === undefined ? undefined : '[object]'
}

/** The text without key-like runs, and cut: in this order, or the cut would leave the beginning of a run behind. */
export function redactText(text: string): string {
  const clean = text.replace(SECRET_TEXT, (run) => (UUID.test(run) ? run : '[redacted]'))
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean
}

// A foreign error's message may hold anything, so only its call sites are kept, without folders of this machine.
function ownFrames(error: Error): string[] {
  const { stack = '', message } = error
  const sites = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  const frames = sites.split('\n').filter((line) => FRAME.test(line))
  return frames
    .slice(0, 5)
    .map((line) => redactText(line.trim().replace(/\(?(file:\/\/)?\/[^ )]*\/([^/ )]+)\)?/, '$2')))
}
