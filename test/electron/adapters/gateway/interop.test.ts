// Sealed orders against a second implementation of HPKE, both ways and with the answers: what the app seals it opens, and
// what it seals the practice exchange opens.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { SUITES, sealRequest } from '../../../../electron/adapters/sealed-channel.ts'
import { openLedger } from '../../../../electron/practice-exchange/ledger.ts'
import { loadSealing, sealAnswer } from '../../../../electron/practice-exchange/wire/sealing.ts'
import type { Sealing } from '../../../../shared/app.ts'
import { makeFolder } from '../../practice-exchange/fixture.ts'
import { keys as keysShape } from '../../practice-exchange/shapes.ts'
import { hybridBytes, hybridPair, secondSuite } from './second-hpke.ts'

const MESSAGES = 20
const bytes = (text: string) => Uint8Array.from(Buffer.from(text))
const decode = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
const encode = (data: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(data)).toString('base64url')
const infoOf = (suite: string, keyId: string) => bytes(`prelist/order/v1\0practice\0${suite}\0${keyId}`)

/** A key pair of the second implementation, and the raw public half. */
async function secondPair(suite: string) {
  const implementation = secondSuite(suite)
  if (suite === SUITES['post-quantum']) {
    const pair = hybridPair(randomBytes(32))
    return { implementation, pair, publicKey: hybridBytes(pair.publicKey) }
  }
  const pair = await implementation.kem.generateKeyPair()
  const publicKey = new Uint8Array(await implementation.kem.serializePublicKey(pair.publicKey))
  return { implementation, pair, publicKey }
}

it.each<Sealing>(['classic', 'post-quantum'])(
  '%s: the second implementation opens what the app seals, and the app opens its answer [R26]',
  async (sealing) => {
    const suite = SUITES[sealing]
    const { implementation, pair, publicKey } = await secondPair(suite)
    for (let at = 0; at < MESSAGES; at++) {
      const text = randomBytes(at * 37).toString('hex')
      const key = { keyId: `gk-${at}`, suite, environment: 'practice', publicKey } as const
      const sealed = await sealRequest(key, { text }, `aad-${at}`)
      const { enc, ct } = JSON.parse(sealed.body)
      const context = await implementation.createRecipientContext({
        recipientKey: pair.privateKey,
        enc: decode(enc),
        info: infoOf(suite, key.keyId),
      })
      const opened = await context.open(decode(ct), bytes(`aad-${at}`))
      expect(JSON.parse(Buffer.from(opened).toString())).toEqual({ text, keyId: key.keyId, suite })
      const answerKey = new Uint8Array(await context.export(bytes('prelist/order/v1/response'), 32))
      const nonce = randomBytes(12)
      const cipher = createCipheriv('chacha20-poly1305', answerKey, nonce, { authTagLength: 16 })
      cipher.setAAD(bytes('200\nkey'), { plaintextLength: 2 })
      const answer = Buffer.concat([cipher.update('17'), cipher.final(), cipher.getAuthTag()])
      expect(sealed.openAnswer(JSON.stringify({ nonce: encode(nonce), ct: encode(answer) }), 200, 'key')).toBe(17)
    }
  },
)

it.each<Sealing>(['classic', 'post-quantum'])(
  '%s: the practice exchange opens what the second implementation seals, which opens its answer [R26]',
  async (sealing) => {
    const db = openLedger(makeFolder())
    const exchange = await loadSealing(db)
    db.close()
    const suite = SUITES[sealing]
    const key = keysShape.parse(exchange.statement).keys.find((one) => one.suite === suite)
    if (key === undefined) throw new Error('no such key')
    const implementation = secondSuite(suite)
    const recipientPublicKey = await implementation.kem.deserializePublicKey(decode(key.publicKey))
    for (let at = 0; at < MESSAGES; at++) {
      const info = infoOf(suite, key.keyId)
      const sender = await implementation.createSenderContext({ recipientPublicKey, info })
      const text = randomBytes(at * 37).toString('hex')
      const ct = await sender.seal(bytes(JSON.stringify({ text })), bytes(`aad-${at}`))
      const body = JSON.stringify({ keyId: key.keyId, suite, enc: encode(sender.enc), ct: encode(ct) })
      const { value, responseKey } = await exchange.open(bytes(body), `aad-${at}`)
      expect(value).toEqual({ text })
      const answer = JSON.parse(sealAnswer(responseKey, 200, 'key', { at }))
      const sealed = decode(answer.ct)
      const exported = new Uint8Array(await sender.export(bytes('prelist/order/v1/response'), 32))
      const decipher = createDecipheriv('chacha20-poly1305', exported, decode(answer.nonce), { authTagLength: 16 })
      decipher.setAAD(bytes('200\nkey'), { plaintextLength: sealed.length - 16 })
      decipher.setAuthTag(sealed.subarray(-16))
      expect(JSON.parse(decipher.update(sealed.subarray(0, -16)).toString())).toEqual({ at })
      decipher.final()
    }
  },
)
