// The order benchmark's other side: the least that the protocol asks of a program that must not lose an order, and no
// line of the app. It is driven by messages: each 'order' is placed, and answered with the milliseconds that it took.

import { createDecipheriv, createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { request } from 'node:http'
import { AEAD_ChaCha20Poly1305, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke'

const [url = '', file = '', market = '', amount = ''] = process.argv.slice(2)
const SEALED = 'application/vnd.prelist.sealed+json'
const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const [accountId, keyName] = ['bare', `k-${randomUUID()}`]
const keyid = `${accountId}/${keyName}`
const log = openSync(file, 'a', 0o600)
const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text)
const text64 = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('base64url')

/**
 * One request on Node's own agent, which keeps its connections.
 * @param {string} method @param {string} path @param {string} body @param {Record<string, string>} headers
 * @returns {Promise<{ status: number, body: string }>}
 */
function send(method, path, body, headers) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url + path, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } })
    outgoing.on('error', reject)
    outgoing.on('response', (answer) => {
      let received = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        received += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: received }))
    })
    outgoing.end(body)
  })
}

const SUITE = '0020-0001-0003'
const published = JSON.parse((await send('GET', '/v1/keys', '', {})).body)
const { keyId, publicKey: sealTo } = published.keys.find((/** @type {{ suite: string }} */ key) => key.suite === SUITE)
const registration = JSON.stringify({ keyId: keyName, publicKey: publicKey.export({ format: 'jwk' }).x })
await send('PUT', `/v1/accounts/${accountId}`, registration, {})
const exchangeKey = await suite.DeserializePublicKey(Uint8Array.from(Buffer.from(sealTo, 'base64url')))

/** @param {'buy' | 'sell'} side @returns {Promise<{ status: string }>} the order as the exchange answers it */
async function placeOrder(side) {
  const key = randomUUID()
  const terms = { market, side, type: 'market', timeInForce: 'gtc', amount, price: null }
  const order = JSON.stringify({ keyId, suite: SUITE, idempotencyKey: key, accountId, ...terms })
  // One write that has reached the disk.
  writeSync(log, `${order}\n`)
  fsyncSync(log)
  // One seal.
  const created = Math.floor(Date.now() / 1000)
  const info = utf8(`prelist/order/v1\0practice\0${SUITE}\0${keyId}`)
  const { encapsulatedSecret, ctx } = await suite.SetupSender(exchangeKey, { info })
  const ct = await ctx.Seal(utf8(order), utf8(['POST', '/v1/orders', key, created, keyid].join('\n')))
  const answerKey = await ctx.Export(utf8('prelist/order/v1/response'), 32)
  const body = JSON.stringify({ keyId, suite: SUITE, enc: text64(encapsulatedSecret), ct: text64(ct) })
  // One signature.
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const nonce = randomBytes(16).toString('base64url')
  const params = `("@method" "@target-uri" "content-digest" "idempotency-key");created=${created};expires=${created + 10};keyid="${keyid}";nonce="${nonce}";alg="ed25519"`
  const base = `"@method": POST\n"@target-uri": ${url}/v1/orders\n"content-digest": ${digest}\n"idempotency-key": ${key}\n"@signature-params": ${params}`
  const signature = sign(null, Buffer.from(base), privateKey).toString('base64')
  // One POST, and its sealed answer opened.
  const answer = await send('POST', '/v1/orders', body, {
    'content-type': SEALED,
    'content-digest': digest,
    'idempotency-key': key,
    'signature-input': `sig1=${params}`,
    signature: `sig1=:${signature}:`,
  })
  const sealed = JSON.parse(answer.body)
  const bytes = Buffer.from(sealed.ct, 'base64url')
  const length = bytes.length - 16
  const cipher = createDecipheriv('chacha20-poly1305', answerKey, Buffer.from(sealed.nonce, 'base64url'), {
    authTagLength: 16,
  })
  cipher.setAAD(Buffer.from(`${answer.status}\n${key}`), { plaintextLength: length })
  cipher.setAuthTag(bytes.subarray(length))
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(0, length)), cipher.final()]).toString())
}

process.on('message', async (/** @type {'buy' | 'sell'} */ side) => {
  const start = performance.now()
  const { status } = await placeOrder(side)
  process.send?.({ status, ms: performance.now() - start })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ status: 'ready', ms: 0 })
