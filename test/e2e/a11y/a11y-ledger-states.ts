// The states of the ledger, for the table of states.

import { type Change, FAILED, press, type Stage, visible } from './a11y-stage.ts'
import type { State } from './a11y-states.ts'

const AT = '2026-11-29T12:00:00.000Z'

const value =
  (answer: unknown): Change =>
  async () => ({ ok: true, value: answer })

const MOVEMENT = {
  ...{ groupId: 'g', sequence: 0, environment: 'practice', at: AT, accountId: 'cold', kind: 'buy', coinId: 'peaq' },
  ...{ asset: 'PEAQ', amount: '10', price: '0.2', currency: 'USDT', currencyCoinId: null, total: null, note: '' },
  ...{ fee: { asset: 'BNB', coinId: null, amount: '0.001' }, to: null },
}
const MOVEMENTS = value({
  items: [
    { ...MOVEMENT, entryId: 'e1', source: 'manual', kind: 'transfer', to: { ...MOVEMENT, accountId: 'box' } },
    { ...MOVEMENT, entryId: 'e2', source: 'fill', kind: 'sell', price: null },
    { ...MOVEMENT, entryId: 'e3', source: 'import:x', coinId: null, asset: 'BTC' },
  ],
  next: 1,
})

const movements = async ({ page }: Stage) => page.getByRole('tab', { name: 'Movements' }).click()

export const LEDGER_STATES: readonly State[] = [
  {
    name: 'movements, empty',
    at: 'portfolio',
    before: (stage) => stage.answer('ledger.page', value({ items: [], next: null })),
    reach: async (stage) => {
      await movements(stage)
      await visible(stage.page.getByText('No movements yet'))
    },
  },
  {
    name: 'movements, failed',
    at: 'portfolio',
    before: (stage) => stage.answer('ledger.page', FAILED),
    reach: async (stage) => {
      await movements(stage)
      await visible(stage.page.getByRole('button', { name: 'Try again' }))
    },
  },
  {
    name: 'movements, one open that a file says',
    at: 'portfolio',
    before: (stage) => stage.answer('ledger.page', MOVEMENTS),
    reach: async (stage) => {
      await movements(stage)
      await press(stage.page, /^Open Buy of BTC/)
      await visible(stage.page.getByText('This came from a file.'))
    },
  },
  {
    name: 'movements, one open that an order says',
    at: 'portfolio',
    before: (stage) => stage.answer('ledger.page', MOVEMENTS),
    reach: async (stage) => {
      await movements(stage)
      await press(stage.page, /^Open Sell of peaq/)
      await visible(stage.page.getByText('This is a fill of your order.'))
    },
  },
  {
    name: 'movements, a new one with faults',
    at: 'portfolio',
    before: (stage) => stage.answer('ledger.page', MOVEMENTS),
    reach: async (stage) => {
      await movements(stage)
      await press(stage.page, 'Add movement')
      await press(stage.page, 'Save movement')
      await visible(stage.page.getByText('Choose a coin.'))
    },
  },
]
