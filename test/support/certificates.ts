// Certificates that are made while a test runs, so that no private key lies in the repository: X.509 v3 over P-256, as
// little of it as a TLS server needs.

import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export interface Certified {
  /** PEM */
  cert: string
  /** PEM */
  key: string
  signer: { name: string; key: KeyObject }
}

export interface CertificateOptions {
  name: string
  /** Who signs; the certificate itself when left out. */
  issuer?: Certified['signer']
  /** DNS names and IPv4 addresses. */
  hosts?: readonly string[]
  authority?: boolean
  /** Days from now. */
  from?: number
  until?: number
}

const DAY_MS = 86_400_000
const SEQUENCE = 0x30

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const ECDSA_SHA256 = der(SEQUENCE, oid('2a8648ce3d040302'))
const TRUE = Buffer.from([0x01, 0x01, 0xff])

function nameOf(text: string): Buffer {
  return der(SEQUENCE, der(0x31, der(SEQUENCE, oid('550403'), der(0x0c, Buffer.from(text)))))
}

function timeOf(days: number): Buffer {
  const at = new Date(Date.now() + days * DAY_MS).toISOString().replace(/[-:T]|\.\d+/g, '')
  return der(0x18, Buffer.from(at))
}

function hostOf(host: string): Buffer {
  const numbers = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host.split('.').map(Number) : null
  return numbers === null ? der(0x82, Buffer.from(host)) : der(0x87, Buffer.from(numbers))
}

function extensions({ authority = false, hosts = [] }: CertificateOptions): Buffer {
  const basic = der(SEQUENCE, ...(authority ? [TRUE] : []))
  const list = [der(SEQUENCE, oid('551d13'), TRUE, der(0x04, basic))]
  if (hosts.length > 0) {
    list.push(der(SEQUENCE, oid('551d11'), der(0x04, der(SEQUENCE, ...hosts.map(hostOf)))))
  }
  return der(0xa3, der(SEQUENCE, ...list))
}

/** Makes a key pair and a certificate for it. */
export function certify(options: CertificateOptions): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = options.issuer ?? { name: options.name, key: privateKey }
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)])
  const body = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ECDSA_SHA256,
    nameOf(issuer.name),
    der(SEQUENCE, timeOf(options.from ?? -1), timeOf(options.until ?? 1)),
    nameOf(options.name),
    publicKey.export({ format: 'der', type: 'spki' }),
    extensions(options),
  )
  const signature = sign('sha256', body, issuer.key)
  const whole = der(SEQUENCE, body, ECDSA_SHA256, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    signer: { name: options.name, key: privateKey },
  }
}
