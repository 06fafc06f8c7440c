// A second reader of vaults, written from docs/vault-format.md alone. It imports nothing of the app, and no library that
// the app uses: what both read alike is what the page says.

import { argon2Sync, createHmac, hkdfSync } from 'node:crypto'
import { xchachaOpen } from './xchacha.ts'

export interface ReadSlot {
  kind: number
  number: number
  /** The first 38 bytes, which its wrapping is bound to. */
  first: Buffer
  memory: number
  passes: number
  lanes: number
  salt: Buffer
  wrapped: Buffer
}

export interface ReadVault {
  build: number
  vaultId: Buffer
  generation: number
  leastSuite: number
  createdAt: number
  slots: ReadSlot[]
  epochs: { epoch: number; createdAt: number; wrapped: Buffer }[]
  signer: Buffer
  seed: Buffer
  covered: Buffer
  mac: Buffer
}

const BUILDS = ['', 'product', 'development']
const TYPES = ['', 'exchange-key', 'signing-seed']
const ENVIRONMENTS = ['', 'practice', 'test', 'live']

function refuse(why: string): never {
  throw new Error(`not a vault of this format: ${why}`)
}

const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

function fields(source: Buffer) {
  let at = 0
  const take = (length: number): Buffer => {
    if (at + length > source.length) refuse('too short')
    at += length
    return source.subarray(at - length, at)
  }
  const number = (width: number) => Number(BigInt(`0x${take(width).toString('hex')}`))
  return { take, number, at: () => at, left: () => source.length - at }
}

export function readHeader(bytes: Uint8Array): ReadVault {
  const source = Buffer.from(bytes)
  const { take, number, left, at } = fields(source)
  if (source.length > 4096) refuse('too long')
  if (take(4).toString('latin1') !== 'PLSV') refuse('magic')
  if (number(1) !== 1) refuse('format')
  const build = number(1)
  if (BUILDS[build] === undefined || build === 0) refuse('build')
  const vaultId = take(16)
  const [generation, leastSuite, createdAt] = [number(8), number(1), number(8)]
  if (leastSuite !== 1) refuse('least suite')
  const slots = Array.from({ length: number(1) }, () => readSlot(take(110)))
  const epochs = Array.from({ length: number(1) }, () => ({
    epoch: number(4),
    createdAt: number(8),
    wrapped: take(72),
  }))
  if (epochs.length === 0) refuse('no data key')
  const [signer, seed] = [take(32), take(72)]
  const covered = source.subarray(0, at())
  const mac = take(32)
  if (left() > 0) refuse('too long')
  return { build, vaultId, generation, leastSuite, createdAt, slots, epochs, signer, seed, covered, mac }
}

function readSlot(bytes: Buffer): ReadSlot {
  const { take, number } = fields(bytes)
  const kind = number(1)
  if (kind < 1 || kind > 3) refuse('kind of slot')
  const slot = { kind, number: number(4), memory: number(4), passes: number(4), lanes: number(1), salt: take(16) }
  return { ...slot, first: bytes.subarray(0, 38), wrapped: bytes.subarray(38) }
}

function unwrapped(wrappingKey: Uint8Array, wrapped: Buffer, context: Buffer): Buffer {
  const own = hkdf(wrappingKey, wrapped.subarray(0, 24), context, 56)
  return xchachaOpen(own.subarray(0, 32), own.subarray(32), context, wrapped.subarray(24))
}

const numbers = (value: number, width: number) => Buffer.from(value.toString(16).padStart(width * 2, '0'), 'hex')
const whose = (vault: ReadVault) => Buffer.concat([numbers(vault.build, 1), vault.vaultId])

/** The master key; `secret` is a key of the keychain, a passphrase, or an identity, by the slot's kind. Throws when wrong. */
export function openSlot(vault: ReadVault, slot: ReadSlot, secret: Uint8Array | string): Buffer {
  const context = Buffer.concat([Buffer.from('prelist/slot/v1'), whose(vault), slot.first])
  return unwrapped(wrappingKeyOf(slot, secret), slot.wrapped, context)
}

function wrappingKeyOf(slot: ReadSlot, secret: Uint8Array | string): Uint8Array {
  if (slot.kind !== 2) return Buffer.from(secret)
  const { memory, passes, lanes: parallelism, salt: nonce } = slot
  const message = Buffer.from(String(secret).normalize('NFKC'))
  return argon2Sync('argon2id', { message, nonce, memory, passes, parallelism, tagLength: 32 })
}

export const derived = (vault: ReadVault, master: Uint8Array, purpose: string): Buffer =>
  hkdf(master, vault.vaultId, `prelist/${purpose}/v1/${BUILDS[vault.build]}`, 32)

/** Throws when the header is not whole. */
export function checkMac(vault: ReadVault, master: Uint8Array): void {
  const right = createHmac('sha256', derived(vault, master, 'header-mac'))
    .update(vault.covered)
    .digest()
  if (!right.equals(vault.mac)) refuse('MAC')
}

export function dataKeys(vault: ReadVault, master: Uint8Array): Map<number, Buffer> {
  const wrappingKey = derived(vault, master, 'dek-wrap')
  const keyOf = ({ epoch, createdAt, wrapped }: ReadVault['epochs'][number]) => {
    const context = [Buffer.from('prelist/dek/v1'), whose(vault), numbers(epoch, 4), numbers(createdAt, 8)]
    return unwrapped(wrappingKey, wrapped, Buffer.concat(context))
  }
  return new Map(vault.epochs.map((one) => [one.epoch, keyOf(one)]))
}

export function signingSeed(vault: ReadVault, master: Uint8Array): Buffer {
  const context = Buffer.concat([Buffer.from('prelist/seed/v1'), whose(vault)])
  return unwrapped(derived(vault, master, 'signing-seed-wrap'), vault.seed, context)
}

/** What the row beside a record says of it. */
export interface RecordRow {
  recordId: string
  type: string
  environment: string
  version: number
}

export function openRecord(vault: ReadVault, keys: Map<number, Buffer>, row: RecordRow, bytes: Uint8Array): Buffer {
  const { take, number, left } = fields(Buffer.from(bytes))
  if (take(4).toString('latin1') !== 'PLSR') refuse('magic')
  const [format, suite, flags, type, environment] = [number(1), number(1), number(1), number(1), number(1)]
  if (format !== 1 || suite !== 1 || suite < vault.leastSuite || flags !== 0) refuse('format, suite or flags')
  const [epoch, version, salt, commitment] = [number(4), number(8), take(24), take(32)]
  if (TYPES[type] !== row.type || ENVIRONMENTS[environment] !== row.environment || version !== row.version) {
    refuse('of another row')
  }
  const id = Buffer.from(row.recordId)
  const context = Buffer.concat([
    Buffer.from('prelist/record/v1'),
    whose(vault),
    numbers(id.length, 2),
    id,
    Buffer.from(bytes).subarray(0, 45),
  ])
  const own = hkdf(keys.get(epoch) ?? refuse('data key'), salt, context, 88)
  if (!own.subarray(56).equals(commitment)) refuse('commitment')
  return xchachaOpen(own.subarray(0, 32), own.subarray(32, 56), context, take(left()))
}
