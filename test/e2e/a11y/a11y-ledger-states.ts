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

const PREVIEW = {
  ...{ previewId: 'p', format: 'binance-statement', environment: 'live', accountId: 'binance', timeZone: 'UTC' },
  ...{ zoneFrom: 'assumed', minutesOff: 120, rows: 9, adds: 2, known: 1, from: AT, until: AT },
  skipped: [
    { line: 3, why: 'inside' },
    { line: 4, why: 'twin' },
  ],
  skippedCount: 2,
  bad: [{ line: 7, why: { code: 'IMPORT_CELLS', params: {} } }],
  badCount: 1,
  movements: ['m1', 'm2'].map((entryId, at) => ({
    lines: [at + 1],
    isKnown: at === 1,
    movement: { ...MOVEMENT, entryId, source: 'import:x' },
  })),
}

/** Some text was pasted to be imported. */
async function pasted({ page }: Stage): Promise<void> {
  await page.getByRole('tab', { name: 'Import' }).click()
  await page.getByText('Paste text').click()
  await page.getByRole('textbox', { name: 'CSV text, with its header line' }).fill('a,b')
  await press(page, 'Read text')
}

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
  {
    name: 'import, some imported before',
    at: 'portfolio',
    before: (stage) => stage.answer('import.list', value([{ importId: 'i', at: AT, movements: 3, added: 3 }])),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Import' }).click()
      await page.getByText('Paste text').click()
      await press(page, 'Read text')
      await visible(page.getByText('Paste the rows with their header line.'))
      await visible(page.getByRole('table', { name: 'Past imports' }))
    },
  },
  {
    name: 'import, a preview with all that can be wrong',
    at: 'portfolio',
    before: (stage) => stage.answer('import.preview', value(PREVIEW)),
    reach: async (stage) => {
      await pasted(stage)
      await stage.page.getByText('2 rows left out').click()
      await visible(stage.page.getByText(/^Times are 2 hours later/))
    },
  },
  {
    name: 'import, a file in no known form',
    at: 'portfolio',
    reach: async (stage) => {
      await pasted(stage)
      await visible(stage.page.getByText(/isn’t a CSV file Prelist knows/))
    },
  },
]
