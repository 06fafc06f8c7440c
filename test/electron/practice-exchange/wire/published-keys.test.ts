// The list of keys that the exchange publishes: signed by its identity, kept for the life of the folder, and replaced.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { startPracticeExchange } from '../../../../electron/practice-exchange/server.ts'
import type { Rotation } from '../../../../electron/practice-exchange/wire/published-keys.ts'
import { connect, jsonOf } from '../client.ts'
import { makeFolder, marketBuy } from '../fixture.ts'
import { send } from '../http.ts'
import { CLASSIC, POST_QUANTUM } from '../seal.ts'
import { keys } from '../shapes.ts'

type Published = z.infer<typeof keys>

/** Starts the exchange on `dataDir`, and gives its list, its identity and what a client of it can do. */
async function visit<T>(dataDir: string, rotate: Rotation | null, work: (url: string) => Promise<T>) {
  const exchange = await startPracticeExchange({ dataDir, port: 0, ...(rotate === null ? {} : { rotate }) })
  try {
    const response = await send({ method: 'GET', url: `${exchange.url}/v1/keys`, headers: {}, body: '' })
    return { list: keys.parse(jsonOf(response)), identity: exchange.identity, result: await work(exchange.url) }
  } finally {
    await exchange.close()
  }
}
const look = (dataDir: string, rotate: Rotation | null = null) => visit(dataDir, rotate, async () => null)

function signs(identity: string, lines: readonly (string | number)[], signature: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: identity }, format: 'jwk' })
  return verify(null, Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64url'))
}

function vouchedFor({ environment, serial, identity, keys: listed, signature }: Published): boolean {
  const lines = listed.map((key) => `${key.keyId} ${key.suite} ${key.publicKey}`)
  return signs(identity, ['prelist/gateway-keys/v1', environment, serial, identity, ...lines], signature)
}

it('lists a key of each suite, each with the id that belongs to it, and signs the list', async () => {
  const { list, identity } = await look(makeFolder())
  expect(list.keys.map(({ suite, publicKey }) => [suite, Buffer.from(publicKey, 'base64url').length])).toEqual([
    [CLASSIC, 32],
    [POST_QUANTUM, 1216],
  ])
  for (const { keyId, suite, publicKey } of list.keys) {
    const digest = createHash('sha256').update(`${suite}\0`).update(Buffer.from(publicKey, 'base64url')).digest('hex')
    expect(keyId).toBe(`gk-${digest.slice(0, 32)}`)
  }
  expect([list.serial, list.identity, list.successions, vouchedFor(list)]).toEqual([1, identity, [], true])
})

it('keeps all of it across a restart', async () => {
  const folder = makeFolder()
  expect((await look(folder)).list).toEqual((await look(folder)).list)
})

it('publishes new keys before the old ones, counts, and forgets a key with the second rotation after it', async () => {
  const folder = makeFolder()
  const first = (await look(folder)).list
  const second = (await look(folder, 'keys')).list
  const third = (await look(folder, 'keys')).list
  expect([second.serial, third.serial]).toEqual([2, 3])
  expect(second.keys.slice(2)).toEqual(first.keys)
  expect(third.keys.slice(2)).toEqual(second.keys.slice(0, 2))
  expect([second, third].map((list) => [list.identity, vouchedFor(list)])).toEqual([
    [first.identity, true],
    [first.identity, true],
  ])
})

it('has each identity sign for the one that follows it', async () => {
  const folder = makeFolder()
  const lists = [
    (await look(folder)).list,
    (await look(folder, 'identity')).list,
    (await look(folder, 'identity')).list,
  ]
  const [first, second, third] = lists.map(({ identity }) => identity)
  expect(lists.map(({ serial }) => serial)).toEqual([1, 2, 3])
  expect(lists.every(vouchedFor)).toBe(true)
  expect(lists[2]?.successions.map(({ identity, successor }) => [identity, successor])).toEqual([
    [first, second],
    [second, third],
  ])
  for (const { identity, successor, signature } of lists[2]?.successions ?? []) {
    expect(signs(identity, ['prelist/gateway-succession/v1', 'practice', identity, successor], signature)).toBe(true)
  }
  expect(lists[2]?.keys).toEqual(lists[0]?.keys)
})

it('goes on with accounts and orders after each of them', async () => {
  const folder = makeFolder()
  for (const rotate of [null, 'keys', 'identity', 'keys'] as const) {
    const { result } = await visit(folder, rotate, async (url) => (await connect(url)).accepted(marketBuy()))
    expect(result.status).toBe('filled')
  }
})
