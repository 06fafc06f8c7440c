// The vault's process as it is shipped, and as it is from its source: a call at an exchange goes there and back through
// it, and no part of the key comes back.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { systemClock } from '../../electron/adapters/system-clock.ts'
import type { VenueAsk } from '../../electron/ports/vault.ts'
import { forkSpawner } from '../../electron/shell/spawner.ts'
import { keyServiceClient } from '../../electron/vault/rpc/rpc-client.ts'
import { FAKES } from '../exchanges/all.ts'
import { Engine } from '../exchanges/engine.ts'
import { startVenue } from '../exchanges/start-venue.ts'
import { NO_LIMIT } from '../support/permit.ts'
import { outgoing } from '../support/questions.ts'

const WORDS = 'words of the test'
const ENTRIES = ['out/main/vault-process.js', 'electron/vault/process.ts']

test.each(ENTRIES)('%s carries out calls at an exchange', { timeout: 60_000 }, async (entry) => {
  const [fake] = FAKES
  if (fake === undefined) throw new Error('no fake')
  const venue = await startVenue(fake.dialect, new Engine(() => Date.now()))
  const secrets: Record<string, string> = { KEY: fake.key.apiKey, SECRET: fake.key.apiSecret }
  const spawn = forkSpawner(new URL(`../../${entry}`, import.meta.url))
  const pids: (number | undefined)[] = []
  const keyService = keyServiceClient({
    spawn: (build) => {
      const child = spawn(build)
      pids.push(child.pid)
      return child
    },
    build: 'development',
    environment: { get: async (name) => secrets[name] ?? null, forCommands: async () => ({}) },
    sleep: systemClock.sleep,
  })
  try {
    await keyService.create({ vaultId: crypto.randomUUID(), passphrase: WORDS, at: Date.now() }, async () => {})
    const reference = { kind: 'environment', apiKey: 'KEY', apiSecret: 'SECRET' } as const
    const ask = (what: VenueAsk) =>
      keyService.venue(
        { venue: fake.venue, host: venue.url, ask: what },
        { from: 'reference', reference, environment: 'test' },
      )
    const key = 'a'.repeat(32)
    const order = outgoing(key, { amount: '25', validUntil: Date.now() + 5_000 })
    const replies = [
      await ask({ kind: 'offset' }),
      await ask({ kind: 'markets', bases: ['PEAQ'] }),
      await ask({ kind: 'prices', markets: ['PEAQ/USDT'], assets: ['BTC'] }),
      await ask({ kind: 'balances' }),
      await ask({ kind: 'place', order, limit: NO_LIMIT }),
      await ask({ kind: 'find', question: { order, orderId: null, since: Date.now() } }),
    ]
    expect(replies.map(({ kind }) => kind)).toEqual(['offset', 'listings', 'quotes', 'balances', 'answer', 'round'])
    expect(replies.at(-2)).toMatchObject({ answer: { phase: 'answered', status: 200, code: null } })
    expect(replies.at(-1)).toMatchObject({
      round: { legs: [{ leg: 'id', orders: [{ key, status: 'filled' }] }, {}, {}, {}] },
    })
    expect(JSON.stringify(replies)).not.toContain('binance-test')
    expect(venue.engine.orders).toHaveLength(1)
    // Whatever native code is loaded beside the keys can read them: only the keychain's and that of the passphrase may be.
    expect(pids).toHaveLength(1)
    if (process.platform === 'linux') expect(nativeModules(pids[0]).filter((path) => !isExpected(path))).toEqual([])
  } finally {
    await keyService.lock()
  }
})

const isExpected = (path: string) =>
  /\/keytar\/[^ ]*keytar\.node$|\/@node-rs\/argon2-[^/]*\/argon2\.[^/]*\.node$/.test(path)

/** Node's native modules that the process has in its memory now. */
function nativeModules(pid: number | undefined): string[] {
  const mapped = readFileSync(`/proc/${pid}/maps`, 'utf8')
  expect(mapped).toContain('/node')
  return [...new Set([...mapped.matchAll(/\/\S*\.node$/gm)].map(([path]) => path))]
}
