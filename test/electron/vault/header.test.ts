// What a header may say: a reader takes only what this version writes, even from who could make the MAC, and a writer
// writes nothing that it would not read.

import { describe, expect, test } from 'vitest'
import { uint } from '../../../electron/vault/bytes.ts'
import { deriveKey } from '../../../electron/vault/derive.ts'
import { checkHeader, decodeHeader, encodeHeader, type VaultHeader } from '../../../electron/vault/header.ts'
import { newVault, openVault, withNewEpoch } from '../../../electron/vault/open-vault.ts'
import { hmac, KDF_CEILING, KDF_FLOOR, type KdfParams, randomBytes } from '../../../electron/vault/primitives.ts'
import { makeKeychainSlot, type Slot } from '../../../electron/vault/slots.ts'
import { AppError } from '../../../shared/result.ts'
import { AT, aVault } from './vault-kit.ts'

// Offsets of docs/vault-format.md, of a vault with a slot of each kind: keychain, passphrase, recovery.
const SLOTS = 40
const SLOT = 110
const EPOCHS = SLOTS + 3 * SLOT
const [KEYCHAIN, PASSPHRASE, RECOVERY] = [SLOTS, SLOTS + SLOT, SLOTS + 2 * SLOT]

const { open } = await aVault()
const { header, master, bytes } = open

