// One operation on a vault, with a copy of what is on the disk and in the keychain before each of its steps: what a kill at
// that moment leaves. And the judgement of such a copy.

import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Backend, createBackend } from '../../../../electron/app/backend.ts'
import type { SecretStore } from '../../../../electron/ports/system.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { describeReason } from '../../../../shared/reasons/reason.ts'
import { makeHastyClock } from '../../../support/app-clock.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import type { Steps } from '../../../support/profile/steps.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'

/** A profile that is closed, or that somebody works on, and what the keychain holds for it. */
export interface Left {
  dataDir: string
  items: Map<string, string>
  /** The step that was to come next. */
  next: string
}

export type Run = (backend: Backend) => Promise<unknown>

export function openLeft({ dataDir, items }: Left, secretStore: SecretStore = memoryStore(items)): Promise<Backend> {
  const venueHosts = { practice: 'http://127.0.0.1:9' }
  return createBackend({ dataDir, secretStore, kdf: KDF_FLOOR, clock: makeHastyClock(10), venueHosts })
}

export function copyOf({ dataDir, items }: Left, next: string): Left {
  const copy = makeProfile()
  cpSync(dataDir, copy, { recursive: true, filter: (file) => !/\.(log|lock)$/.test(file) })
  return { dataDir: copy, items: new Map(items), next }
}

/** A profile whose vault holds two keys, or has no vault. */
export async function startingPoint(kind: 'no vault' | 'vault'): Promise<Left> {
  const left: Left = { dataDir: makeProfile(), items: new Map(), next: '' }
  const backend = await openLeft(left)
  if (kind === 'vault') {
    await okOf(backend, 'vault.create', {})
    for (const label of ['one', 'two']) {
      const key = { venue: 'gateway', environment: 'live', label, apiKey: `key ${label}`, apiSecret: 'secret' }
      await okOf(backend, 'accounts.add', key)
    }
  }
  await backend.close()
  return left
}

/** Resolves when nothing is sealed anew any more. */
export async function settled(backend: Backend): Promise<void> {
  let behind = 1
  while (behind > 0) {
    await new Promise((resume) => setImmediate(resume))
    behind = (await okOf(backend, 'vault.status', {})).recordsBehind
  }
  // The old data key is destroyed in turn with the vault's other operations, of which this is one.
  await new Promise((resume) => setImmediate(resume))
  await backend.call('vault.unlock', {})
}

/** Runs the operation on a copy of `start`; answers with what each of its steps would have left had it not come. */
export async function cutOffs(start: Left, steps: Steps, prepare: Run, run: Run): Promise<Left[]> {
  const left = copyOf(start, '')
  const secretStore = steps.keychain(memoryStore(left.items))
  const backend = await openLeft(left, secretStore)
  await prepare(backend)
  const all: Left[] = []
  let isInside = false
  steps.before = (what) => {
    if (what.startsWith('COMMIT')) isInside = false
    // Within a transaction a kill leaves the same, whatever came before it.
    if (!isInside) all.push(copyOf(left, what))
    if (what.startsWith('BEGIN')) isInside = true
  }
  await run(backend)
  steps.before = () => {}
  all.push(copyOf(left, 'nothing'))
  await backend.close()
  return all
}

/** What is wrong with what was left: nothing, in a list. The copy is removed. */
export async function findings(left: Left): Promise<string[]> {
  const wrong: string[] = []
  if (left.items.size > 2) wrong.push(`${left.items.size} keys in the keychain`)
  const backend = await openLeft(left)
  try {
    const before = await okOf(backend, 'vault.status', {})
    const isNew = before.state === 'none'
    const status = await okOf(backend, isNew ? 'vault.create' : 'vault.unlock', {})
    if (status.state !== 'unlocked' || status.keychain !== 'ok') wrong.push(`${status.state}, ${status.keychain}`)
    await settled(backend)
    for (const { accountId, key } of await okOf(backend, 'accounts.list', {})) {
      if (key === null) continue
      const checked = await okOf(backend, 'accounts.check', { accountId })
      if (checked.key?.check?.state !== 'not-checked') wrong.push(`${accountId}: ${checked.key?.check?.state}`)
    }
    if (left.items.size !== 1) wrong.push(`in the keychain at last: ${[...left.items.keys()].join()}`)
    const log = await okOf(backend, 'audit.verify', {})
    if (!log.ok || log.anchored === false) wrong.push(describeReason(log.detail))
    const alerts = await okOf(backend, 'audit.list', { kind: 'alert' })
    for (const { event } of alerts) wrong.push(`an alert: ${event}`)
  } catch (error) {
    wrong.push(String(error))
  } finally {
    await backend.close()
    rmSync(path.dirname(left.dataDir), { recursive: true, force: true })
  }
  return wrong.map((what) => `before ${left.next}: ${what}`)
}
