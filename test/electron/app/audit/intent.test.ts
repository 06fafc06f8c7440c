// A use of a secret is on the disk before the secret is touched: whoever dies in between leaves an entry, and where no
// entry can be written nothing is used.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import type { KeyService, KeyUse, SealedRecord } from '../../../../electron/ports/vault.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'
import { until } from '../../../support/until.ts'
import { durableEntries } from './durable-entries.ts'

/** Told of each call that opens a record, before the key service gets it; and whether the log has no room for entries. */
const spy = vi.hoisted(() => ({ opens: (_method: string): void => {}, isFull: false }))

vi.mock(import('../../../../electron/vault/key-service.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    createKeyService: (...parts) => {
      const keyService = real.createKeyService(...parts)
      const watched: Pick<KeyService, 'probe' | 'reseal' | 'verify'> = {
        probe: (venue, host, use: KeyUse) => {
          spy.opens('probe')
          return keyService.probe(venue, host, use)
        },
        reseal: (record: SealedRecord) => {
          spy.opens('reseal')
          return keyService.reseal(record)
        },
        verify: (record: SealedRecord) => {
          spy.opens('verify')
          return keyService.verify(record)
        },
      }
      return { ...keyService, ...watched }
    },
  }
})

vi.mock(import('../../../../electron/adapters/sqlite/stores/audit-store.ts'), async (original) => {
  const real = await original()
  return {
    createAuditStore: (db) => {
      const store = real.createAuditStore(db)
      const insert: typeof store.insert = (row) => {
        if (spy.isFull) throw new AppError('STORAGE_FAILED', 'The disk is full.')
        store.insert(row)
      }
      return { ...store, insert }
    },
  }
})

const DOOMED = fileURLToPath(new URL('./doomed-use.ts', import.meta.url))
const KEY = { apiKey: 'api-key-one', apiSecret: 'api-secret-one' }
const ACCOUNT = { venue: 'binance', environment: 'test', label: 'Mine' }
const PROBED = {
  state: 'accepted',
  permissions: null,
  ipBound: null,
  expiresAt: null,
  detail: reason('KEY_TAKEN'),
  at: '2026-11-29T12:00:00.000Z',
} as const

it.each(['vault', 'environment'])(
  'an app that is killed while a key from the %s is used has left the entry [R46]',
  (source) => {
    const dataDir = makeProfile()
    const died = spawnSync(process.execPath, [DOOMED, dataDir, source], { encoding: 'utf8' })
    expect(died.signal, died.stderr).toBe('SIGKILL')
    const last = durableEntries(dataDir).at(-1)
    expect(last).toEqual({ kind: 'secret', event: 'key-used', subject: died.stdout })
  },
)

it('every way to a secret has its entry on the disk first: checks, rotations and new data keys [R46]', async () => {
  const dataDir = makeProfile()
  const keyProbe = { check: async () => PROBED }
  const backend = await openBackend({ dataDir, secretStore: memoryStore(), keyProbe })
  await okOf(backend, 'vault.create', {})
  const { accountId } = await okOf(backend, 'accounts.add', { ...ACCOUNT, ...KEY })
  const methods: string[] = []
  const found: number[] = []
  // The key was asked about when it was added.
  const before = 1
  const uses = () =>
    durableEntries(dataDir).filter(
      ({ kind, event, subject }) => kind === 'secret' && event !== 'key-stored' && subject === accountId,
    )
  spy.opens = (method) => {
    methods.push(method)
    found.push(uses().length)
  }
  await okOf(backend, 'accounts.check', { accountId })
  await okOf(backend, 'accounts.rotateKey', { accountId, apiKey: 'api-key-two', apiSecret: 'api-secret-two' })
  await okOf(backend, 'accounts.check', { accountId })
  await okOf(backend, 'vault.rotate', { what: 'data-key' })
  await until(() => methods.includes('reseal'))
  expect(methods.filter((method) => method === 'probe').length).toBeGreaterThanOrEqual(3)
  // As many entries as calls, each time; judged here, since work in the background swallows what it is told.
  expect(found, methods.join()).toEqual(methods.map((_, at) => before + at + 1))
  console.log(`uses of secrets that had their entry first: ${methods.join(', ')}`)
})

it('uses nothing when the entry cannot be written [R46]', async () => {
  const dataDir = makeProfile()
  let asked = 0
  const keyProbe = {
    check: async () => {
      asked += 1
      return PROBED
    },
  }
  spy.opens = () => {}
  const backend = await openBackend({ dataDir, secretStore: memoryStore(), keyProbe })
  await okOf(backend, 'vault.create', {})
  const { accountId } = await okOf(backend, 'accounts.add', { ...ACCOUNT, ...KEY })
  asked = 0
  spy.opens = () => {
    throw new Error('the key service was asked')
  }
  spy.isFull = true
  expect(await backend.call('accounts.check', { accountId })).toMatchObject({ error: { code: 'STORAGE_FAILED' } })
  spy.isFull = false
  expect(asked).toBe(0)
})
