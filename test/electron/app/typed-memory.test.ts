// Measures what a typed passphrase and a typed key leave in the backend's process, which cannot wipe a text. SECURITY.md
// tells the figures.

import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeProfile } from '../../support/profile/temp-folder.ts'
import { dumpMemory } from '../vault/live/memory-dump.ts'

const BACKEND = fileURLToPath(new URL('./typed-backend.ts', import.meta.url))

/** In one byte a character and in two, as the engine keeps texts. */
function copiesIn(memory: Buffer, text: string): number {
  let found = 0
  for (const form of [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]) {
    for (let at = memory.indexOf(form); at !== -1; at = memory.indexOf(form, at + 1)) found += 1
  }
  return found
}

test.runIf(existsSync('/proc/self/mem'))(
  'what typing leaves in the backend is counted',
  { timeout: 120_000 },
  async () => {
    const dataDir = makeProfile()
    const child = fork(BACKEND, [dataDir], { execArgv: ['--disable-warning=ExperimentalWarning'] })
    onTestFinished(() => void child.kill())
    expect(await once(child, 'message')).toEqual(['open', undefined])
    const call = async (operation: string, input: object = {}) => {
      child.send({ operation, input })
      return (await once(child, 'message'))[0]
    }
    const [passphrase, apiSecret] = [randomUUID(), randomUUID().replaceAll('-', '')]
    const typed = { passphrase, apiSecret }
    const file = join(dirname(dataDir), 'backend.dump')
    const count = () => {
      dumpMemory(child.pid ?? 0, file)
      const memory = readFileSync(file)
      rmSync(file)
      return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, copiesIn(memory, text)]))
    }
    const seen: Record<string, object> = {}
    expect(await call('vault.create', { passphrase })).toBe('ok')
    seen['created'] = count()
    const key = {
      venue: 'binance',
      environment: 'live',
      label: 'Typed',
      apiKey: randomUUID().replaceAll('-', ''),
      apiSecret,
    }
    expect(await call('accounts.add', key)).toBe('ok')
    seen['added'] = count()
    await call('vault.lock')
    seen['locked'] = count()
    expect(await call('vault.unlock', { passphrase })).toBe('ok')
    await call('vault.lock')
    seen['locked again'] = count()
    for (let turn = 0; turn < 2_000; turn += 1) await call('coins.list')
    seen['after 2,000 other calls'] = count()
    process.stdout.write(`copies of what was typed, in the backend: ${JSON.stringify(seen)}\n`)
    // The control: what has just been typed is found.
    expect(seen['created']).toMatchObject({ passphrase: expect.any(Number), apiSecret: 0 })
    expect(Object.values(seen['created'] ?? {})[0]).toBeGreaterThan(0)
  },
)
