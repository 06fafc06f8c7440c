// The states of the ledger, for the table of states.

import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { buy, type Change, FAILED, hold, press, type Stage, visible, withValues } from './a11y-stage.ts'
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

const LIMIT = {
  ...{ rule: 'narrative', subject: 'AI', name: 'AI', limit: '0.1', level: 'block', partCount: 1, total: '10000' },
  parts: [{ coinId: 'peaq', asset: null, value: '1200' }],
  ...{ value: '1200', share: '0.12', allowed: '1000', broken: true },
}
const VALUES = {
  ...{ environment: 'practice', range: '30d', currency: 'USDT', gap: 'movements-missing' },
  days: [
    { day: '2026-11-27', value: '900', from: 'reckoned', missing: [] },
    { day: '2026-11-28', value: null, from: null, missing: ['peaq'] },
    { day: '2026-11-29', value: '1000', from: 'kept', missing: [] },
    { day: '2026-11-30', value: '1100', from: 'kept', missing: [] },
  ],
}
const KIND = { kind: 'project', value: '1200', share: '0.12' }
const OVERRIDE = {
  ...{ overrideId: 'o', environment: 'practice', at: AT, until: AT, reason: 'the listing', intentId: null },
  ...{ rule: 'narrative', subject: 'AI', endedAt: null, state: 'open', orders: [] },
}

const PAIR = {
  withdrawal: { ...MOVEMENT, entryId: 'w', kind: 'withdrawal', source: 'manual' },
  deposit: { ...MOVEMENT, entryId: 'd', kind: 'deposit', accountId: 'box', source: 'manual' },
  ...{ lost: '0', minutes: 3, match: 'amount' },
}
const TRANSFERS = {
  ...{ environment: 'practice', offered: [PAIR], offeredCount: 1, confirmed: [PAIR], confirmedCount: 1 },
  ...{ refused: [], refusedCount: 0, unmatched: [PAIR.withdrawal], unmatchedCount: 1 },
}

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

const SUMS = { proceeds: '30', cost: '20', realised: '10', income: '2', fees: '1', unknown: '7' }
const RESULTS = {
  coins: [
    {
      ...{ coinId: 'peaq', asset: 'PEAQ', ...SUMS, held: '5', heldCost: '4', heldAtCost: '5', heldUnknown: '1' },
      ...{ averageCost: '0.8', price: '2', priceAt: AT, value: '10', unrealised: '-6' },
      places: [{ accountId: 'practice', amount: '5' }],
    },
  ],
  places: [{ accountId: 'practice', ...SUMS, heldCost: '4', unrealised: '-6' }],
  years: [{ year: 2026, ...SUMS }],
  leftOut: [{ coinId: 'ola', asset: 'OLA', amount: '5', why: 'price' }],
  missing: [
    { entryId: 'e', at: AT, accountId: 'practice', coinId: 'peaq', asset: 'PEAQ', outcome: 'sold', amount: '5' },
  ],
  missingCount: 1,
}
const PART = { lotId: 'l', acquiredAt: AT, amount: '4', cost: '2', proceeds: '3', result: '1', missing: false }
const BOOKING = {
  ...{ entryId: 'e', at: AT, accountId: 'practice', coinId: 'peaq', asset: 'PEAQ', outcome: 'sold', amount: '9' },
  ...{ proceeds: '3', cost: '2', result: '1', unknown: '5' },
  parts: [PART, { ...PART, lotId: null, acquiredAt: null, amount: '5', cost: null, result: null, missing: true }],
}

