// The one door: what is checked, in which order, and that nothing of the inside comes out.

import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { inEnglish } from '../../../electron/app/parts/english.ts'
import type { Handlers } from '../../../electron/ipc/handlers/handlers.ts'
import { createRouter } from '../../../electron/ipc/router.ts'
import type { Logger } from '../../../electron/ports/system.ts'
import { OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import { asText, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { makeAppClock } from '../../support/app-clock.ts'

const SENDER = { window: 'main' }

/** A door behind which every operation takes `{ text }` and does `run`. */
function door(run: (input: unknown, sender: unknown) => unknown = () => 'done') {
  const clock = makeAppClock()
  const seen: unknown[] = []
  const lines: [string, unknown][] = []
  const input = z.strictObject({ text: z.string().max(100_000) })
  const parse = vi.spyOn(input, 'safeParse')
  const handler = {
    input,
    run: (input: unknown, sender: unknown) => {
      seen.push(input)
      return run(input, sender)
    },
  }
  const handlers = Object.fromEntries(OPERATION_NAMES.map((name) => [name, handler])) as unknown as Handlers
  const say = (event: string, fields?: Record<string, unknown>) => void lines.push([event, fields])
  const logger: Logger = { info: say, warn: say, error: say }
  const call = createRouter(handlers, clock, logger, inEnglish)
  const code = async (...args: Parameters<typeof call>) => {
    const result = await call(...args)
    return result.ok ? 'ok' : result.error.code
  }
  return { clock, call, code, seen, lines, shaped: () => parse.mock.calls.length }
}

it('hands on what was checked, with the sender', async () => {
  const { call, seen } = door((_input, sender) => sender)
  expect(await call(SENDER, 'coins.list', { text: 'a' })).toEqual({ ok: true, value: SENDER })
  expect(seen).toEqual([{ text: 'a' }])
})

it('checks sender, operation, rate, size and shape in this order [R9]', async () => {
  const { code, clock, seen } = door()
  const flood = async () => {
    for (let at = 0; at < 200; at++) await code(SENDER, 'coins.list', { text: 'a' })
  }
  const huge = { text: 'x'.repeat(70_000), more: 1 }
  expect(await code(null, 'nothing', huge)).toBe('FORBIDDEN_SENDER')
  expect(await code(SENDER, 'nothing', huge)).toBe('UNKNOWN_OPERATION')
  await flood()
  expect(await code(SENDER, 'coins.list', huge)).toBe('RATE_LIMITED')
  expect(await code(null, 'coins.list', huge)).toBe('FORBIDDEN_SENDER')
  clock.advance(1_000)
  expect(await code(SENDER, 'coins.list', huge)).toBe('TOO_LARGE')
  expect(await code(SENDER, 'coins.list', { text: 1, more: 1 })).toBe('BAD_INPUT')
  // A length that is no number makes the validator itself fail.
  expect(await code(SENDER, 'tags.set', { coinId: 'peaq', tags: { length: { toString: 'x' } } })).toBe('BAD_INPUT')
  expect(seen).toHaveLength(200)
})

const NOBODY = [null, undefined, {}, { window: 7 }, 'main', 42] as unknown as (typeof SENDER)[]

it.each(OPERATION_NAMES)('%s is refused to everybody who is not identified, unread [R9]', async (name) => {
  const { code, seen, shaped } = door()
  for (const sender of NOBODY) expect(await code(sender, name, { text: 'a' })).toBe('FORBIDDEN_SENDER')
  expect(shaped()).toBe(0)
  expect(seen).toEqual([])
  expect(await code(SENDER, name, { text: 'a' })).toBe('ok')
  expect(shaped()).toBe(1)
})

it('says in the log that callers were refused, once a minute for each reason and without their words [R9]', async () => {
  const { code, clock, lines } = door()
  const flood = async () => {
    for (let at = 0; at < 500; at++) {
      await code(null, 'canary', { canary: 'canary' })
      await code(SENDER, 'canary', { canary: 'canary' })
    }
  }
  await flood()
  clock.advance(59_999)
  await flood()
  const first = ['FORBIDDEN_SENDER', 'UNKNOWN_OPERATION'].map((reason) => ['call-refused', { code: reason, before: 0 }])
  expect(lines).toEqual(first)
  clock.advance(1)
  await flood()
  const second = first.map(([event]) => [event, expect.objectContaining({ before: 999 })])
  expect(lines).toEqual([...first, ...second])
})

it('a stranger and an unknown name use up nobody\u2019s calls', async () => {
  const { code } = door()
  for (let at = 0; at < 500; at++) {
    await code(null, 'coins.list', {})
    await code(SENDER, 'coins.lost', {})
  }
  expect(await code(SENDER, 'coins.list', { text: 'a' })).toBe('ok')
})

it('bears 100 calls a second for ever, and refuses a flood until it ebbs', async () => {
  const { code, clock } = door()
  for (let second = 0; second < 20; second++) {
    for (let at = 0; at < 100; at++) expect(await code(SENDER, 'coins.list', { text: 'a' })).toBe('ok')
    clock.advance(1_000)
  }
  const codes = await Promise.all(Array.from({ length: 1_000 }, () => code(SENDER, 'coins.list', { text: 'a' })))
  expect(codes.slice(0, 100)).toEqual(Array(100).fill('ok'))
  expect(codes.at(-1)).toBe('RATE_LIMITED')
  expect(await code(SENDER, 'coins.get', { text: 'a' })).toBe('ok')
  clock.advance(1_000)
  for (let at = 0; at < 100; at++) expect(await code(SENDER, 'coins.list', { text: 'a' })).toBe('ok')
})

it('takes 64 kB and no more, counted in bytes', async () => {
  const { code } = door()
  const overhead = 'text'.length + 4 + 2
  expect(await code(SENDER, 'coins.list', { text: 'x'.repeat(65_536 - overhead) })).toBe('ok')
  expect(await code(SENDER, 'coins.list', { text: 'x'.repeat(65_537 - overhead) })).toBe('TOO_LARGE')
  expect(await code(SENDER, 'coins.list', { text: '\u00e9'.repeat(40_000) })).toBe('TOO_LARGE')
})

it('says where the input is wrong, in words that hold none of it', async () => {
  const { call } = door()
  const message = async (input: unknown) => {
    const result = await call(SENDER, 'coins.list', input)
    return result.ok ? 'ok' : result.error.message
  }
  expect(await message({})).toBe('text: is missing or has the wrong type.')
  expect(await message({ text: 7 })).toBe('text: is missing or has the wrong type.')
  expect(await message({ text: 'a', canary: 1 })).toBe('input: has a field this operation doesn’t use.')
  expect(await message('canary')).toBe('input: is missing or has the wrong type.')
})

it('turns our own errors into code and words, and logs only those that are ours to mend', async () => {
  const failing = (error: unknown) => {
    const one = door(() => Promise.reject(error))
    return one.call(SENDER, 'coins.list', { text: 'a' }).then((result) => ({ result, lines: one.lines }))
  }
  const inUse = await failing(new AppError('IN_USE', 'Own words.', { cause: new Error('canary') }))
  expect(inUse).toEqual({
    result: { ok: false, error: { code: 'IN_USE', message: 'Own words.', reason: asText('Own words.') } },
    lines: [],
  })
  expect((await failing(new AppError('STORAGE_FAILED', 'Full.'))).lines).toMatchObject([['operation-failed', {}]])
})

it.each<[string, unknown]>([
  ['an error', new Error('canary')],
  ['a text', 'canary'],
  ['null', null],
  ['an error of another kind', Object.assign(new TypeError('canary'), { code: 'STEP' })],
  ['what only looks like ours', { name: 'AppError', code: 'canary', message: 'canary' }],
])('tells nothing of %s that was thrown inside, at once or later', async (_name, thrown) => {
  const crash = {
    ok: false,
    error: {
      ...{ code: 'INTERNAL', message: 'Something went wrong inside Prelist. See the log for details.' },
      reason: reason('FAULT'),
    },
  }
  const now = door(() => {
    throw thrown
  })
  const later = door(() => Promise.reject(thrown))
  for (const one of [now, later]) {
    expect(await one.call(SENDER, 'coins.list', { text: 'a' })).toEqual(crash)
    expect(one.lines.map(([event]) => event)).toEqual(['operation-crashed'])
  }
})
