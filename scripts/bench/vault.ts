// The vault: opening it, and sealing and opening one record, against bare calls of node:crypto.

import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { RecordContext } from '../../electron/ports/vault.ts'
import { argon2idInJavaScript, nativeArgon2id } from '../../electron/vault/argon2.ts'
import { KDF_DEFAULT } from '../../electron/vault/primitives.ts'
import { openRecord, type RecordKey, SUITE, sealRecord } from '../../electron/vault/record.ts'
import { makeKeychainSlot, makePassphraseSlot, openSlot } from '../../electron/vault/slots.ts'
import { alone, compared, type Measure, type Part } from './measure.ts'
import { interleave } from './statistics.ts'

interface Plan {
  warmUp: number
  rounds: number
}

/** Records a round: one alone is too short for the clock. */
const BATCH = 200
const US_PER_MS = 1000
const SIZES = [256, 4096]

const CONTEXT: RecordContext = { recordId: 'bench', type: 'exchange-key', version: 1, environment: 'test' }
const KEY: RecordKey = { vaultId: randomBytes(16), build: 'product', epoch: 1, dataKey: randomBytes(32) }
const OWNER = { vaultId: KEY.vaultId, build: KEY.build }

/** The least that a program does: AES-256-GCM under one key, with a random nonce and the context as associated data. */
function sealBare(plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', KEY.dataKey, nonce)
  cipher.setAAD(Buffer.from(CONTEXT.recordId))
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

function openBare(sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', KEY.dataKey, sealed.subarray(0, 12))
  cipher.setAAD(Buffer.from(CONTEXT.recordId))
  cipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()])
}

async function usEach(work: () => unknown): Promise<number> {
  const start = performance.now()
  for (let at = 0; at < BATCH; at += 1) work()
  return ((performance.now() - start) / BATCH) * US_PER_MS
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function measureRecords(size: number, plan: Plan): Promise<Measure[]> {
  const plaintext = randomBytes(size)
  const [ours, bare] = [sealRecord(KEY, CONTEXT, plaintext), sealBare(plaintext)]
  const seal = await interleave(
    plan,
    () => usEach(() => sealRecord(KEY, CONTEXT, plaintext)),
    () => usEach(() => sealBare(plaintext)),
  )
  const open = await interleave(
    plan,
    () => usEach(() => openRecord(KEY, CONTEXT, SUITE, ours)),
    () => usEach(() => openBare(bare)),
  )
  return [
    compared({ name: `vault: seal a record of ${size} bytes`, unit: 'µs', ...seal, atMost: null }),
    compared({ name: `vault: open a record of ${size} bytes`, unit: 'µs', ...open, atMost: null }),
  ]
}

async function measureUnlock(rounds: number): Promise<Measure[]> {
  const [master, kek] = [randomBytes(32), randomBytes(32)]
  const passphrase = 'words for the benchmark'
  const slow = await makePassphraseSlot(OWNER, passphrase, KDF_DEFAULT, master, 0)
  const fast = makeKeychainSlot(OWNER, 1, kek, master, 0)
  const native = await nativeArgon2id()
  if (native === null) throw new Error('The native library has no binary for this machine.')
  const { memory, passes, lanes: parallelism } = KDF_DEFAULT
  const words = new TextEncoder().encode(passphrase)
  const cost = { ...KDF_DEFAULT, length: 32 }
  const phrase = await interleave(
    { warmUp: 1, rounds },
    () => msOf(() => openSlot(OWNER, slow, { kind: 'passphrase', passphrase })),
    () => msOf(() => native(words, slow.salt, cost)),
  )
  const derive = promisify(argon2)
  const bare = { message: passphrase, nonce: slow.salt, parallelism, tagLength: 32, memory, passes }
  const others = await interleave(
    { warmUp: 0, rounds },
    () => msOf(() => argon2idInJavaScript(words, slow.salt, cost)),
    () => msOf(() => derive('argon2id', bare)),
  )
  const keychain: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    keychain.push(await msOf(() => openSlot(OWNER, fast, { kind: 'keychain', kek })))
  }
  return [
    compared({ name: 'vault: unlock by passphrase, against its library alone', ...phrase, atMost: 1.3 }),
    compared({ name: "vault: the same stretching in JavaScript, against node:crypto's", ...others, atMost: null }),
    alone('vault: unlock by the key of the keychain', keychain),
  ]
}

/** Records of two sizes, and both ways to unlock. */
export async function measureVault(plan: Plan & { unlocks: number }): Promise<Part> {
  const measures = [...(await measureUnlock(plan.unlocks))]
  for (const size of SIZES) measures.push(...(await measureRecords(size, plan)))
  return {
    measures,
    notes: [
      `vault, Prelist: one record with a key of its own (HKDF), commitment and whole context; mean of ${BATCH}.`,
      'vault, baseline: AES-256-GCM of node:crypto under one key, with a random nonce and the record’s id.',
      'vault, unlock: Argon2id with 256 MiB and 3 passes, the whole unlock against its native library alone.',
    ],
  }
}
