// The parts of the fake desktop that its files share.

import type { EventName, Events, Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import type { Reason } from '../../../shared/reasons/reason.ts'
import { AppError, type ErrorCode } from '../../../shared/result.ts'

/** Answers of the fake, by operation. */
export type FakeOperations = { [K in OperationName]: (input: Input<K>) => Output<K> | Promise<Output<K>> }

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void

/** An answer that refuses. */
export function refuse(code: ErrorCode, why: Reason | string): never {
  throw new AppError(code, why)
}
