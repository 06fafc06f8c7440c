// Messages for one operation: valid ones spoilt in one place, others built along its own shape, and what is no message.

import fc from 'fast-check'
import type { z } from 'zod'
import { hostileLeaf, hostileName, hostileText } from '../../../support/hostile/hostile-texts.ts'
import { NEVER } from '../../../support/hostile/hostile-values.ts'

type Fields = Record<string, unknown>

/** In a box, because the generator looks at what it makes, and a revoked proxy bears no look. */
export interface Message {
  input: unknown
}

const boxed = (input: unknown): Message => ({ input })

/** What zod keeps of a shape; only the parts that say how a near-valid value looks. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  in?: z.ZodType
  entries?: Record<string, string>
  /** Of a union. */
  options?: z.ZodType[]
  /** Of a literal. */
  values?: unknown[]
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition

/** Values along the branches of `schema`, mostly right in each place; `example` is a right one. */
function near(schema: z.ZodType, example: unknown, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const { type, shape, innerType, element, in: input, entries, options, values } = definitionOf(schema)
  const spoilt = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 6, arbitrary: right }, hostileLeaf)
  if (shape !== undefined) return spoilt(nearObject(shape, example, ids))
  if (input !== undefined) return near(input, example, ids)
  if (options !== undefined) return fc.oneof(...options.map((option) => near(option, example, ids)))
  if (values !== undefined) return spoilt(fc.constantFrom(...values))
  if (innerType !== undefined) {
    const empty = fc.constant(type === 'nullable' ? null : undefined)
    return fc.oneof({ weight: 3, arbitrary: near(innerType, example, ids) }, empty)
  }
  if (element !== undefined) {
    const one: unknown = Array.isArray(example) ? example[0] : undefined
    return spoilt(fc.array(near(element, one, ids), { maxLength: 22 }))
  }
  if (entries !== undefined) return spoilt(fc.constantFrom(...Object.values(entries)))
  if (type === 'boolean') return spoilt(fc.boolean())
  // An id is worth more when it is another one than before: a ticket can be submitted once.
  const weight = typeof example === 'string' && UUID.test(example) ? 9 : 1
  const right = fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight, arbitrary: ids }, hostileText)
  return spoilt(right)
}

function nearObject(shape: Record<string, z.ZodType>, example: unknown, ids: fc.Arbitrary<string>) {
  const examples = (typeof example === 'object' && example !== null ? example : {}) as Fields
  const fields = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const right = fc.constant(examples[name])
      return [name, fc.oneof({ weight: 2, arbitrary: right }, near(schema, examples[name], ids))]
    }),
  )
  const made = fc.record(fields, { requiredKeys: Object.keys(shape) })
  const short = fc.record(fields, { requiredKeys: [] })
  const long = fc.tuple(made, hostileName, hostileLeaf).map(([base, name, value]) => ({ ...base, [name]: value }))
  return fc.oneof({ weight: 3, arbitrary: made }, short, { weight: 3, arbitrary: long })
}

/** Every place in a message, as the names that lead there. */
function places(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [[name], ...places(inner).map((rest) => [name, ...rest])])
}

function changed(message: unknown, [name, ...rest]: string[], change: (value: unknown) => unknown): unknown {
  if (name === undefined) return change(message)
  const copy: Fields = Array.isArray(message) ? ([...message] as unknown as Fields) : { ...(message as Fields) }
  const next = changed(copy[name], rest, change)
  if (next === GONE) delete copy[name]
  else copy[name] = next
  return copy
}

const GONE = Symbol('left out')

/** What is done to a value in one place. */
const spoilings: fc.Arbitrary<(value: unknown) => unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileLeaf.map((leaf) => () => leaf) },
  fc.constant(() => GONE),
  fc.constant((value: unknown) => [value]),
  fc.constant((value: unknown) => ({ value })),
  fc.constant((value: unknown) => Number(value)),
  fc.constant((value: unknown) => String(value)),
  fc.constant((value: unknown) => (typeof value === 'string' ? value.toUpperCase() : value)),
  fc.constant((value: unknown) => (typeof value === 'string' ? ` ${value}` : null)),
  fc.tuple(hostileName, hostileLeaf).map(([name, leaf]) => (value: unknown) => {
    return typeof value === 'object' && value !== null ? { ...value, [name]: leaf } : `${value}${name}`
  }),
  hostileText.map((text) => (value: unknown) => (Array.isArray(value) ? [...value, text] : `${value}${text}`)),
)

function mutations(valid: Fields): fc.Arbitrary<unknown> {
  const place = fc.constantFrom<string[]>([], ...places(valid), ...places(valid))
  const spoil = fc.tuple(place, spoilings).map(([where, how]) => {
    const made = changed(valid, where, how)
    return made === GONE ? undefined : made
  })
  return fc.oneof({ weight: 12, arbitrary: spoil }, fc.constant(valid))
}

/** What is not even plain data, whole or in one place of a valid message; some of it is, by chance. */
function strangers(valid: Fields): fc.Arbitrary<Message> {
  const kinds = { withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true }
  const any = fc.anything({ ...kinds, withTypedArray: true, withNullPrototype: true, key: hostileName })
  const never = fc.constantFrom(...NEVER.map(([, input]) => ({ input })))
  const stranger = fc.oneof(never, any.map(boxed))
  const place = fc.constantFrom<string[]>([], ...places(valid))
  return fc.tuple(place, stranger).map(([where, { input }]) => boxed(changed(valid, where, () => input)))
}

/** Messages that mostly reach the operation's shape, and some that must not; `ids` are put where an id may stand. */
export function messagesFor(schema: z.ZodType, valid: Fields, ids: readonly string[]): fc.Arbitrary<Message> {
  const known = fc.constantFrom(...ids)
  return fc.oneof(
    { weight: 5, arbitrary: near(schema, valid, known).map(boxed) },
    { weight: 5, arbitrary: mutations(valid).map(boxed) },
    { weight: 2, arbitrary: strangers(valid) },
  )
}

/** The words that the shape itself is made of: an error that says where the input is wrong may name them. */
export function wordsOf(schema: z.ZodType): string[] {
  const { shape = {}, innerType, element, in: input, entries = {}, options = [], values = [] } = definitionOf(schema)
  const parts = [...Object.values(shape), innerType, element, input, ...options]
  const inner = parts.flatMap((one) => (one ? wordsOf(one) : []))
  return [...Object.keys(shape), ...Object.values(entries), ...values.map(String), ...inner]
}
