// The first look at anything from outside: is it plain data of a bearable size? Nothing else reads it before, and what
// reads it afterwards gets a copy, so that what was checked is what is used.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'

const MAX_DEPTH = 12
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

interface Budget {
  left: number
}

/**
 * A copy of `input`, made of fresh arrays and objects. Refuses everything that is not plain JSON data, nests too deep,
 * or is larger than `maxBytes` as JSON. Names no part of the input in its messages, so that an error can never carry a
 * secret onwards.
 * @throws AppError `BAD_INPUT` or `TOO_LARGE`
 */
export function plainCopy(input: unknown, maxBytes: number): unknown {
  try {
    return copy(input, 0, { left: maxBytes })
  } catch (error) {
    // A proxy answers a look with code of its own, and a revoked one throws at every look.
    throw error instanceof AppError ? error : notPlain()
  }
}

function copy(value: unknown, depth: number, budget: Budget): unknown {
  if (depth > MAX_DEPTH) throw new AppError('BAD_INPUT', reason('INPUT_TOO_DEEP'))
  if (typeof value === 'string') {
    spend(budget, Buffer.byteLength(value) + 2)
    return value
  }
  if (value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value)) {
    spend(budget, 8)
    return value
  }
  if (typeof value !== 'object') throw notPlain()
  return Array.isArray(value) ? copyArray(value, depth, budget) : copyObject(value, depth, budget)
}

function copyArray(value: unknown[], depth: number, budget: Budget): unknown[] {
  if (Object.getPrototypeOf(value) !== Array.prototype) throw notPlain()
  const { length } = value
  // An array with holes is all length and no content: its length counts, and so does what is missing.
  spend(budget, length + 2)
  if (Reflect.ownKeys(value).length !== length + 1) throw notPlain()
  return Array.from({ length }, (_, at) => copy(valueAt(value, String(at)), depth + 1, budget))
}

function copyObject(value: object, depth: number, budget: Budget): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw notPlain()
  const made: Record<string, unknown> = {}
  for (const key of Reflect.ownKeys(value)) {
    const name = allowed(key, budget)
    made[name] = copy(valueAt(value, name), depth + 1, budget)
  }
  return made
}

function allowed(key: string | symbol, budget: Budget): string {
  if (typeof key !== 'string' || FORBIDDEN_KEYS.includes(key)) throw notAllowed()
  spend(budget, Buffer.byteLength(key) + 4)
  return key
}

// A getter could answer differently each time that it is asked, so none is ever asked.
function valueAt(holder: object, key: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key)
  if (descriptor === undefined || !('value' in descriptor)) throw notAllowed()
  return descriptor.value
}

function notAllowed(): AppError {
  return new AppError('BAD_INPUT', reason('INPUT_KEY_REFUSED'))
}

function notPlain(): AppError {
  return new AppError('BAD_INPUT', reason('INPUT_NOT_PLAIN'))
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes
  if (budget.left < 0) throw new AppError('TOO_LARGE', reason('INPUT_TOO_LARGE'))
}