/** The header with other bytes at `at`, under a MAC that is right: made by somebody who has the master key. */
function forged(at: number, ...value: number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(value, at)
  const covered = copy.subarray(0, -32)
  // The build goes into the derivation, so that a forger would use the one that stands there.
  const build = copy[5] === 2 ? 'development' : 'product'
  copy.set(hmac(deriveKey(master, copy.slice(6, 22), 'header-mac', build), covered), covered.length)
  return copy
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

const forgedCode = (at: number, ...value: number[]) =>
  codeOf(() => {
    const copy = forged(at, ...value)
    checkHeader(copy, decodeHeader(copy), master)
  })

test('what is not forbidden of a forged header is taken, so that the refusals below are not for another reason', () => {
  expect(forgedCode(0)).toBe('ok')
  expect(forgedCode(22, ...uint(7, 8))).toBe('ok')
  expect(forgedCode(KEYCHAIN + 1, ...uint(9, 4))).toBe('ok')
  expect(forgedCode(PASSPHRASE + 5, ...uint(KDF_CEILING.memory, 4), ...uint(KDF_CEILING.passes, 4))).toBe('ok')
})

describe('ids that this version does not know are refused under a right MAC [R30]', () => {
  test.each([
    ['magic', 0, [0x50]],
    ['format', 4, [1]],
    ['build', 5, [1, 2]],
    ['least suite', 30, [1]],
    ['kind of slot', KEYCHAIN, [1]],
  ])('%s', (_, at, known) => {
    const taken = Array.from({ length: 256 }, (_value, byte) => byte).filter((byte) => forgedCode(at, byte) === 'ok')
    expect(taken).toEqual(known)
  })
})

test.each([
  ['a cost for the key of the keychain', KEYCHAIN + 5, uint(1, 4)],
  ['a salt for the key of the keychain', KEYCHAIN + 18, uint(1, 1)],
  ['a cost for the recovery key', RECOVERY + 9, uint(1, 4)],
  ['a salt for the recovery key', RECOVERY + 18, uint(1, 1)],
  ['a number for the passphrase', PASSPHRASE + 1, uint(1, 4)],
  ['a number for the recovery key', RECOVERY + 1, uint(1, 4)],
  ['no data key', EPOCHS, uint(0, 1)],
  ['a data key without a number', EPOCHS + 1, uint(0, 4)],
  ['a generation beyond 2^53', 22, uint(32, 1)],
])('%s is refused under a right MAC [R30]', (_, at, value) => {
  expect(forgedCode(at, ...value)).toBe('VAULT_DAMAGED')
})

describe('costs of a passphrase [R23]', () => {
  const cost = ({ memory, passes, lanes }: KdfParams) => [...uint(memory, 4), ...uint(passes, 4), ...uint(lanes, 1)]

  test.each([
    ['memory below the floor', { ...KDF_FLOOR, memory: KDF_FLOOR.memory - 1 }],
    ['passes below the floor', { ...KDF_FLOOR, passes: KDF_FLOOR.passes - 1 }],
    ['lanes below the floor', { ...KDF_FLOOR, lanes: 0 }],
    ['memory above the ceiling', { ...KDF_FLOOR, memory: KDF_CEILING.memory + 1 }],
    ['passes above the ceiling', { ...KDF_FLOOR, passes: KDF_CEILING.passes + 1 }],
    ['lanes above the ceiling', { ...KDF_FLOOR, lanes: KDF_CEILING.lanes + 1 }],
    ['the most that fits', { memory: 0xffffffff, passes: 0xffffffff, lanes: 255 }],
  ])('%s is refused as the header is read, before a slot is tried', (what, params) => {
    const copy = forged(PASSPHRASE + 5, ...cost(params))
    const start = performance.now()
    expect(codeOf(() => decodeHeader(copy))).toBe('VAULT_DAMAGED')
    console.log(`${what}: refused in ${(performance.now() - start).toFixed(2)} ms`)
  })

  test('only one passphrase and one recovery key are ever tried', () => {
    const slots = (kind: Slot['kind']) => [...header.slots, ...header.slots.filter((slot) => slot.kind === kind)]
    const code = (kind: Slot['kind']) => codeOf(() => encodeHeader({ ...header, slots: slots(kind) }, master))
    expect([code('passphrase'), code('recovery'), code('keychain')]).toEqual(['VAULT_DAMAGED', 'VAULT_DAMAGED', 'ok'])
  })
})

describe('pieces in another place under a right MAC [R29]', () => {
  const rewritten = (change: Partial<VaultHeader>) =>
    codeOf(() => openVault(encodeHeader({ ...header, ...change }, master), master))

  test('the header as it was opens', () => {
    expect(rewritten({})).toBe('ok')
  })

  test('data keys do not take each other’s place, nor that of another time', () => {
    const two = withNewEpoch(open, AT + 5)
    const [first, second] = two.header.epochs
    if (first === undefined || second === undefined) throw new Error('two were made')
    const swapped = [
      { ...first, wrapped: second.wrapped },
      { ...second, wrapped: first.wrapped },
    ]
    expect(rewritten({ epochs: two.header.epochs })).toBe('ok')
    expect(rewritten({ epochs: swapped })).toBe('VAULT_DAMAGED')
    expect(rewritten({ epochs: [{ ...first, epoch: 2 }] })).toBe('VAULT_DAMAGED')
    expect(rewritten({ epochs: [{ ...first, createdAt: AT + 1 }] })).toBe('VAULT_DAMAGED')
    expect(rewritten({ epochs: [second, first] })).toBe('VAULT_DAMAGED')
    expect(rewritten({ epochs: [first, first] })).toBe('VAULT_DAMAGED')
  })

  test('data keys and signing key of another vault of the same master key, or of another build, do not open', () => {
    const other = newVault(randomBytes(16), 'product', master, AT, []).header
    expect(rewritten({ epochs: other.epochs })).toBe('VAULT_DAMAGED')
    expect(rewritten({ signingSeed: other.signingSeed })).toBe('VAULT_DAMAGED')
    expect(rewritten({ vaultId: other.vaultId })).toBe('VAULT_DAMAGED')
    expect(rewritten({ build: 'development' })).toBe('VAULT_DAMAGED')
  })
})

describe('what is written', () => {
  test('is read back as it was, and stays below 4 kB', () => {
    expect(decodeHeader(bytes)).toEqual(header)
    let vault = open
    for (let epochs = 1; epochs < 42; epochs++) vault = withNewEpoch(vault, AT)
    expect(vault.bytes.length).toBeLessThanOrEqual(4096)
    expect(openVault(vault.bytes, master).dataKeys.size).toBe(42)
    expect(codeOf(() => withNewEpoch(vault, AT))).toBe('TRY_LATER')
    const longer = new Uint8Array(4097)
    longer.set(vault.bytes)
    expect(codeOf(() => decodeHeader(longer))).toBe('VAULT_DAMAGED')
  })

  test('is nothing that could not be read', () => {
    const slot = makeKeychainSlot(header, 1, randomBytes(32), master, AT)
    const code = (change: Partial<VaultHeader>) => codeOf(() => encodeHeader({ ...header, ...change }, master))
    expect(code({ slots: [{ ...slot, salt: new Uint8Array(15) }] })).toBe('VAULT_DAMAGED')
    expect(code({ signerKey: new Uint8Array(33) })).toBe('VAULT_DAMAGED')
    expect(code({ epochs: [] })).toBe('VAULT_DAMAGED')
    for (const generation of [-1, 0.5, 2 ** 53, Number.NaN]) expect(code({ generation })).toContain('RangeError')
    expect(code({ slots: [{ ...slot, number: 2 ** 32 }] })).toContain('RangeError')
    expect(code({ slots: Array.from({ length: 256 }, () => slot) })).toContain('RangeError')
  })
})
