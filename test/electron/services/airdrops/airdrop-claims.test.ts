// What arrived becomes a holding with its basis, exactly once.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openBooks, sheetOf } from '../../../support/services.ts'
import { startDesk } from '../../../support/start-backend.ts'

const failed = (code: string, reason: string) => expect.objectContaining({ code, reason: { code: reason, params: {} } })
const CLAIM = {
  claimId: '5d6a7f0e-1c7e-4c7b-9d55-0a4b4e0c7f11',
  coinId: 'ola',
  environment: 'live',
  amount: '120.5',
} as const

it('adds to the holding, sets the progress, and answers the same to the same id', () => {
  const { store, claim, airdrops } = openBooks()
  store.saveHolding({ environment: 'live', coinId: 'ola', amount: '10' }, '2026-11-01')
  const booked = claim({ ...CLAIM, price: '0.04' })
  expect(claim({ ...CLAIM, price: '0.04' })).toEqual(booked)
  expect(store.holdings('live')).toMatchObject([{ coinId: 'ola', amount: '130.5' }])
  expect(airdrops.list().find(({ coinId }) => coinId === 'ola')).toMatchObject({
    progress: 'claimed',
    claims: [booked],
  })
  expect(() => claim({ ...CLAIM, price: '0.05' })).toThrow(failed('KEY_REUSED', 'CLAIM_BOOKED'))
  expect(() => claim({ ...CLAIM, price: '0.04', amount: '1' })).toThrow(failed('KEY_REUSED', 'CLAIM_BOOKED'))
  expect(store.holdings('live')).toMatchObject([{ amount: '130.5' }])
})

it('books nothing by halves: a claim whose holding cannot be written is none', () => {
  const { store, claim, airdropStore } = openBooks()
  store.addMovement = () => {
    throw new Error('the disk is full')
  }
  expect(() => claim(CLAIM)).toThrow('the disk is full')
  expect(airdropStore.claims()).toEqual([])
})

it('refuses secrets, times ahead and coins that nobody knows', () => {
  const { claim, airdropStore } = openBooks()
  const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  expect(() => claim({ ...CLAIM, wallet: phrase })).toThrow(failed('BAD_INPUT', 'LOOKS_LIKE_RECOVERY_PHRASE'))
  expect(() => claim({ ...CLAIM, note: 'ab'.repeat(32) })).toThrow(failed('BAD_INPUT', 'LOOKS_LIKE_PRIVATE_KEY'))
  expect(() => claim({ ...CLAIM, receivedAt: '2027-01-01T00:00:00.000Z' })).toThrow(failed('NOT_ALLOWED', 'DONE_AHEAD'))
  expect(() => claim({ ...CLAIM, coinId: 'nothing' })).toThrow(failed('NOT_FOUND', 'UNKNOWN_COIN'))
  expect(airdropStore.claims()).toEqual([])
})

it('values a coin without a price by what its claim was worth, and by nothing where that is not known', async () => {
  const { claim, portfolio, venues } = openBooks()
  venues.live = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  const ola = async () => (await portfolio.get('live')).holdings.find(({ coinId }) => coinId === 'ola')
  claim({ ...CLAIM, price: '0.04' })
  expect(await ola()).toMatchObject({ amount: '120.5', value: '4.82', valuedAt: 'cost' })
  claim({ ...CLAIM, claimId: 'second', amount: '79.5', price: '0.02' })
  expect(await ola()).toMatchObject({ amount: '200', value: '6.41', valuedAt: 'cost' })
  // Of what came for nothing, a cost of nothing would make the share too small.
  claim({ ...CLAIM, claimId: 'third', amount: '1', price: '0' })
  expect(await ola()).toMatchObject({ amount: '201', value: null, valuedAt: null })
})

it('knows the cost by the ledger: a claim whose entry was changed or removed counts as the ledger says', async () => {
  const { claim, portfolio, venues, ledger } = openBooks()
  venues.live = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  const ola = async () => (await portfolio.get('live')).holdings.find(({ coinId }) => coinId === 'ola')
  claim({ ...CLAIM, amount: '1000', price: '0.5' })
  expect(await ola()).toMatchObject({ amount: '1000', value: '500' })
  const entry = ledger.find(`claim:${CLAIM.claimId}`)
  if (entry === null) throw new Error('the claim has no entry')
  ledger.replace({ ...entry, price: '2' })
  expect(await ola()).toMatchObject({ amount: '1000', value: '2000' })
  // Of what a price in another currency was in USDT on its day nobody knows.
  ledger.replace({ ...entry, price: '2', currency: 'EUR' })
  expect(await ola()).toMatchObject({ amount: '1000', value: null })
  ledger.remove(entry.entryId)
  expect(await ola()).toBeUndefined()
  // Entered by hand, it stands in the ledger all the same; at an exchange it is none of the trader's own places.
  ledger.add({ ...entry, entryId: 'by-hand', source: 'manual', amount: '10', price: null, total: '30' })
  ledger.add({ ...entry, entryId: 'at-exchange', source: 'manual', accountId: 'practice', amount: '990', price: '0.1' })
  expect(await ola()).toMatchObject({ amount: '10', value: '30' })
})

it('books once by a double click, and not again after a restart', async () => {
  const desk = await startDesk()
  const claim = { ...CLAIM, claimId: randomUUID(), price: '0.04' }
  const [one, other] = await Promise.all([desk.ok('airdrops.claim', claim), desk.ok('airdrops.claim', claim)])
  expect(other).toEqual(one)
  await desk.restart()
  expect(await desk.ok('airdrops.claim', claim)).toEqual(one)
  expect((await desk.ok('portfolio.get', { environment: 'live' })).holdings).toMatchObject([{ amount: '120.5' }])
  expect(await desk.code('airdrops.claim', { ...claim, amount: '1' })).toBe('KEY_REUSED')
})
