// The first look at input: plain data of a bearable size, or a typed error; never a crash, never a getter called.

import util from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainCopy } from '../../../electron/ipc/plain-data.ts'
import { CANARY, NEVER } from '../../support/hostile/hostile-values.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

const seed = announcedSeed('plain data')

const BAD = expect.objectContaining({ code: 'BAD_INPUT' })
const LARGE = expect.objectContaining({ code: 'TOO_LARGE' })
const look = (value: unknown, max = 65_536) => plainCopy(value, max)

it.each([
  [undefined],
  [null],
  [true],
  [0],
  [-1.5],
  [''],
  ['text'],
  [[]],
  [{}],
  [{ a: [{ b: null }], c: undefined }],
  [Object.create(null)],
])('takes %j', (value) => {
  expect(() => look(value)).not.toThrow()
})

it('takes all of JSON that is not too deep or too large', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
      fc.pre(!/__proto__|constructor|prototype/.test(JSON.stringify(value)))
      look(value, 10_000_000)
    }),
    { seed },
  )
})

const OUTSIDE = ['a number', 'a negative number', 'an array', 'a strange field']

it.each(NEVER.filter(([name]) => !OUTSIDE.includes(name)))('refuses %s, also when it is nested', (_name, value) => {
  for (const input of [value, { in: value }, [value], { in: [{ deeper: value }] }]) {
    expect(() => look(input)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(BAD_INPUT|TOO_LARGE)$/) }),
    )
  }
})

it('calls no code of the input', () => {
  let called = 0
  const call = () => {
    called += 1
    return 'x'
  }
  const getter = Object.defineProperty({}, 'a', { get: call, enumerable: true })
  const inArray = Object.defineProperty(['x'], 0, { get: call, enumerable: true })
  const iterating = Object.assign([], { [Symbol.iterator]: call })
  for (const value of [getter, inArray, iterating, { toJSON: call, toString: call }])
    expect(() => look(value)).toThrow(BAD)
  expect(called).toBe(0)
})

it('hands on a copy, so that whatever looks again sees what was checked', () => {
  const turning = new Proxy({ a: 'x', list: ['y'] }, { get: () => 'turned' })
  const copy = look(turning)
  expect(copy).toEqual({ a: 'x', list: ['y'] })
  expect(util.types.isProxy(copy)).toBe(false)
  const shared = { in: ['x'] }
  expect(look(shared)).toEqual(shared)
  expect(look(shared)).not.toBe(shared)
})

const trap = () => {
  throw new Error(CANARY)
}

it.each<keyof ProxyHandler<object>>(['getPrototypeOf', 'ownKeys', 'getOwnPropertyDescriptor'])(
  'refuses a proxy whose %s throws, without its words',
  (name) => {
    for (const target of [{ a: 1 }, [1]]) {
      const proxy = new Proxy(target, { [name]: trap })
      for (const value of [proxy, { in: proxy }, [proxy]]) expect(() => look(value)).toThrow(BAD)
    }
  },
)

class List extends Array {}

it.each<[string, unknown]>([
  ['an array with a hole', Object.assign(Array(3), { 0: 1, 2: 3 })],
  ['an array with a field', Object.assign([1], { more: 1 })],
  ['an array with a field for its hole', Object.assign(Array(2), { 1: 1, more: 1 })],
  ['an array of another class', new List()],
  ['an array without prototype', Object.setPrototypeOf([], null)],
  ['an object with an inherited field', Object.create({ a: 1 })],
  ['a hidden symbol', Object.defineProperty({}, Symbol('x'), { value: 1, enumerable: false })],
  ['a hidden getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: false })],
  ['minus infinity', Number.NEGATIVE_INFINITY],
])('refuses %s', (_name, value) => {
  expect(() => look(value)).toThrow(BAD)
})

it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at every depth', (key) => {
  const spoilt = JSON.parse(`{"${key}":1}`)
  for (const value of [spoilt, { a: spoilt }, [spoilt]]) expect(() => look(value)).toThrow(BAD)
})

it('goes twelve levels deep and no deeper', () => {
  const nest = (levels: number): unknown => (levels === 0 ? 'x' : { in: nest(levels - 1) })
  expect(() => look(nest(12))).not.toThrow()
  expect(() => look(nest(13))).toThrow(BAD)
})

it('ends at a ring, narrow or wide, and at one tree that is shared a thousandfold', () => {
  const narrow: unknown[] = []
  narrow.push(narrow)
  const wide: unknown[] = []
  for (let at = 0; at < 1_000; at++) wide.push(wide)
  let shared: unknown = 'x'
  for (let level = 0; level < 11; level++) shared = Array(50).fill(shared)
  expect(() => look(narrow)).toThrow(BAD)
  for (const value of [wide, shared]) expect(() => look(value)).toThrow(/TOO_(LARGE|DEEP)/)
})

it('counts texts, keys and lengths', () => {
  expect(() => look('x'.repeat(65_534))).not.toThrow()
  expect(() => look('x'.repeat(65_535))).toThrow(LARGE)
  expect(() => look({ ['k'.repeat(70_000)]: 1 })).toThrow(LARGE)
  expect(() => look(Array(10_000).fill(null))).toThrow(LARGE)
  expect(() => look(Array(100_000).fill({}))).toThrow(LARGE)
})
