// A source's key opens for its source alone, and neither it nor an exchange's key ever stands for the other.

import { expect, it } from 'vitest'
import type { KeyUse, SealedRecord, SourceAsk, VenueService } from '../../../electron/ports/vault.ts'
import { createKeyService } from '../../../electron/vault/key-service.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'

const ASK: SourceAsk = { source: 'coingecko', plan: 'demo', host: null, path: '/key', maxBytes: 1_000 }
const SECRET = { apiKey: 'CG-key-0001', apiSecret: 'coingecko', passphrase: null }

async function opened() {
  const asked: [string, string][] = []
  const called: string[] = []
  const venues: Partial<VenueService> = {
    call: async ({ venue }) => {
      called.push(venue)
      return { kind: 'balances', balances: [] }
    },
  }
  const keyService = createKeyService({
    ...{ secretStore: memoryStore(), build: 'product', kdf: KDF_FLOOR },
    ...{ probe: venues as VenueService, venues: venues as VenueService },
    environment: { get: async () => 'too short', forCommands: async () => ({}) },
    sources: {
      ask: async ({ source }, apiKey) => {
        asked.push([source, apiKey])
        return { phase: 'answered', status: 200, contentType: '', retryAfter: null, body: '' }
      },
    },
  })
  await keyService.create({ vaultId: 'a'.repeat(32), passphrase: null, at: 1 }, async () => {})
  const sealed = async (type: SealedRecord['type'], apiSecret: string): Promise<KeyUse> => {
    const context = { recordId: 'r-1', type, version: 1, environment: 'live' } as const
    return { from: 'vault', record: { ...context, bytes: await keyService.seal(context, { ...SECRET, apiSecret }) } }
  }
  return { keyService, asked, called, sealed }
}

it('asks its source with it, and no other one', async () => {
  const { keyService, asked, sealed } = await opened()
  const key = await sealed('source-key', 'coingecko')
  await keyService.source(ASK, key)
  expect(asked).toEqual([['coingecko', SECRET.apiKey]])
  await expect(keyService.source({ ...ASK, source: 'token-metrics' }, key)).rejects.toMatchObject({
    code: 'KEY_UNAVAILABLE',
  })
  expect(asked).toHaveLength(1)
})

it('an exchange is not called with it, nor a source asked with an exchange’s key', async () => {
  const { keyService, asked, called, sealed } = await opened()
  const call = { venue: 'binance', host: null, ask: { kind: 'balances' } } as const
  await expect(keyService.venue(call, await sealed('source-key', 'coingecko'))).rejects.toMatchObject({
    code: 'KEY_UNAVAILABLE',
  })
  await expect(keyService.source(ASK, await sealed('exchange-key', 'coingecko'))).rejects.toMatchObject({
    code: 'KEY_UNAVAILABLE',
  })
  expect([asked, called]).toEqual([[], []])
})

it('a record of one kind does not open as the other, whatever its row says', async () => {
  const { keyService, asked, sealed } = await opened()
  const use = await sealed('exchange-key', 'coingecko')
  if (use.from !== 'vault') throw new Error('no record')
  const forged: KeyUse = { from: 'vault', record: { ...use.record, type: 'source-key' } }
  await expect(keyService.source(ASK, forged)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  expect(asked).toEqual([])
})

it('what a reference has found and can be no key is not sent', async () => {
  const { keyService, asked } = await opened()
  const reference = { kind: 'environment', apiKey: 'A', apiSecret: 'A' } as const
  const use: KeyUse = { from: 'reference', reference, environment: 'live' }
  await expect(keyService.source(ASK, use)).rejects.toMatchObject({ code: 'KEY_UNAVAILABLE' })
  expect(asked).toEqual([])
})
