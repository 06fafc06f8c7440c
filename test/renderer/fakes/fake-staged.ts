// What the fake desktop answers of staged orders.

import type { Staged } from '../../../shared/markets/staged.ts'
import { type Emit, type FakeOperations, refuse } from './fake-contract.ts'

type Operation = Extract<keyof FakeOperations, `staged.${string}`>

/** The answers over the memory of the fake. */
export function stagedOperations(memory: { staged: Staged[] }, emit: Emit): Pick<FakeOperations, Operation> {
  const now = () => new Date().toISOString()
  const keep = (staged: Staged): Staged => {
    memory.staged = [staged, ...memory.staged.filter(({ stagedId }) => stagedId !== staged.stagedId)]
    emit('staged.changed', { ...staged })
    return { ...staged }
  }
  return {
    'staged.list': ({ coinId, accountId }) =>
      memory.staged.filter(
        (row) => (coinId ?? row.coinId) === row.coinId && (accountId ?? row.accountId) === row.accountId,
      ),
    'staged.save': ({ stagedId = `staged-${memory.staged.length + 1}`, note = '', ...terms }) =>
      keep({
        ...{ ...terms, stagedId, note, environment: 'practice', state: 'waiting', intentId: null, reason: null },
        ...{ createdAt: now(), updatedAt: now() },
      }),
    'staged.cancel': ({ stagedId }) => {
      const found = memory.staged.find((row) => row.stagedId === stagedId) ?? refuse('NOT_FOUND', stagedId)
      return keep({ ...found, state: 'canceled', updatedAt: now() })
    },
  }
}
