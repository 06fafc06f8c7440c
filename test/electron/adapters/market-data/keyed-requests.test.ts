// Requests with a source's key, as the vault's process sends them: to which hosts, and what comes back without the key.

import { expect, it } from 'vitest'
import { createKeyedRequests } from '../../../../electron/adapters/market-data/keyed-requests.ts'
import { createMarketData } from '../../../../electron/adapters/market-data/market-data.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { sourceReply } from '../../../../electron/vault/rpc/source-shapes.ts'
import { startSource } from '../../../sources/server.ts'
import { USE } from './data-kit.ts'

const KEY = 'CG-"key"-0001'
const ask = (host: string | null) =>
  createKeyedRequests().ask(
    { source: 'coingecko', plan: 'demo', host, path: '/key', maxBytes: 1_000_000 },
    KEY,
    () => null,
  )

it('a key that is sent back, in any header or spelling, is in nothing that comes out', async () => {
  const server = await startSource(() => ({
    body: `{"a":${JSON.stringify(KEY)},"b":"${encodeURIComponent(KEY)}"}`,
    type: `application/json; of=${KEY}`,
    headers: { 'retry-after': KEY, etag: KEY, date: KEY },
  }))
  const reply = await ask(server.url)
  expect(reply).toEqual({
    ...{ phase: 'answered', status: 200, contentType: 'application/json; of=…', retryAfter: '…', date: '…' },
    body: '{"a":"…","b":"…"}',
  })
})

it('headers that are too long are cut, with no piece of the key at the end, and cross the border', async () => {
  const long = `${'x'.repeat(295)}${KEY}${'y'.repeat(3_000)}`
  const server = await startSource(() => ({ body: '{}', type: long, headers: { 'retry-after': long, etag: long } }))
  const reply = await ask(server.url)
  expect(sourceReply.safeParse(reply).success).toBe(true)
  expect(reply).toMatchObject({ retryAfter: `${'x'.repeat(295)}…yyyy` })
})

it.each([
  'http://localhost:1',
  'http://10.0.0.1',
  'https://user:pass@127.0.0.1',
  'https://127.0.0.1/path',
  'ftp://127.0.0.1',
  'no address',
])('no key goes to %s', async (host) => {
  expect(await ask(host)).toMatchObject({ phase: 'not-sent', detail: { code: 'REQUEST_NOT_BUILT' } })
})

it('whatever is thrown on the way to the vault is a failed answer', async () => {
  const warned: unknown[] = []
  const data = createMarketData({
    ...{ workerUrl: new URL('file:///none'), clock: systemClock, logger: { warn: (...all) => warned.push(all) } },
    keyService: { source: () => Promise.reject(new TypeError(`with ${KEY}`)) },
  })
  const read = { source: 'coingecko', plan: 'demo', host: null, kind: 'gecko-usage', of: {} } as const
  expect(await data.read(read, USE)).toMatchObject({ ok: false, trouble: { kind: 'failed', asked: null } })
  expect(JSON.stringify(warned)).toBe('[["source-not-asked",{"source":"coingecko"}]]')
  await data.close()
})
