// Structured lines on a stream, redacted: an unknown object is never printed whole, and what looks like a secret is
// replaced. Errors keep their type, code and message of our own; foreign causes lose their text.

import { AppError } from '../../shared/result.ts'
import type { Clock, Logger } from '../ports.ts'

const MAX_TEXT = 300
const SECRET_NAME = /secret|passphrase|password|private|token|api.?key|signature|seed|mnemonic|credential/i
/** Long unbroken runs of key-like characters: hex, base64, age and exchange keys. UUIDs are our own order keys. */
const SECRET_TEXT = /[A-Za-z0-9+/_=-]{28,}/g
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

function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? '[redacted]' : redact(value)]),
  )
}

function redact(value: unknown): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return redactText(value)
  if (value instanceof AppError)
    return { name: value.name, code: value.code, message: redactText(value.message), cause: redact(value.cause) }
  if (value instanceof Error) return { name: value.name, stack: ownFrames(value) }
  return value === undefined ? undefined : '[object]'
}

/** The text, cut and without key-like runs. */
export function redactText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
  return cut.replace(SECRET_TEXT, (run) => (UUID.test(run) ? run : '[redacted]'))
}

// A foreign error's message may hold anything, so only its call sites are kept, without folders of this machine.
function ownFrames(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return frames
    .slice(0, 5)
    .map((line) => redactText(line.trim().replace(/\(?(file:\/\/)?\/[^ )]*\/([^/ )]+)\)?/, '$2')))
}
