// The one door into the backend: sender, operation, size, rate and shape are checked here, in this order, every time.

import type { z } from 'zod'
import { OPERATION_NAMES, type OperationName } from '../../shared/contract/contract.ts'
import { type ReasonParams, reason } from '../../shared/reasons/reason.ts'
import { AppError, type ErrorValue, type Result } from '../../shared/result.ts'
import type { Audit } from '../ports/operations.ts'
import type { Clock, Logger } from '../ports/system.ts'
import type { Handlers } from './handlers/handlers.ts'
import { plainCopy } from './plain-data.ts'
import { createRateLimit } from './rate-limit.ts'
import { createRefusalLog } from './refusal-log.ts'
import type { Sender } from './trusted-sender.ts'

const MAX_INPUT_BYTES = 64 * 1024
/** Comfortably above what a hand can do, far below what would hurt. */
const CALLS_PER_SECOND = 200
/** The name of a field that somebody else made up is shown in part. */
const MAX_PATH = 200

export type Dispatch = (sender: Sender | null, operation: unknown, input: unknown) => Promise<Result<unknown>>

/**
 * Builds the door. It never throws: whatever goes wrong becomes a `Result` with a code and no details of the inside.
 * `worded` gives an error its English message. `audit` is told who was turned away, and must not throw; without an open
 * profile there is nobody to tell.
 */
export function createRouter(
  handlers: Handlers,
  clock: Clock,
  logger: Logger,
  worded: (error: ErrorValue) => ErrorValue,
  audit: Audit = () => {},
): Dispatch {
  const rateLimit = createRateLimit(clock, CALLS_PER_SECOND)
  const refusals = createRefusalLog(clock, logger, audit)
  return async (sender, operation, input) => {
    try {
      // A shell that fails to say who calls has not identified anybody.
      if (typeof sender?.window !== 'string') {
        refusals.note('FORBIDDEN_SENDER')
        throw new AppError('FORBIDDEN_SENDER', reason('SENDER_REFUSED'))
      }
      const name = OPERATION_NAMES.find((candidate) => candidate === operation)
      if (name === undefined) {
        refusals.note('UNKNOWN_OPERATION')
        throw new AppError('UNKNOWN_OPERATION', reason('NO_SUCH_OPERATION'))
      }
      rateLimit.take(name)
      const plain = plainCopy(input, MAX_INPUT_BYTES)
      return { ok: true, value: await callHandler(handlers, name, plain, sender) }
    } catch (error) {
      if (isMalformed(error)) refusals.noteMalformed()
      return { ok: false, error: worded(toErrorValue(error, logger)) }
    }
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'BAD_INPUT' || error.code === 'TOO_LARGE')
}

function callHandler<K extends OperationName>(handlers: Handlers, name: K, input: unknown, sender: Sender): unknown {
  const handler = handlers[name]
  const parsed = parse(handler.input, input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.join('.') || 'input'
    throw new AppError(
      'BAD_INPUT',
      reason('FIELD_REFUSED', { field: path.slice(0, MAX_PATH), as: wrongAs(issue?.code) }),
    )
  }
  return handler.run(parsed.data, sender)
}

// A list's check of its length is made of whatever has one, and fails at a length that is no number.
function parse<T>(shape: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> {
  try {
    return shape.safeParse(input)
  } catch (error) {
    throw new AppError('BAD_INPUT', reason('FIELD_REFUSED', { field: 'input', as: 'form' }), { cause: error })
  }
}

// The validator's own messages may repeat the input, so only its code is used.
function wrongAs(code: string | undefined): ReasonParams<'FIELD_REFUSED'>['as'] {
  if (code === 'unrecognized_keys') return 'unknown-field'
  if (code === 'invalid_type') return 'type'
  if (code === 'too_big') return 'too-big'
  if (code === 'too_small') return 'too-small'
  return 'form'
}

function toErrorValue(error: unknown, logger: Logger): ErrorValue {
  if (error instanceof AppError) {
    if (error.code === 'STORAGE_FAILED' || error.code === 'INTERNAL') logger.error('operation-failed', { error })
    return error.toValue()
  }
  logger.error('operation-crashed', { error })
  return new AppError('INTERNAL', reason('FAULT')).toValue()
}
