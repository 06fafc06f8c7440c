// How many statements an operation costs, with one account and with ten.

import { expect, it } from 'vitest'
import type { OperationName } from '../../../shared/contract/contract.ts'
import { FAKES } from '../../exchanges/all.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'
import { countStatements } from '../../support/statements/count-statements.ts'

const fakeOf = (venue: string) => {
  const fake = FAKES.find((one) => one.venue === venue)
  if (fake === undefined) throw new Error(`no stand-in of ${venue}`)
  return fake
}

/** Markets, prices and balances are read and written down, and the use of the key with it. */
const COLD_DRAFT = 45

/** More accounts, at an exchange that does not answer. */
async function addMore(desk: VenueDesk, count: number): Promise<void> {
  const { key } = fakeOf('okx')
  for (let number = 0; number < count; number += 1) {
    const apiKey = `${key.apiKey.slice(0, -1)}${number}`
    await desk.ok('accounts.add', { venue: 'okx', environment: 'live', label: `No ${number}`, ...key, apiKey })
  }
}

it.each([1, 10])('takes few statements with %i accounts', async (accounts) => {
  const desk = await startVenueDesk(fakeOf('binance'), {}, { okx: 'http://127.0.0.1:9' })
  await addMore(desk, accounts - 1)
  const { accountId } = desk
  // Whoever shows the app has asked for it: what is kept of each exchange is read then.
  await desk.ok('app.status')
  const statements = countStatements()
  const cost = async (operation: OperationName, input: unknown = {}) => {
    statements.taken()
    await desk.ok(operation, input)
    return statements.taken().length
  }
  const ticket = { accountId, coinId: 'peaq', side: 'buy' }
  expect(await cost('coins.list')).toBeLessThanOrEqual(3)
  // With nothing known yet of the exchange; the same with ten accounts as with one.
  expect(await cost('orders.draft', ticket)).toBeLessThanOrEqual(COLD_DRAFT)
  expect(await cost('orders.draft', ticket)).toBeLessThanOrEqual(12)
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
  expect(await cost('orders.draft', ticket)).toBeLessThanOrEqual(12)
  const { intentId } = await desk.ok('orders.draft', ticket)
  expect(
    await cost('orders.submit', { intentId, type: 'market', size: { unit: 'quote', value: '50' } }),
  ).toBeLessThanOrEqual(60)
  expect(await cost('accounts.list')).toBeLessThanOrEqual(3)
  expect(await cost('app.status')).toBeLessThanOrEqual(3)
})
