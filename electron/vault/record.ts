// One sealed record: XChaCha20-Poly1305 under a key that is derived for this one write, with a commitment to that key.
// The layout is written down in docs/vault-format.md.

import type { Build, RecordContext } from '../ports/vault.ts'
import { ascii, damagedVault, joined, reader, sized, uint } from './bytes.ts'
import { BUILD_BYTE } from './derive.ts'
import { equalBytes, hkdf, KEY_BYTES, NONCE_BYTES, open, randomBytes, seal, TAG_BYTES } from './primitives.ts'

const MAGIC = ascii('PLSR')
const FORMAT = 1
/** XChaCha20-Poly1305 with HKDF-SHA256 and a 32-byte commitment. */
export const SUITE = 1
const NO_FLAGS = 0
const SALT_BYTES = 24
const COMMITMENT_BYTES = 32

const TYPE_BYTE = { 'exchange-key': 1, 'signing-seed': 2, 'source-key': 3 } as const
const ENVIRONMENT_BYTE = { practice: 1, test: 2, live: 3 } as const

/** The vault that a record belongs to, and the data key that it is sealed with. */
export interface RecordKey {
  vaultId: Uint8Array
  build: Build
  epoch: number
  dataKey: Uint8Array
}

function head(context: RecordContext, epoch: number, salt: Uint8Array): Uint8Array {
  return joined(
    MAGIC,
    uint(FORMAT, 1),
    uint(SUITE, 1),
    uint(NO_FLAGS, 1),
    uint(TYPE_BYTE[context.type], 1),
    uint(ENVIRONMENT_BYTE[context.environment], 1),
    uint(epoch, 4),
    uint(context.version, 8),
    salt,
  )
}

/** What is not in the bytes and has to be known all the same: whose record it is. */
function keysOf(key: RecordKey, context: RecordContext, header: Uint8Array, salt: Uint8Array) {
  const bound = joined(
    ascii('prelist/record/v1'),
    uint(BUILD_BYTE[key.build], 1),
    key.vaultId,
    sized(context.recordId),
    header,
  )
  const derived = hkdf(key.dataKey, salt, bound, KEY_BYTES + NONCE_BYTES + COMMITMENT_BYTES)
  return {
    bound,
    key: derived.subarray(0, KEY_BYTES),
    nonce: derived.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES),
    commitment: derived.subarray(KEY_BYTES + NONCE_BYTES),
    wipe: () => void derived.fill(0),
  }
}

/** Seals `plaintext` with a salt of its own, from which key, nonce and commitment follow; no nonce is ever counted. */
export function sealRecord(key: RecordKey, context: RecordContext, plaintext: Uint8Array): Uint8Array {
  const salt = randomBytes(SALT_BYTES)
  const header = head(context, key.epoch, salt)
  const keys = keysOf(key, context, header, salt)
  const sealed = joined(header, keys.commitment, seal(keys.key, keys.nonce, plaintext, keys.bound))
  keys.wipe()
  return sealed
}

/** The epoch whose data key opens these bytes. @throws AppError `VAULT_DAMAGED` */
export function epochOf(bytes: Uint8Array): number {
  const from = reader(bytes)
  from.bytes(MAGIC.length + 5)
  return from.uint(4)
}

/**
 * Opens a record that was sealed in exactly this context.
 * @throws AppError `VAULT_DAMAGED` for another key, context, suite below `minSuite`, and for any changed byte
 */
export function openRecord(key: RecordKey, context: RecordContext, minSuite: number, bytes: Uint8Array): Uint8Array {
  const from = reader(bytes)
  const magic = from.bytes(MAGIC.length)
  const format = from.uint(1)
  const suite = from.uint(1)
  const fixed = MAGIC.length + 17
  from.bytes(fixed - from.at())
  const salt = from.bytes(SALT_BYTES)
  const header = bytes.slice(0, from.at())
  if (!equalBytes(magic, MAGIC) || format !== FORMAT || suite !== SUITE || suite < minSuite) throw damagedVault()
  if (!equalBytes(header, head(context, key.epoch, salt))) throw damagedVault()
  const keys = keysOf(key, context, header, salt)
  // First, so that a wrong key is told from a changed ciphertext, and no ciphertext opens under two keys.
  if (!equalBytes(from.bytes(COMMITMENT_BYTES), keys.commitment)) throw damagedVault()
  const ciphertext = from.bytes(bytes.length - from.at())
  const plaintext = ciphertext.length < TAG_BYTES ? null : open(keys.key, keys.nonce, ciphertext, keys.bound)
  keys.wipe()
  if (plaintext === null) throw damagedVault()
  return plaintext
}
