// A recovery kit or an exported audit log whose process is killed while it writes, and the judgement of what is left.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Backend, createBackend } from '../../../../electron/app/backend.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { describeReason } from '../../../../shared/reasons/reason.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { okOf } from '../../../support/start-backend.ts'
import { runVerifier } from '../audit/audit-kit.ts'
import { type Copy, copyOf, drop, OFFLINE, run, type Scene } from './doomed.ts'

export type Written = 'vault.writeRecoveryKit' | 'audit.export'

const NAMES = { 'vault.writeRecoveryKit': 'kit.txt', 'audit.export': 'audit.ndjson' } as const

/** What the recovery key of a kit opens, from outside: the line that is no comment. */
const identityIn = (file: string): string => readFileSync(file, 'utf8').match(/^AGE-SECRET-KEY-1\w+$/m)?.[0] ?? ''

async function opened(keychain: string, dataDir: string): Promise<{ backend: Backend; items: Map<string, string> }> {
  const items = new Map(Object.entries(JSON.parse(readFileSync(keychain, 'utf8')) as Record<string, string>))
  const secretStore = memoryStore(items)
  return { items, backend: await createBackend({ dataDir, secretStore, kdf: KDF_FLOOR, venueHosts: OFFLINE }) }
}

let older = 0

/** Gives the scene's profile a recovery kit already; answers with its recovery key. */
export async function withOlderKit({ folder }: Scene): Promise<string> {
  const keychain = path.join(folder, 'keychain.json')
  const { backend, items } = await opened(keychain, path.join(folder, 'profile'))
  const file = path.join(folder, `older-kit-${older++}.txt`)
  await okOf(backend, 'vault.unlock', {})
  await okOf(backend, 'vault.writeRecoveryKit', { path: file })
  await backend.close()
  writeFileSync(keychain, JSON.stringify(Object.fromEntries(items)))
  return identityIn(file)
}

/** Whether the recovery key opens the vault, which is left locked. */
async function opens(backend: Backend, identity: string): Promise<boolean> {
  await okOf(backend, 'vault.lock', {})
  const { ok } = await backend.call('vault.unlock', { identity })
  await okOf(backend, 'vault.lock', {})
  return ok
}

async function kitFindings(backend: Backend, file: string, older: string): Promise<string[]> {
  const isThere = existsSync(file)
  const wrong: string[] = []
  if (isThere && !(await opens(backend, identityIn(file)))) wrong.push('a kit that does not open the vault')
  if (!isThere && !(await opens(backend, older))) wrong.push('no kit opens the vault any more')
  if (isThere && (await opens(backend, older))) wrong.push('both kits open the vault')
  return wrong
}

async function findings(copy: Copy, which: Written, older: string): Promise<string[]> {
  const wrong: string[] = []
  const { backend } = await opened(copy.keychain, copy.dataDir)
  const file = path.join(copy.out, NAMES[which])
  try {
    // The start has cleared what the dead process had not finished.
    const others = readdirSync(copy.out).filter((name) => name !== NAMES[which])
    if (others.length > 0) wrong.push(`left in the folder: ${others}`)
    if (existsSync(path.join(copy.dataDir, 'unfinished-files.json'))) wrong.push('its note was left behind')
    const { state, keychain } = await okOf(backend, 'vault.unlock', {})
    if (state !== 'unlocked' || keychain !== 'ok') wrong.push(`the vault is ${state}, its keychain ${keychain}`)
    const log = await okOf(backend, 'audit.verify', {})
    if (!log.ok || log.anchored === false) wrong.push(`the log: ${describeReason(log.detail)}`)
    for (const { event } of await okOf(backend, 'audit.list', { kind: 'alert' })) wrong.push(`an alert: ${event}`)
    if (which === 'vault.writeRecoveryKit') wrong.push(...(await kitFindings(backend, file, older)))
    else if (existsSync(file)) {
      const { code, said } = await runVerifier(file)
      if (code !== 0) wrong.push(`the exported log: ${said}`)
    }
  } catch (error) {
    wrong.push(String(error))
  } finally {
    await backend.close()
  }
  return wrong
}

/** Kills the one that writes before its step `dieAt`, and judges what is left. Without a step they are counted. */
export async function killedWhileWriting(scene: Scene, which: Written, older: string, dieAt: number | null) {
  const copy = copyOf(scene)
  const input = { path: path.join(copy.out, NAMES[which]) }
  const { told, signal } = await run({ ...copy, operation: which, input, dieAt })
  const isThere = readdirSync(copy.out).includes(NAMES[which])
  const wrong = await findings(copy, which, older)
  drop(copy)
  if (dieAt !== null && signal !== 'SIGKILL') wrong.push(`it ended by ${signal}`)
  return { dieAt, told, isThere, wrong }
}
