// Stands between the door and the handlers: counts which messages reach the shape of an operation, and which its service.

import type { z } from 'zod'
import type { createHandlers, Handlers } from '../../../../electron/ipc/handlers/handlers.ts'
import type { OperationName } from '../../../../shared/contract/contract.ts'

export interface Reached {
  /** Messages that were held against the operation's shape. */
  schema: number
  /** Messages that passed it and reached the service. */
  service: number
}

const counts = new Map<string, Reached>()
const schemas = new Map<string, z.ZodType>()

/** What has reached an operation in this process so far. */
export function reachedOf(operation: OperationName): Reached {
  const count = counts.get(operation) ?? { schema: 0, service: 0 }
  counts.set(operation, count)
  return count
}

/** The shape of an operation, as the last backend that was opened uses it. */
export function schemaOf(operation: OperationName): z.ZodType {
  const schema = schemas.get(operation)
  if (schema === undefined) throw new RangeError(`no backend with ${operation} was opened yet`)
  return schema
}

/** The same handlers, counted. */
export function spied(create: typeof createHandlers): typeof createHandlers {
  return (...parts) => {
    const counted = Object.entries(create(...parts)).map(([name, { input, run }]) => {
      const reached = reachedOf(name as OperationName)
      schemas.set(name, input)
      const safeParse = (value: unknown) => {
        reached.schema += 1
        return input.safeParse(value)
      }
      const counting = (...call: unknown[]) => {
        reached.service += 1
        return Reflect.apply(run, undefined, call)
      }
      return [name, { input: { safeParse }, run: counting }]
    })
    return Object.fromEntries(counted) as Handlers
  }
}
