// A desk with an open vault over a keychain in memory, and an exchange that says of a key whatever the test decides.

import type { Credentials, KeyProbe } from '../../../../electron/ports/vault.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import type { KeyCheck } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

export const SECRETS = {
  apiKey: 'canary-key-Kq3ZvT81',
  apiSecret: 'canary-secret-9Xw2LmR7',
  passphrase: 'canary-words-5Hd',
}

const CHECK: KeyCheck = {
  state: 'accepted',
  permissions: ['read', 'trade'],
  ipBound: null,
  expiresAt: null,
  detail: reason('KEY_TAKEN'),
  at: '2026-11-23T12:00:00.000Z',
}

export interface KeyDesk extends Desk {
  accountId: string
  /** What the exchange answers next; and what it was asked with. */
  says: (check: Partial<KeyCheck>) => void
  asked: Credentials[]
  /** Called while the exchange is being asked. */
  whileAsked: (look: () => Promise<void>) => void
}

/** The desk, with one account at Binance. `first` is what the exchange says of its key. */
export async function startKeyDesk(
  first: Partial<KeyCheck> = {},
  environment: 'test' | 'live' = 'test',
): Promise<KeyDesk> {
  let check: KeyCheck = { ...CHECK, ...first }
  let look = async () => {}
  const asked: Credentials[] = []
  const keyProbe: KeyProbe = {
    check: async (_venue, _environment, _host, credentials) => {
      asked.push(credentials)
      await look()
      return check
    },
  }
  const desk = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR, keyProbe })
  await desk.ok('vault.create')
  const account = await desk.ok('accounts.add', { venue: 'binance', environment, label: 'Mine', ...SECRETS })
  return Object.assign(desk, {
    accountId: account.accountId,
    says: (change: Partial<KeyCheck>) => {
      check = { ...CHECK, ...change }
    },
    asked,
    whileAsked: (next: () => Promise<void>) => {
      look = next
    },
  })
}
