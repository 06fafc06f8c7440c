// Whatever is changed of a vault's bytes is refused: each bit, each length, and each piece put in another's place.

import { describe, expect, test } from 'vitest'
import { openRecord } from '../../../electron/vault/record.ts'
import { openSlot } from '../../../electron/vault/slots.ts'
import { AppError } from '../../../shared/result.ts'
import { AT, aRecord, aRecordKey, aVault, CONTEXT, openByKek, turned, WORDS } from './vault-kit.ts'

const MINIMUM = 100_000

async function refused(work: () => unknown): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'VAULT_DAMAGED') return true
    throw error
  }
}

test('every single bit of a header, and of sealed records until there were 100,000, is missed when it turns [R27]', async () => {
  const { open, kek } = await aVault()
  const accepted: string[] = []
  let flips = 0
  for (let bit = 0; bit < open.bytes.length * 8; bit++, flips++) {
    if (!(await refused(() => openByKek(turned(open.bytes, bit), kek)))) accepted.push(`header, bit ${bit}`)
  }
  const headerFlips = flips
  for (let record = 0; flips < MINIMUM; record++) {
    const { bytes, opens } = aRecord()
    expect(opens(bytes)).toBe(true)
    for (let bit = 0; bit < bytes.length * 8; bit++, flips++) {
      if (opens(turned(bytes, bit))) accepted.push(`record ${record}, bit ${bit}`)
    }
  }
  console.log(`bits turned: ${flips}, of them ${headerFlips} in a header; accepted: ${accepted.length}`)
  expect(accepted).toEqual([])
  expect(flips).toBeGreaterThanOrEqual(MINIMUM)
})

describe('lengths [R28]', () => {
  test('a header that is cut short anywhere, or is a byte longer, is refused', async () => {
    const { open, kek } = await aVault()
    const { bytes } = open
    for (let length = 0; length < bytes.length; length++) {
      expect(await refused(() => openByKek(bytes.slice(0, length), kek)), `${length} bytes`).toBe(true)
    }
    for (let byte = 0; byte < 256; byte++) {
      expect(await refused(() => openByKek(new Uint8Array([...bytes, byte]), kek)), `and ${byte}`).toBe(true)
    }
  })

  test('so is a record', () => {
    const { bytes, opens } = aRecord()
    for (let length = 0; length < bytes.length; length++) expect(opens(bytes.slice(0, length)), `${length}`).toBe(false)
    for (let byte = 0; byte < 256; byte++) expect(opens(new Uint8Array([...bytes, byte])), `and ${byte}`).toBe(false)
  })
})

describe('in another place [R29]', () => {
  const other = new Uint8Array(16).fill(9)

  test.each([
    ['as another record', {}, { recordId: 'record-2' }],
    ['as another type', {}, { type: 'signing-seed' }],
    ['as an older version of itself', {}, { version: 4 }],
    ['as a test key', {}, { environment: 'test' }],
    ['as a practice key', {}, { environment: 'practice' }],
    ['in another vault', { vaultId: other }, {}],
    ['in a development build', { build: 'development' }, {}],
    ['under another epoch of the same key', { epoch: 3 }, {}],
  ] as const)('a record does not open %s', (_, under, as) => {
    const { bytes, opens } = aRecord()
    expect(opens(bytes)).toBe(true)
    expect(opens(bytes, under, as)).toBe(false)
  })

  test('records made of the parts of two records of one key do not open', () => {
    const key = aRecordKey()
    const [a, b] = [aRecord(key).bytes, aRecord(key).bytes]
    const { opens } = aRecord(key)
    expect([opens(a), opens(b)]).toEqual([true, true])
    for (let cut = 1; cut < a.length; cut++) {
      const splice = new Uint8Array([...a.slice(0, cut), ...b.slice(cut)])
      // Up to the salt both are the same bytes, and from the last byte that differs on as well.
      if (Buffer.compare(splice, a) !== 0 && Buffer.compare(splice, b) !== 0)
        expect(opens(splice), `${cut}`).toBe(false)
    }
  })

  test('a slot of one vault does not open in the header of another one', async () => {
    const [one, two] = [await aVault(), await aVault()]
    const [slot] = one.open.header.slots
    if (slot === undefined) throw new Error('no slot')
    const secret = { kind: 'keychain', kek: one.kek } as const
    expect(await openSlot(one.open.header, slot, secret)).not.toBeNull()
    expect(await openSlot(two.open.header, slot, secret)).toBeNull()
    expect(await openSlot({ ...one.open.header, build: 'development' }, slot, secret)).toBeNull()
    expect(await openSlot(one.open.header, { ...slot, createdAt: AT + 1 }, secret)).toBeNull()
    expect(await openSlot(one.open.header, { ...slot, number: 2 }, secret)).toBeNull()
  })

  test('a slot is opened by a secret of its own kind alone', async () => {
    const { open, kek } = await aVault()
    const opened = await Promise.all(
      open.header.slots.map(async (slot) =>
        Promise.all([
          openSlot(open.header, slot, { kind: 'keychain', kek }),
          openSlot(open.header, slot, { kind: 'passphrase', passphrase: WORDS }),
          openSlot(open.header, slot, { kind: 'passphrase', passphrase: `${WORDS} ` }),
        ]),
      ),
    )
    expect(opened.map((row) => row.map((master) => master !== null))).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, false],
    ])
  })
})

describe('unknown ids and lower suites [R30]', () => {
  // Offsets of docs/vault-format.md.
  test.each([
    ['magic', 0],
    ['format', 4],
    ['suite', 5],
    ['flags', 6],
    ['type', 7],
    ['environment', 8],
  ])('a record whose %s is any other byte is refused', (_, at) => {
    const { bytes, opens } = aRecord()
    for (let byte = 0; byte < 256; byte++) {
      const changed = bytes.slice()
      changed[at] = byte
      expect(opens(changed), `${byte}`).toBe(bytes[at] === byte)
    }
  })

  test('a record below the least suite that the header allows is refused', () => {
    const { bytes, opens } = aRecord()
    expect(opens(bytes, {}, {}, 1)).toBe(true)
    expect(opens(bytes, {}, {}, 2)).toBe(false)
  })
})

test('a wrong key never gives a plaintext, and is told by the commitment before the cipher is tried [R31]', () => {
  const { bytes, key } = aRecord()
  const wrong = { ...key, dataKey: new Uint8Array(32).fill(1) }
  expect(() => openRecord(wrong, CONTEXT, 1, bytes)).toThrow(AppError)
  // Even with the commitment of the wrong key in its place, the ciphertext is of another one.
  const own = aRecord(wrong).bytes
  const mixed = bytes.slice()
  mixed.set(own.slice(21, 45), 21)
  mixed.set(own.slice(45, 77), 45)
  expect(() => openRecord(wrong, CONTEXT, 1, own)).not.toThrow()
  expect(() => openRecord(wrong, CONTEXT, 1, mixed)).toThrow(AppError)
})
