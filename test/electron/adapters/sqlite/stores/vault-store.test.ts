// The rows of headers and sealed records: which copy is written over, and which record is refused.

import { expect, test } from 'vitest'
import { createVaultStore } from '../../../../../electron/adapters/sqlite/stores/vault-store.ts'
import type { SealedRecord } from '../../../../../electron/ports/vault.ts'
import { openTestDatabase } from '../../../../support/profile/journal.ts'

/** In these tests the first byte of a record names its data key. */
const open = () => createVaultStore(openTestDatabase(), ([epoch = 0]) => epoch)
const record = (recordId: string, epoch: number, version = 1): SealedRecord => ({
  recordId,
  type: 'exchange-key',
  version,
  environment: 'live',
  bytes: new Uint8Array([epoch, version]),
})

test('a header is written over the older copy, and then over both', () => {
  const store = open()
  for (let generation = 1; generation <= 5; generation += 1) {
    store.saveHeader(new Uint8Array([generation]), generation)
    const kept = store.headers().map(([byte]) => byte)
    expect(kept).toEqual(generation === 1 ? [1] : [generation, generation - 1])
  }
  store.saveBothHeaders(new Uint8Array([5]), 5)
  expect(store.headers().map(([byte]) => byte)).toEqual([5, 5])
})

test('a header that is written ends the creation that was pending', () => {
  const store = open()
  expect(store.pendingVaultId()).toBeNull()
  store.savePendingVaultId('one')
  store.savePendingVaultId('two')
  expect(store.pendingVaultId()).toBe('two')
  store.saveHeader(new Uint8Array([1]), 1)
  expect(store.pendingVaultId()).toBeNull()
})

test('a record whose data key was destroyed after it was sealed is refused: it could never be opened', () => {
  const store = open()
  store.saveRecord(record('a', 1))
  store.retireBefore(2)
  expect(() => store.saveRecord(record('b', 1))).toThrow(expect.objectContaining({ code: 'TRY_LATER' }))
  store.saveRecord(record('b', 2))
  expect(store.epochsInUse()).toEqual([1, 2])
  store.retireBefore(0)
  store.saveRecord(record('c', 1))
  expect(store.record('c')).toEqual(record('c', 1))
})

test('a record that has changed meanwhile is not replaced by what was sealed before', () => {
  const store = open()
  store.saveRecord(record('a', 1))
  store.saveRecord(record('a', 1, 2))
  expect(store.replaceRecord(record('a', 3))).toBe(false)
  expect(store.record('a')).toEqual(record('a', 1, 2))
  expect(store.replaceRecord(record('a', 3, 2))).toBe(true)
  store.removeRecord('a')
  expect(store.replaceRecord(record('a', 3, 2))).toBe(false)
})

test('records that are behind come one after the other, by their ids', () => {
  const store = open()
  for (const [recordId, epoch] of [
    ['c', 1],
    ['a', 2],
    ['b', 3],
  ] as const) {
    store.saveRecord(record(recordId, epoch))
  }
  expect([store.countBehind(3), store.countBehind(1)]).toEqual([2, 0])
  expect(store.nextBehind(3, '')?.recordId).toBe('a')
  expect(store.nextBehind(3, 'a')?.recordId).toBe('c')
  expect(store.nextBehind(3, 'c')).toBeNull()
})
