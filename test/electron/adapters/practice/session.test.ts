// How the account introduces itself to the exchange, and what it does when the exchange goes, comes back or is another.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { workerHost } from '../../../../electron/adapters/practice/practice-host.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { toAppClock } from '../../../support/app-clock.ts'
import { PERMIT } from '../../../support/permit.ts'
import { practiceAccount } from '../../../support/practice-account.ts'
import { outgoing, questionFor, said } from '../../../support/questions.ts'
import { makeFolder, startFixture } from '../../practice-exchange/fixture.ts'

const SILENT = expect.objectContaining({ code: 'VENUE_UNREACHABLE' })
const workerUrl = new URL('../../../../electron/practice-exchange/worker.ts', import.meta.url)

it('registers once, before its first request, and only once for parallel ones', async () => {
  const fixture = await startFixture()
  const { account } = practiceAccount(fixture.exchange.url, toAppClock(fixture.clock))
  const keys = () => fixture.query("SELECT * FROM account_keys WHERE account_id = 'p-1'").length
  expect(keys()).toBe(0)
  await Promise.all([account.balances(), account.markets(), account.prices([]), account.find(questionFor('some-key'))])
  expect(keys()).toBe(1)
  expect(await account.balances()).toEqual([{ asset: 'USDT', total: '10000', free: '10000' }])
})

it('starts anew with another key at the same account', async () => {
  const fixture = await startFixture()
  for (let at = 0; at < 3; at++) {
    const { account } = practiceAccount(fixture.exchange.url, toAppClock(fixture.clock))
    expect(await account.balances()).toEqual([{ asset: 'USDT', total: '10000', free: '10000' }])
  }
  expect(fixture.query("SELECT * FROM account_keys WHERE account_id = 'p-1'")).toHaveLength(3)
})

it('goes on at a new address when the exchange was started anew', async () => {
  const fixture = await startFixture()
  let baseUrl = fixture.exchange.url
  const host = { locate: async () => ({ baseUrl, identity: null, registration: null }), close: async () => {} }
  const { account } = practiceAccount(host, toAppClock(fixture.clock))
  await account.balances()
  await fixture.exchange.close()
  expect(said(await account.find(questionFor('key')))).toBe('failed')
  await fixture.restart()
  baseUrl = fixture.exchange.url
  expect(said(await account.find(questionFor('key')))).toBe('none')
  expect(await account.markets()).toHaveLength(14)
})

it('introduces itself again where its key is not known any more', async () => {
  const fixture = await startFixture()
  const { account } = practiceAccount(fixture.exchange.url, toAppClock(fixture.clock))
  await account.balances()
  const ledger = new DatabaseSync(path.join(fixture.dataDir, 'practice-exchange.sqlite'))
  ledger.exec("DELETE FROM account_keys WHERE account_id = 'p-1'")
  ledger.close()
  await expect(account.balances()).rejects.toThrow(SILENT)
  expect(await account.balances()).toHaveLength(1)
})

it('has sent nothing while nobody listens', async () => {
  const { account } = practiceAccount('http://127.0.0.1:9', systemClock)
  expect(await account.place(outgoing('k'), PERMIT)).toMatchObject({ phase: 'not-sent' })
  expect(await account.cancel(questionFor('k'))).toMatchObject({ phase: 'not-sent' })
  await expect(account.balances()).rejects.toThrow(SILENT)
})

it.each([
  ['GET /v1/markets', 'empty-object-after'],
  ['GET /v1/markets', 'malformed-json-after'],
  ['GET /v1/markets', 'truncate-after'],
  ['GET /v1/prices', 'empty-after'],
  ['GET /v1/balances', 'empty-object-after'],
  ['GET /v1/balances', 'drop-after'],
  ['GET /v1/keys', 'empty-object-after'],
  ['PUT /v1/accounts/{id}', 'drop-before'],
] as const)('%s with %s: a read fails as unreachable, and the next one works', async (on, fault) => {
  // The fixture's own client is the first to ask for the key and to register.
  const faulty = await startFixture([{ on, fault, nth: on.includes('keys') || on.includes('PUT') ? 2 : 1 }])
  const { account } = practiceAccount(faulty.exchange.url, toAppClock(faulty.clock))
  const read = () => Promise.all([account.markets(), account.prices([]), account.balances()])
  await expect(read()).rejects.toThrow(SILENT)
  expect((await read())[0]).toHaveLength(14)
})

it.each(['empty-object-after', 'malformed-json-after', 'empty-after'] as const)(
  'a look-up answered with %s says nothing about the order',
  async (fault) => {
    const fixture = await startFixture([{ on: 'GET /v1/orders/{key}', fault }])
    const { account } = practiceAccount(fixture.exchange.url, toAppClock(fixture.clock))
    expect(said(await account.find(questionFor('key')))).toBe('failed')
  },
)

it('starts its worker at first use, ends it at close, and does not bring it back', async () => {
  const host = workerHost(workerUrl, makeFolder(), systemClock)
  const [first, second] = await Promise.all([host.locate(), host.locate()])
  expect(first).toEqual(second)
  const keys = await fetch(`${first.baseUrl}/v1/keys`)
  expect(await keys.json()).toMatchObject({ identity: first.identity })
  await host.close()
  await expect(fetch(`${first.baseUrl}/v1/keys`)).rejects.toThrow()
  await expect(host.locate()).rejects.toThrow(SILENT)
  await host.close()
})

it('closes without ever having started', async () => {
  await workerHost(workerUrl, makeFolder(), systemClock).close()
})

it('says unreachable when the worker does not start, and tries again at the next use', async () => {
  const folder = makeFolder()
  const file = path.join(folder, 'worker.mjs')
  writeFileSync(file, 'throw new Error("broken")')
  const host = workerHost(pathToFileURL(file), folder, systemClock)
  await expect(host.locate()).rejects.toThrow(SILENT)
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage('noise')
     parentPort.postMessage({ listening: 'x' })
     parentPort.postMessage({ listening: 4710 })
     parentPort.postMessage({ listening: 4711, identity: 'known' })
     parentPort.postMessage({ listening: 4711, identity: 'known', registration: 'word' })
     parentPort.once('message', () => process.exit())`,
  )
  expect(await host.locate()).toEqual({ baseUrl: 'http://127.0.0.1:4711', identity: 'known', registration: 'word' })
  await host.close()
})
