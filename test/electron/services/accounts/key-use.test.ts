// The one door to every use of a key, alone: which key is given out for what, and that the entry is there first.

import { expect, test } from 'vitest'
import { createAccountStore } from '../../../../electron/adapters/sqlite/stores/account-store.ts'
import { createVaultStore } from '../../../../electron/adapters/sqlite/stores/vault-store.ts'
import type { KeyRow } from '../../../../electron/ports/accounts.ts'
import {
  createKeyUses,
  knownAfter,
  maySendMoneyAway,
  mustBeChecked,
} from '../../../../electron/services/accounts/key-use.ts'
import type { KeyCheck } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { codeOf } from '../../../support/code-of.ts'
import { AT, openTestDatabase } from '../../../support/profile/journal.ts'

const HOUR_MS = 3_600_000

/** The code with which a call that answers at once fails. */
const codeFrom = (work: () => unknown) => codeOf(Promise.resolve().then(work))

const told = (changes: Partial<KeyCheck> = {}): KeyCheck => ({
  state: 'accepted',
  permissions: ['read', 'trade'],
  ipBound: null,
  expiresAt: null,
  detail: reason('KEY_TAKEN'),
  at: AT,
  ...changes,
})

type Given = Partial<Pick<KeyRow, 'check' | 'reference' | 'recordId' | 'role'>> & { environment?: 'test' | 'live' }

/** The door over an account with one key; `answer` is what the exchange says of a key. */
function made({ environment = 'live', check = told(), ...given }: Given = {}, answer = told()) {
  const db = openTestDatabase()
  const [store, records] = [createAccountStore(db), createVaultStore(db, () => 0)]
  const record = { recordId: 'r', type: 'exchange-key', environment, version: 1, bytes: new Uint8Array(8) } as const
  const row = { accountId: 'a', venue: 'binance', environment, label: 'A', venueAccount: null, createdAt: AT }
  const key = {
    keyId: 'k',
    accountId: 'a',
    role: 'current',
    keyEnd: '1a2b',
    fingerprint: null,
  } as const
  db.transaction(() => {
    records.saveRecord(record)
    store.addAccount(row)
    store.addKey({
      ...key,
      source: given.reference?.kind ?? 'vault',
      reference: null,
      recordId: 'r',
      addedAt: AT,
      ...given,
    })
    if (check !== null) store.saveCheck('k', check)
  })
  const happened: string[] = []
  const at = { ms: 0 }
  const uses = createKeyUses({
    store,
    records,
    keyService: {
      probe: async () => {
        happened.push('asked')
        return answer
      },
    },
    audit: ({ event, detail }) =>
      void happened.push(`${event} ${detail?.['purpose'] ?? detail?.['state'] ?? ''}`.trim()),
    hostOf: () => null,
    now: () => AT,
    monotonic: () => at.ms,
  })
  return { uses, store, happened, at }
}

test('gives the sealed record for an order, and the entry stands before it is given', () => {
  const { uses, store, happened } = made()
  expect(uses.take('a', 'order', 'intent-1')).toMatchObject({ from: 'vault', record: { recordId: 'r' } })
  expect(happened).toEqual(['key-used order'])
  expect(store.keys('a')[0]?.lastUsedAt).toBe(AT)
})

test('notes each order and each cancel, and reads and streams once an hour, each kind by itself', () => {
  const { uses, happened, at } = made()
  for (let hour = 0; hour < 2; hour += 1) {
    for (const purpose of ['read', 'stream', 'read', 'stream', 'order', 'order', 'cancel', 'cancel'] as const) {
      uses.take('a', purpose)
    }
    at.ms += HOUR_MS
  }
  const once = [
    'key-used read',
    'key-used stream',
    'key-used order',
    'key-used order',
    'key-used cancel',
    'key-used cancel',
  ]
  expect(happened).toEqual([...once, ...once])
})

test.each<[string, Given, code: string]>([
  ['one that may withdraw', { check: told({ permissions: ['trade', 'enableWithdrawals'] }) }, 'KEY_TOO_POWERFUL'],
  ['one that the exchange refuses', { check: told({ state: 'refused' }) }, 'KEY_REFUSED'],
  ['one that was never asked about', { check: null }, 'KEY_NOT_CHECKED'],
  ['one of which the exchange said nothing', { check: told({ state: 'unreachable' }) }, 'KEY_NOT_CHECKED'],
  ['one whose record is gone', { recordId: 'gone' }, 'KEY_UNAVAILABLE'],
  ['none but the next one', { role: 'next' }, 'KEY_UNAVAILABLE'],
  [
    'a reference that was not confirmed here',
    { reference: { kind: 'file', apiKey: '/a', apiSecret: '/b' }, recordId: null },
    'NOT_CONFIRMED',
  ],
])('refuses an order with %s, and notes no use', async (_name, given, code) => {
  const { uses, happened } = made(given)
  expect(await codeFrom(() => uses.take('a', 'order'))).toBe(code)
  expect(happened).toEqual([])
})

