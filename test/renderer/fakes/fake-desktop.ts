// An in-memory backend behind the page's own contract: for unit tests of actions, and for looking at the screens.

import type { DesktopApi, OperationName } from '../../../shared/contract/contract.ts'
import { AppError, type Result } from '../../../shared/result.ts'
import type { Emit, FakeOperations } from './fake-contract.ts'
import { operationsOf } from './fake-operations.ts'
import { type FakeState, fakeState } from './fake-state.ts'

export interface FakeDesktop {
  api: DesktopApi
  state: FakeState
  /** Every call that was made, in order. */
  calls: { name: OperationName; input: unknown }[]
  emit: Emit
  /** Replaces the answer of one operation. */
  answer: <K extends OperationName>(name: K, answer: FakeOperations[K]) => void
}

async function settle(work: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    if (thrown instanceof AppError) return { ok: false, error: thrown.toValue() }
    throw thrown
  }
}

/** A desktop with the 14 coins; empty of orders and holdings unless `filled`. */
export function fakeDesktop(options: { filled?: boolean } = {}): FakeDesktop {
  const state = fakeState(options.filled ?? false)
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const calls: FakeDesktop['calls'] = []

  const emit: Emit = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload)
  }
  const operations: FakeOperations = operationsOf(state, emit)

  const api: Record<string, unknown> = {
    on: (event: string, listener: (payload: unknown) => void) => {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
  }
  for (const name of Object.keys(operations) as OperationName[]) {
    const [group, method] = name.split('.') as [string, string]
    const methods = (api[group] ?? {}) as Record<string, unknown>
    methods[method] = (input: unknown) => {
      calls.push({ name, input })
      return settle(() => (operations[name] as (input: unknown) => unknown)(input))
    }
    api[group] = methods
  }

  return {
    api: api as unknown as DesktopApi,
    state,
    calls,
    emit,
    answer: (name, answer) => {
      operations[name] = answer
    },
  }
}
