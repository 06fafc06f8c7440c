// The deliberate look at the keychain: it must keep a value and give it back, and nothing stays behind.

import { expect, it } from 'vitest'
import type { SecretStore } from '../../../electron/ports/system.ts'
import { tryKeychain } from '../../../electron/vault/keychain-trial.ts'
import { asText } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

function memory(changes: Partial<SecretStore> = {}): SecretStore & { items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    get: async (account) => items.get(account) ?? null,
    set: async (account, secret) => void items.set(account, secret),
    delete: async (account) => items.delete(account),
    ...changes,
  }
}

const run = (store: SecretStore) => tryKeychain(store)

it('is content with a keychain that keeps and gives back, and leaves nothing in it', async () => {
  const store = memory()
  expect(await run(store)).toMatchObject({ state: 'ok' })
  expect([...store.items]).toEqual([])
})

it.each([[null], ['another value'], ['']])('is not content with %j for an answer', async (answer) => {
  expect(await run(memory({ get: async () => answer }))).toMatchObject({ state: 'unreachable' })
})

it.each(['get', 'set', 'delete'] as const)(
  'tells a locked keychain from one that is not there, at %s',
  async (method) => {
    const failing = (code: 'KEYCHAIN_LOCKED' | 'KEYCHAIN_UNREACHABLE') =>
      memory({ [method]: () => Promise.reject(new AppError(code, 'Own words.')) })
    expect(await run(failing('KEYCHAIN_LOCKED'))).toMatchObject({ state: 'locked', detail: asText('Own words.') })
    expect(await run(failing('KEYCHAIN_UNREACHABLE'))).toMatchObject({
      state: 'unreachable',
      detail: asText('Own words.'),
    })
  },
)

it('leaves nothing behind when the keychain does not give the value back', async () => {
  const store = memory({ get: () => Promise.reject(new AppError('KEYCHAIN_LOCKED', 'Own words.')) })
  expect(await run(store)).toMatchObject({ state: 'locked' })
  expect([...store.items]).toEqual([])
})

it('takes a failure that it does not know for a keychain that does not answer, and repeats nothing of it', async () => {
  const check = await run(memory({ get: () => Promise.reject(new RangeError('x-canary')) }))
  expect(check.state).toBe('unreachable')
  expect(JSON.stringify(check.detail)).not.toContain('canary')
})