test('test money needs no check, and one that was taken once needs no other', () => {
  expect(made({ environment: 'test', check: null }).uses.take('a', 'order')).toMatchObject({ from: 'vault' })
  const { uses } = made({ check: told({ state: 'unreachable', acceptedAt: AT }) })
  expect(uses.take('a', 'order')).toMatchObject({ from: 'vault' })
})

test('a leaked key places nothing and still cancels; what is refused still reads', async () => {
  const { uses, store } = made()
  store.saveLeak('a', { reportedAt: AT, revokeAt: null, steps: [] })
  expect(await codeFrom(() => uses.take('a', 'order'))).toBe('NOT_ALLOWED')
  expect(await codeFrom(() => uses.current('a'))).toBe('NOT_ALLOWED')
  expect(uses.take('a', 'cancel')).toMatchObject({ from: 'vault' })
  expect(made({ check: told({ state: 'refused' }) }).uses.take('a', 'read')).toMatchObject({ from: 'vault' })
})

test('a confirmed reference is handed over as it is', () => {
  const reference = { kind: 'environment', apiKey: 'A', apiSecret: 'B' } as const
  const { uses, store } = made({ reference, recordId: null })
  store.confirmReference(reference)
  expect(uses.take('a', 'order')).toEqual({ from: 'reference', reference, environment: 'live' })
})

test('the exchange is asked after the entry is written, and what it said is kept', async () => {
  const { uses, store, happened } = made({ check: null }, told({ account: 'main-7' }))
  const [row, key] = [uses.account('a'), uses.current('a')]
  expect(await uses.probe(row, key)).toMatchObject({ state: 'accepted', acceptedAt: AT })
  expect(happened).toEqual(['key-used check', 'asked', 'key-checked accepted'])
  expect(store.account('a')?.venueAccount).toBe('main-7')
  expect(store.keys('a')[0]?.check?.state).toBe('accepted')
})

test('a key that turns out to be of another account counts as refused, and the account keeps its name', async () => {
  const { uses, store } = made({}, told({ account: 'other-8' }))
  store.setVenueAccount('a', 'main-7')
  expect(await uses.probe(uses.account('a'), uses.current('a'))).toMatchObject({ state: 'refused' })
  expect(store.account('a')?.venueAccount).toBe('main-7')
  expect(await codeFrom(() => uses.take('a', 'order'))).toBe('KEY_REFUSED')
})

test('what may send money away is known by the words of the exchanges', () => {
  const may = (permission: string) => maySendMoneyAway(told({ permissions: [permission] }))
  for (const word of ['withdraw', 'enableWithdrawals', 'transfer_out', 'transfer-out', 'FiatP2P: FiatP2POrder']) {
    expect([word, may(word)]).toEqual([word, true])
  }
  for (const word of ['trade', 'spot', 'SpotTrade', 'transfer_in']) expect([word, may(word)]).toEqual([word, false])
  expect(maySendMoneyAway(told({ permissions: null }))).toBe(false)
})

test('a check that got no answer takes away nothing that an earlier one has told', () => {
  const accepted = knownAfter(null, told())
  const silent = told({ state: 'unreachable', permissions: null, at: 'later' })
  expect(knownAfter(accepted, silent)).toMatchObject({
    state: 'unreachable',
    permissions: ['read', 'trade'],
    acceptedAt: AT,
  })
  const refused = knownAfter(accepted, told({ state: 'refused', permissions: null }))
  expect(refused).toMatchObject({ state: 'refused', acceptedAt: AT })
  expect(knownAfter(refused, silent)).toBe(refused)
  expect(knownAfter(told({ state: 'not-checked' }), silent).state).toBe('not-checked')
  const row = {
    accountId: 'a',
    venue: 'binance',
    environment: 'live',
    label: '',
    venueAccount: null,
    leak: null,
  } as const
  expect(mustBeChecked({ ...row, createdAt: AT }, { check: silent })).toBe(true)
  expect(mustBeChecked({ ...row, createdAt: AT }, { check: knownAfter(accepted, silent) })).toBe(false)
})
