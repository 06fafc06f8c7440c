// The first look at anything from outside: is it plain data of a bearable size? Nothing else reads it before.

import { AppError } from '../../shared/result.ts'

const MAX_DEPTH = 12
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Refuses everything that is not plain JSON data, nests too deep, or is larger than `maxBytes` as JSON.
 * Names no part of the input in its messages, so that an error can never carry a secret onwards.
 * @throws AppError `BAD_INPUT` or `TOO_LARGE`
 */
export function assertPlainData(input: unknown, maxBytes: number): void {
  const budget = { left: maxBytes }
  visit(input, 0, budget)
}

function visit(value: unknown, depth: number, budget: { left: number }): void {
  if (depth > MAX_DEPTH) throw new AppError('BAD_INPUT', 'The input is nested too deeply.')
  if (typeof value === 'string') {
    spend(budget, Buffer.byteLength(value) + 2)
    return
  }
  if (value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value)) {
    spend(budget, 8)
    return
  }
  if (typeof value !== 'object') throw notPlain()
  const isArray = Array.isArray(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== (isArray ? Array.prototype : Object.prototype) && (isArray || prototype !== null)) throw notPlain()
  // An array with holes is all length and no content: its length counts, and so does what is missing.
  if (isArray) spend(budget, value.length + 2)
  const keys = Reflect.ownKeys(value)
  if (isArray && keys.length !== value.length + 1) throw notPlain()
  for (const key of keys) {
    if (isArray && key === 'length') continue
    const descriptor = Object.getOwnPropertyDescriptor(value, key)
    // A getter could answer differently each time it is asked: what was checked must be what is used.
    if (
      typeof key !== 'string' ||
      FORBIDDEN_KEYS.includes(key) ||
      descriptor === undefined ||
      !('value' in descriptor)
    ) {
      throw new AppError('BAD_INPUT', 'The input holds a key that is not allowed.')
    }
    spend(budget, Buffer.byteLength(key) + 4)
    visit(descriptor.value, depth + 1, budget)
  }
}

function notPlain(): AppError {
  return new AppError('BAD_INPUT', 'The input holds something that is not plain data.')
}

function spend(budget: { left: number }, bytes: number): void {
  budget.left -= bytes
  if (budget.left < 0) throw new AppError('TOO_LARGE', 'The input is too large.')
}
