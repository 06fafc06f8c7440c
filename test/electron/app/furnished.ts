// A profile with something of everything in it, made on the backend's own practice exchange and closed again.

import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { expect } from 'vitest'
import type { Clock } from '../../../electron/ports/system.ts'
import { makeHastyClock } from '../../support/app-clock.ts'
import { secretForms } from '../../support/hostile/secret-forms.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../support/start-backend.ts'
import type { Known } from './messages/hostile-cases.ts'

export interface Furnished {
  dataDir: string
  known: Known
  /** Tickets that nobody has submitted yet. */
  drafts: string[]
  /** What the keychain holds for its vault. */
  keychain: ReadonlyMap<string, string>
  /** Everything secret of that vault, in each form in which it could lie in an answer. */
  secrets: readonly string[]
}

const secret = () => randomBytes(24).toString('base64url')

/** The rate limit never strikes, and nothing wakes up by itself: whatever happens, a message made it happen. */
export function makeFloodClock(): Clock {
  const sleep: Clock['sleep'] = (_ms, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }))
  return { ...makeHastyClock(10), sleep }
}

/** Makes the profile, with a vault that this keychain opens and an account whose key is being replaced. */
export async function furnished(): Promise<Furnished> {
  const dataDir = makeProfile()
  const { items } = memoryStore()
  const backend = await openBackend({ dataDir, clock: makeHastyClock(10), secretStore: memoryStore(items) })
  const key = { apiKey: secret(), apiSecret: secret(), passphrase: secret() }
  const next = { apiKey: secret(), apiSecret: secret(), passphrase: secret() }
  await okOf(backend, 'vault.create', {})
  const mine = { venue: 'binance', environment: 'test', label: 'Mine' }
  const { accountId: account } = await okOf(backend, 'accounts.add', { ...mine, ...key })
  await okOf(backend, 'accounts.rotateKey', { accountId: account, ...next })
  const ownCoin = (await okOf(backend, 'coins.save', { name: 'Own' })).id
  await okOf(backend, 'notes.save', { coinId: 'peaq', text: 'a note' })
  await okOf(backend, 'holdings.save', { environment: 'practice', coinId: ownCoin, amount: '3' })
  await okOf(backend, 'airdrops.save', { coinId: 'peaq', progress: 'in-progress' })
  const task = { coinId: 'peaq', title: 'Bridge', period: 'week' }
  const { taskId } = await okOf(backend, 'airdropTasks.save', task)
  await okOf(backend, 'airdropTasks.done', { taskId, minutes: 5 })
  const ticket = { accountId: 'practice', coinId: 'movement', side: 'buy' }
  const { intentId } = await okOf(backend, 'orders.draft', ticket)
  const size = { unit: 'quote', value: '50' }
  const order = await okOf(backend, 'orders.submit', { intentId, type: 'market', size })
  expect(order.status).toBe('filled')
  const draft = (await okOf(backend, 'orders.draft', ticket)).intentId
  const drafts: string[] = []
  for (const coinId of ['movement', 'peaq']) {
    for (const window of ['a', 'b', 'c', 'd', 'e', 'f']) {
      for (const side of ['buy', 'sell']) {
        const made = await backend.dispatch({ window }, 'orders.draft', { ...ticket, coinId, side })
        if (made.ok) drafts.push((made.value as { intentId: string }).intentId)
      }
    }
  }
  expect(drafts).toHaveLength(24)
  await backend.close()
  const keychainKeys = [...items.values()].flatMap((item) => item.match(/[\w+/-]{40,}/g) ?? [])
  expect(keychainKeys.length).toBeGreaterThan(0)
  const secrets = [...Object.values(key), ...Object.values(next), ...keychainKeys].flatMap(secretForms)
  return {
    dataDir,
    known: { ownCoin, filledOrder: intentId, draft, account, task: taskId },
    drafts,
    keychain: items,
    secrets,
  }
}

/** A copy of a closed profile, so that each run begins with the same. */
export function copyOf(dataDir: string): string {
  const copy = makeProfile()
  cpSync(dataDir, copy, { recursive: true })
  return copy
}
