// Bad input to every operation, through the door that the page uses: a typed error, and nothing changes.

import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Backend } from '../../../../electron/app/backend.ts'
import { OPERATION_NAMES, type OperationName } from '../../../../shared/contract/contract.ts'
import { ERROR_CODES } from '../../../../shared/result.ts'
import { makeHastyClock } from '../../../support/app-clock.ts'
import { CANARY } from '../../../support/hostile/hostile-values.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { keptState, toldState } from '../../../support/profile/state-dump.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'
import { furnished } from '../furnished.ts'
import { casesFor, hostileMessages, type Known } from './hostile-cases.ts'
import { describe } from './message-run.ts'

/** Codes that say nothing about the input: none of them may be the answer to a bad message. */
const WRONG_REASON = ['RATE_LIMITED', 'INTERNAL', 'CLOSED', 'STORAGE_FAILED', 'VENUE_UNREACHABLE']

const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
beforeEach(() => void process.on('unhandledRejection', note))
afterEach(() => {
  process.off('unhandledRejection', note)
  expect(unhandled.splice(0)).toEqual([])
})

/** Runs `attack` on a furnished profile and expects everything to be as it was, told and kept. */
async function unchanged(attack: (backend: Backend, known: Known) => Promise<void>): Promise<void> {
  const { dataDir, known, keychain } = await furnished()
  const clock = makeHastyClock(10)
  const keptBefore = keptState(dataDir)
  const backend = await openBackend({ dataDir, clock, secretStore: memoryStore(new Map(keychain)) })
  await okOf(backend, 'vault.unlock', {})
  const prototype = Reflect.ownKeys(Object.prototype)
  const toldBefore = await toldState(backend)
  await attack(backend, known)
  expect(await toldState(backend)).toEqual(toldBefore)
  expect(Reflect.ownKeys(Object.prototype)).toEqual(prototype)
  await backend.close()
  expect(keptState(dataDir)).toEqual(keptBefore)
}

async function refused(backend: Backend, operation: string, message: unknown): Promise<string> {
  const result = await backend.call(operation, message)
  if (result.ok) throw new Error(`${operation} took ${describe(message)}`)
  expect(Object.keys(result.error).sort()).toEqual(['code', 'message', 'reason'])
  expect(ERROR_CODES).toContain(result.error.code)
  if (WRONG_REASON.includes(result.error.code)) {
    throw new Error(`${operation} answered ${result.error.code} to ${describe(message)}`)
  }
  expect(result.error.message).not.toContain(CANARY)
  return result.error.code
}

it('refuses every hostile message of the list [R11]', { timeout: 60_000 }, async () => {
  const codes = new Map<string, number>()
  let sent = 0
  await unchanged(async (backend, known) => {
    for (const [operation, one] of Object.entries(casesFor(known))) {
      for (const message of hostileMessages(one)) {
        const code = await refused(backend, operation, message)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        sent += 1
      }
    }
  })
  console.log(`hostile messages: ${sent} to ${OPERATION_NAMES.length} operations`, Object.fromEntries(codes))
  expect(sent).toBeGreaterThan(1_000)
})

it('refuses names that are no operation', async () => {
  const names = ['', 'coins', 'coins.List', 'coins.list ', '__proto__', 'constructor', 'toString', CANARY, 'vault.open']
  await unchanged(async (backend) => {
    for (const name of names) expect(await refused(backend, name, {})).toBe('UNKNOWN_OPERATION')
    for (const name of [null, undefined, 7, {}, ['coins.list'], Symbol('x')]) {
      expect(await backend.dispatch({ window: 'x' }, name, {})).toMatchObject({ error: { code: 'UNKNOWN_OPERATION' } })
    }
  })
})

/** Anything at all but an object with nothing set in it, which several operations take. */
const anything = fc
  .anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  .filter((value) => typeof value !== 'object' || value === null || Object.keys(value).length > 0)
const WORDS = /^[a-z0-9.-]+$/i

it('refuses whatever is generated [R11]', { timeout: 60_000 }, async () => {
  let sent = 0
  await unchanged(async (backend, known) => {
    const cases = casesFor(known)
    const message = fc.constantFrom(...OPERATION_NAMES).chain((operation: OperationName) => {
      const { valid } = cases[operation]
      const names = Object.keys(valid)
      const spoiltField = fc
        .tuple(fc.constantFrom('more', ...names), anything)
        // A text, a number, a flag or a null may be right somewhere; those kinds have their list above.
        .filter(([, value]) => !['string', 'number', 'boolean', 'undefined'].includes(typeof value) && value !== null)
        .filter(([, value]) => !(Array.isArray(value) && value.every((item) => typeof item === 'string')))
        .map(([name, value]) => ({ ...valid, [name]: value }))
      const strangeField = fc
        .tuple(fc.string({ minLength: 1 }), fc.jsonValue())
        .filter(([name]) => !names.includes(name) && !WORDS.test(name))
        .map(([name, value]) => ({ ...valid, [name]: value }))
      const input = fc.oneof(anything, spoiltField, strangeField)
      return fc.tuple(fc.constant(operation), input)
    })
    await fc.assert(
      fc.asyncProperty(message, async ([operation, input]) => {
        await refused(backend, operation, input)
        sent += 1
      }),
      { numRuns: 1_500, seed: announcedSeed('generated messages') },
    )
  })
  console.log(`generated messages: ${sent}`)
})

it('answers without repeating what it was given, wherever a text is echoed for people', async () => {
  const backend = await openBackend({ clock: makeHastyClock(10) })
  const long = 'x'.repeat(65)
  for (const operation of OPERATION_NAMES) {
    const result = await backend.call(operation, { [long]: long, coinId: long, intentId: long })
    expect(JSON.stringify(result)).not.toContain(long)
  }
})