const PLAN = {
  ...{ environment: 'practice', asOf: AT, total: '1000' },
  items: [
    { coinId: 'peaq', narrative: null, target: '0.04', share: '0.05', drift: '0.01', value: '50', wanted: '40' },
    { coinId: null, narrative: 'AI', target: '0.2', share: null, drift: null, value: null, wanted: null },
  ],
  tickets: [
    {
      ...{
        accountId: 'practice',
        coinId: 'peaq',
        market: 'PEAQ/USDT',
        side: 'sell',
        size: { unit: 'base', value: '5' },
      },
      ...{ amount: '5', value: '10', fee: '0.1', shareAfter: '0.04', breaches: [], warnings: [] },
    },
  ],
  left: [{ coinId: null, narrative: 'AI', why: 'price', value: null, reasons: [] }],
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
    name: 'movements, transfers that are offered and answered',
    at: 'portfolio',
    before: (stage) => {
      stage.answer('ledger.page', MOVEMENTS)
      stage.answer('transfers.list', value(TRANSFERS))
    },
    reach: async (stage) => {
      await movements(stage)
      await stage.page.getByText('Possible transfers (1)').click()
      await stage.page.getByText('Confirmed (1)').click()
      await stage.page.getByText('Without the other side (1)').click()
      await visible(stage.page.getByRole('button', { name: 'Is a transfer: peaq from cold to box' }))
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
      await press(stage.page, 'Read with these columns')
      await visible(stage.page.getByText('Choose a column.'))
    },
  },
  {
    name: 'results, empty',
    at: 'portfolio',
    before: (stage) => stage.answer('results.get', withValues({ coins: [], missing: [], missingCount: 0 })),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Results' }).click()
      await visible(page.getByText('No results yet'))
    },
  },
  {
    name: 'results, failed',
    at: 'portfolio',
    before: (stage) => stage.answer('results.get', FAILED),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Results' }).click()
      await visible(page.getByRole('button', { name: 'Try again' }))
    },
  },
  {
    name: 'results, one coin unfolded, with what is missing',
    at: 'portfolio',
    before: (stage) => {
      stage.answer('results.get', withValues(RESULTS))
      stage.answer('results.page', value({ items: [BOOKING], next: 7 }))
    },
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Results' }).click()
      await press(page, 'Show what peaq is made of')
      await press(page, /show where it came from$/)
      await page.getByText('Not in these totals').click()
      await visible(page.getByText('5 with no purchase in your ledger'))
    },
  },
  {
    name: 'allocation, empty',
    at: 'portfolio',
    before: (stage) => stage.answer('portfolio.get', withValues({ holdings: [], assets: [], cash: [], total: null })),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Allocation' }).click()
      await visible(page.getByText('Nothing to spread yet'))
    },
  },
  {
    name: 'allocation, targets with their plan',
    at: 'portfolio',
    before: (stage) => stage.answer('rebalance.plan', value(PLAN)),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Allocation' }).click()
      await visible(page.getByRole('button', { name: 'Open ticket: Sell peaq' }))
      await page.getByText('Edit targets').click()
      await press(page, 'Add target')
      await press(page, 'Save targets')
      await visible(page.getByText('Enter a percentage above 0 and up to 100.'))
    },
  },
  {
    name: 'allocation, limits of groups with their sums, and overrides',
    at: 'portfolio',
    before: async (stage) => {
      await stage.answer('portfolio.get', withValues({ limits: [LIMIT], kinds: [KIND] }))
      await stage.answer('portfolio.history', value(VALUES))
      await stage.answer('rules.overrides', value({ items: [OVERRIDE], next: 1 }))
    },
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Allocation' }).click()
      await page.getByText('How Narrative limit: AI adds up').click()
      await page.getByText('Show as a table').click()
      await page.getByText('Edit group limits').click()
      await press(page, 'Add a custom limit')
      await press(page, 'Save group limits')
      await visible(page.getByText('Enter a name.'))
      await page.getByText('Override a limit for a while').click()
      await press(page, 'Override this limit')
      await visible(page.getByText('Enter a reason.'))
    },
  },
  {
    name: 'allocation, as a donut and by narrative as a treemap',
    at: 'portfolio',
    before: async ({ page }) => {
      await buy(page, 'peaq', '80')
      await hold(page, 'nillion', '900')
      await hold(page, 'lurk', '5')
    },
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Allocation' }).click()
      await visible(page.locator('.donut'))
      await page.getByText('Treemap', { exact: true }).click()
      await page.getByText('Narrative', { exact: true }).first().click()
      await visible(page.locator('.treemap'))
      await visible(page.getByText('A coin with several narratives counts in equal parts.'))
      await askDesktop(page, 'holdings.remove', { environment: 'practice', coinId: 'nillion' })
      await askDesktop(page, 'holdings.remove', { environment: 'practice', coinId: 'lurk' })
    },
  },
]
