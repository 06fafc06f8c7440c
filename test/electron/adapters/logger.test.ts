// The log never holds a secret: whatever field it comes in, however deep, and wherever the text is cut.

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { openLogFile } from '../../../electron/adapters/log-file.ts'
import { createLogger, redactText } from '../../../electron/adapters/logger.ts'
import { AppError } from '../../../shared/result.ts'
import { makeAppClock } from '../../support/app-clock.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'

const seed = announcedSeed('pieces of a key')

const SHORT = 'hunter2-canary'
const KEY = 'AKIAIOSFODNN7EXAMPLEabcdef0123456789'

function logged(fields: Record<string, unknown>): string {
  let text = ''
  const logger = createLogger({ write: (line) => (text += line) }, makeAppClock())
  logger.warn('something', fields)
  return text
}

it('writes one JSON line with time, level, event and plain fields', () => {
  const uuid = 'd9428888-122b-11e1-b85c-61cd3cbb3210'
  expect(JSON.parse(logged({ intentId: uuid, count: 3, on: true, none: null, text: 'plain' }))).toEqual({
    at: '2026-11-23T12:00:00.000Z',
    level: 'warn',
    event: 'something',
    intentId: uuid,
    count: 3,
    on: true,
    none: null,
    text: 'plain',
  })
})

it.each([
  'secret',
  'apiKey',
  'api_key',
  'passphrase',
  'newPassword',
  'privateKey',
  'sessionToken',
  'Signature',
  'seed',
])('never writes a field called %s [R18]', (name) => {
  for (const value of [SHORT, 7, { inner: SHORT }, new Error(SHORT), [SHORT]]) {
    expect(JSON.parse(logged({ [name]: value }))[name]).toBe('[redacted]')
  }
})

class Holder {
  secret = SHORT
  toJSON() {
    return SHORT
  }
}

function foreign(message: string, cause?: unknown): Error {
  return new Error(message, cause === undefined ? {} : { cause })
}

it.each<[string, unknown]>([
  ['an object', { a: SHORT }],
  ['an array', [SHORT]],
  ['an object that says it is a text', new Holder()],
  ['a map', new Map([[SHORT, SHORT]])],
  ['bytes', Buffer.from(SHORT)],
  ['a function', () => SHORT],
  ['a symbol', Symbol(SHORT)],
  ['a foreign error', foreign(SHORT)],
  ['a foreign error of several lines', foreign(`first\n    at ${SHORT}\n    at run (${SHORT}:1:2)`)],
  ['an error whose stack was made up', Object.assign(foreign('x'), { stack: `Error: x\n    at ${SHORT}` })],
  ['an error with fields', Object.assign(foreign('x'), { secret: SHORT, code: SHORT })],
  ['a cause', new AppError('INTERNAL', 'Own words.', { cause: foreign(SHORT) })],
  ['a cause of a cause', new AppError('INTERNAL', 'Own.', { cause: foreign('x', foreign(SHORT)) })],
  ['a cause that is an object', new AppError('INTERNAL', 'Own.', { cause: { secret: SHORT } })],
  ['a big number', 10n],
])('writes nothing of the inside of %s [R18]', (_name, value) => {
  expect(logged({ value })).not.toContain(SHORT)
})

it('keeps code and words of our own errors, and where a foreign one happened', () => {
  const line = JSON.parse(
    logged({ error: new AppError('STORAGE_FAILED', 'The disk is full.', { cause: foreign('x') }) }),
  )
  expect(line.error).toMatchObject({ name: 'AppError', code: 'STORAGE_FAILED', message: 'The disk is full.' })
  expect(line.error.cause.stack[0]).toMatch(/^at foreign logger\.test\.ts:\d+:\d+$/)
  expect(JSON.stringify(line)).not.toContain(import.meta.dirname)
})

it('survives a ring of causes', () => {
  const ring = new AppError('INTERNAL', 'Round.')
  Object.defineProperty(ring, 'cause', { value: ring })
  expect(logged({ error: ring })).toContain('Round.')
})

it.each([
  ['hex', randomBytes(32).toString('hex')],
  ['base64', randomBytes(48).toString('base64')],
  ['base64url', randomBytes(24).toString('base64url')],
  ['an exchange key', KEY],
  ['an age key', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`],
])('takes %s out of a text and out of the words of our own errors [R18]', (_name, secret) => {
  const text = `before ${secret} after`
  const line = logged({ text, error: new AppError('INTERNAL', text) })
  expect(line).not.toContain(secret.slice(0, 24))
  expect(JSON.parse(line).text).toBe('before [redacted] after')
})

it('leaves no piece of a key, wherever in a long text it stands [R18]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 28, max: 120 }), (before, length) => {
      const secret = 'Zq9'.repeat(40).slice(0, length)
      const text = redactText(`${'word '.repeat(80).slice(0, before)} ${secret} ${'word '.repeat(100)}`)
      expect(text).not.toContain('Zq9')
      expect(text.length).toBeLessThan(320)
    }),
    { seed },
  )
})

it('keeps the log to its owner, and one older generation of it', () => {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
  const dataDir = makeProfile()
  const file = path.join(dataDir, 'prelist.log')
  openLogFile(dataDir).write('one\n')
  openLogFile(dataDir).write('two\n')
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
  expect([statSync(dataDir).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1))
  openLogFile(dataDir).write('three\n')
  expect([readFileSync(file, 'utf8'), statSync(`${file}.1`).size]).toEqual(['three\n', 1024 * 1024 + 1])
})

it('stops nothing when it cannot be written', () => {
  const dataDir = makeProfile()
  mkdirSync(path.join(dataDir, 'prelist.log'), { recursive: true })
  expect(() => openLogFile(dataDir).write('x')).not.toThrow()
})
