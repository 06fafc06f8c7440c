// An account of a test environment is taken where the exchange has one that takes orders, and is refused elsewhere before
// anything is asked or stored: by the backend, whatever the form offers.

import { expect, test } from 'vitest'
import { promisesOf } from '../../../../shared/venues/fact-sheets.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { startKeyDesk } from './keys-kit.ts'

const made = (what: string): string => `${what}-${process.pid}`
const KEY = { apiKey: made('key'), apiSecret: made('secret'), passphrase: made('words') }
/** Written down once more: only these say themselves that orders can be tried out there. */
const WITH_ONE = ['binance', 'bybit', 'okx', 'gate', 'gateway']

test.each(VENUES)('$name', async ({ id: venue, name }) => {
  const desk = await startKeyDesk()
  const asked = desk.asked.length
  const place = { venue, environment: 'test', label: 'Other' } as const
  const reference = { kind: 'environment', apiKey: 'PRELIST_T_NO_KEY', apiSecret: 'PRELIST_T_NO_SECRET' } as const
  const added = await desk.backend.call('accounts.add', { ...place, ...KEY })
  const referred = await desk.backend.call('accounts.addReference', { ...place, label: 'Third', reference })
  if (WITH_ONE.includes(venue)) {
    expect([added.ok, referred.ok]).toEqual([true, true])
    return
  }
  const refused = {
    code: 'NO_TEST_ENVIRONMENT',
    message: `${name} has no test environment for orders. Use the practice account, or add a live one.`,
    reason: { code: 'NO_TEST_ENVIRONMENT', params: { venue } },
  }
  expect(added).toEqual({ ok: false, error: refused })
  expect(referred).toEqual({ ok: false, error: refused })
  expect(desk.asked).toHaveLength(asked)
  expect(await desk.ok('accounts.list')).toHaveLength(2)
})

test('what the form offers is what the backend takes', () => {
  expect(VENUES.filter(({ id }) => promisesOf(id).testing !== 'none').map(({ id }) => id)).toEqual(WITH_ONE)
})
