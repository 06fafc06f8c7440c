// A keychain that is kept in memory, and can be looked into.

import type { SecretStore } from '../../../electron/ports/system.ts'

export interface MemoryStore extends SecretStore {
  readonly items: Map<string, string>
}

/** An empty one that works; `items` are what it holds. */
export function memoryStore(items = new Map<string, string>()): MemoryStore {
  return {
    items,
    get: async (account) => items.get(account) ?? null,
    set: async (account, secret) => void items.set(account, secret),
    delete: async (account) => items.delete(account),
  }
}
