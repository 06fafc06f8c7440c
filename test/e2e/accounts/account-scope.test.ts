// One mode a window: what the header says is what orders, cancel, portfolio and settings are about, also after a restart
// and where a mode has no account.

import { mkdirSync } from 'node:fs'
import { expect, type Page } from 'playwright/test'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import type { Account } from '../../../shared/accounts.ts'
import type { Draft } from '../../../shared/order.ts'
import { BINANCE_DIALECT, BINANCE_KEY } from '../../exchanges/binance/api.ts'
import { BINANCE_KEY_INFO } from '../../exchanges/binance/words.ts'
import { Engine } from '../../exchanges/engine.ts'
import { withKeyInfo } from '../../exchanges/key-info.ts'
import { type FakeVenue, openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { chooseAccount } from '../support/choose.ts'
import { type App, type AppOptions, test } from '../support/open-app.ts'
import { goTo, openTicket, rowOf, statusLine } from '../support/screens.ts'

/** Where pictures of the screens are put, when somebody wants to look at them. */
const PICTURES = process.env['PRELIST_PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

interface Stage {
  app: App
  engine: Engine
  venue: FakeVenue
  live: string
  ok: (name: string, input: object) => Promise<unknown>
  options: AppOptions
}

/** A live account beside practice, at a stand-in. */
async function withLive(openApp: (options: AppOptions) => Promise<App>, more: AppOptions = {}): Promise<Stage> {
  const engine = new Engine(Date.now)
  const dialect = withKeyInfo(BINANCE_KEY_INFO, BINANCE_DIALECT, { withdraw: false, account: '1001' })
  const venue = await openVenue(dialect, engine)
  const options = { secretStore: memoryStore(), kdf: KDF_FLOOR, venueHosts: { binance: venue.url }, ...more }
  const app = await openApp(options)
  const ok = async (name: string, input: object): Promise<unknown> => {
    const result = await app.backend.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  await ok('vault.create', {})
  const key = { venue: 'binance', environment: 'live', label: LABEL, ...BINANCE_KEY }
  const { accountId } = (await ok('accounts.add', key)) as Account
  return { app, engine, venue, live: accountId, ok, options }
}

const LABEL = 'Main Binance'
const mode = (page: Page) => page.getByTestId('mode').locator('.mode-word')

for (const [colorScheme, width] of [
  ['light', 1600],
  ['dark', 760],
  ['light', 760],
  ['dark', 1600],
] as const) {
  test(`orders of two accounts, ${colorScheme}, ${width} wide`, async ({ openApp }) => {
    const { app, engine, venue, live, ok } = await withLive(openApp, { colorScheme, viewport: { width, height: 900 } })
    const { page } = app
    try {
      for (const accountId of ['practice', live]) {
        const draft = (await ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })) as Draft
        const price = draft.quote === null ? '1.9' : (Number(draft.quote.bid) * 0.97).toFixed(4)
        const order = { intentId: draft.intentId, type: 'limit', size: { unit: 'quote', value: '20' }, price }
        await expect.poll(async () => (await app.backend.call('orders.submit', order)).ok).toBe(true)
      }
      await goTo(page, 'Orders')
      const rows = page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]')
      await expect(rows).toHaveText([/Practice.*PRACTICE/])
      await expect(page.getByText('1 order on other accounts isn’t shown.')).toBeVisible()
      await look(page, `orders-practice-${colorScheme}-${width}`)
      await page.locator('label', { hasText: 'All accounts' }).click()
      await expect(rows).toHaveText([/Main Binance.*LIVE/, /Practice.*PRACTICE/])
      await look(page, `orders-all-${colorScheme}-${width}`)
      await page.getByRole('button', { name: 'Cancel all open on all accounts' }).click()
      await expect(page.getByText('Cancel 1 on Practice, PRACTICE; 1 on Main Binance, LIVE?')).toBeVisible()
      await page.getByRole('button', { name: 'Keep them' }).click()

      await page.locator('label', { hasText: 'Practice, PRACTICE' }).click()
      await page.getByRole('button', { name: 'Cancel all open on Practice, PRACTICE' }).click()
      await look(page, `orders-cancel-asked-${colorScheme}-${width}`)
      await page.getByRole('button', { name: 'Cancel 1 on Practice, PRACTICE' }).click()
      await expect(rows).toContainText(['Canceled'])
      expect(engine.orders.map(({ status }) => status)).toEqual(['open'])

      // While a question stands open, the account that it names cannot be changed under it.
      await chooseAccount(page, LABEL)
      await page.getByRole('button', { name: 'Cancel all open on Main Binance, LIVE' }).click()
      await expect(page.getByRole('alertdialog', { name: 'Cancel all open on Main Binance, LIVE' })).toBeVisible()
      await expect(page.getByRole('combobox', { name: 'Account' })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Cancel all open on Main Binance, LIVE' })).toBeFocused()
      await look(page, `orders-live-${colorScheme}-${width}`)
      await page.getByRole('button', { name: 'Cancel buy of peaq on Main Binance, LIVE' }).click()
      await expect.poll(() => engine.orders.map(({ status }) => status)).toEqual(['canceled'])
      // The news of it is told by then, and cannot come over that of the ticket.
      await expect(rows).toContainText(['Canceled'])

      await goTo(page, 'Watchlist')
      const ticket = await openTicket(page, 'peaq')
      await expect(
        ticket.getByRole('button', { name: 'Place: Buy 50 USDT of peaq on Main Binance, LIVE' }),
      ).toBeVisible()
      await look(page, `ticket-live-${colorScheme}-${width}`)
      await chooseAccount(page, 'Practice')
      await expect(ticket).toHaveCount(0)
      await expect(statusLine(page)).toContainText('Ticket for peaq on Main Binance, LIVE closed.')
      await look(page, `ticket-left-${colorScheme}-${width}`)
      expect(engine.orders).toHaveLength(1)
    } finally {
      await venue.close()
    }
  })
}

test('the account is remembered over a restart, and offline is said of it', async ({ openApp }) => {
  const { app, venue, live } = await withLive(openApp)
  await chooseAccount(app.page, LABEL)
  await expect(mode(app.page)).toHaveText('LIVE')
  await expect.poll(async () => app.backend.call('settings.get', {})).toMatchObject({ value: { accountId: live } })
  await venue.close()
  await app.restart()
  const banner = app.page.getByRole('banner')
  await expect(mode(app.page)).toHaveText('LIVE')
  await expect(banner.getByRole('combobox', { name: 'Account' })).toHaveText(`${LABEL} · LIVE`)
  // With the vault locked nobody was asked, so nobody gave no answer.
  await expect(banner).toContainText('Not connected')
  await expect(banner).toContainText('Vault locked')
  await expect(banner).not.toContainText('Connected')
  await expect(banner).not.toContainText('imulated')
  await expect(statusLine(app.page)).toContainText('Back on Main Binance, LIVE. The vault is locked.')
  expect(await app.backend.call('vault.unlock', {})).toMatchObject({ ok: true })
  await expect(banner).toContainText('No answer from the exchange')
  await chooseAccount(app.page, 'Practice')
  await expect(banner).toContainText('Simulated exchange')
  await expect(banner).toContainText('No answer for Main Binance')
})

test('an account that is gone at the start leaves practice, and that is said', async ({ openApp }) => {
  const { app, venue, live, ok } = await withLive(openApp)
  try {
    await chooseAccount(app.page, LABEL)
    await expect.poll(async () => app.backend.call('settings.get', {})).toMatchObject({ value: { accountId: live } })
    await ok('accounts.remove', { accountId: live })
    await expect(mode(app.page)).toHaveText('PRACTICE')
    await expect(statusLine(app.page)).toContainText('Main Binance removed.')
    await app.restart()
    await expect(statusLine(app.page)).toContainText('Your last account is gone.')
    await expect(mode(app.page)).toHaveText('PRACTICE')
  } finally {
    await venue.close()
  }
})

test('settings speak of sealed orders only where orders are sealed', async ({ openApp }) => {
  const { app, venue } = await withLive(openApp)
  const { page } = app
  try {
    await goTo(page, 'Settings')
    await expect(page.getByRole('heading', { name: 'Sealed orders' })).toBeVisible()
    await chooseAccount(page, LABEL)
    await expect(page.getByRole('heading', { name: 'Sealed orders' })).toHaveCount(0)
    await expect(page.locator('main .notice.bad')).toHaveCount(0)
    await look(page, 'settings-live')
  } finally {
    await venue.close()
  }
})

test('the portfolio is of the mode of the header, and says where a holding goes', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await goTo(page, 'Portfolio')
  await expect(page.getByRole('heading', { name: 'Add a holding to PRACTICE' })).toBeVisible()
  await page.locator('label', { hasText: /^Live$/ }).click()
  await expect(mode(page)).toHaveText('LIVE')
  await expect(page.getByRole('banner')).toContainText('No account in this mode, so you can’t trade here.')
  await expect(page.getByRole('banner')).not.toContainText('No real money')
  await page.getByRole('textbox', { name: 'Amount of the coin' }).fill('12')
  await page.getByRole('button', { name: 'Save holding in LIVE' }).click()
  await expect(page.getByRole('table', { name: 'Holdings' })).toBeVisible()
  await look(page, 'portfolio-live-without-account')
  const portfolio = async (environment: string) => {
    const answer = await app.backend.call('portfolio.get', { environment })
    return answer.ok ? (answer.value as { holdings: unknown[] }).holdings.length : null
  }
  expect([await portfolio('live'), await portfolio('practice')]).toEqual([1, 0])

  await goTo(page, 'Watchlist')
  const buy = rowOf(page, 'peaq').getByRole('button', { name: 'Buy 50 USDT of peaq on No account, LIVE' })
  await expect(buy).toHaveAttribute('aria-disabled', 'true')
  const opener = rowOf(page, 'peaq').getByRole('button', { name: 'Ticket for peaq' })
  await expect(opener).toHaveAttribute('aria-disabled', 'true')
  await opener.click({ force: true })
  await expect(page.locator('.ticket-panel')).toHaveCount(0)
  await goTo(page, 'Orders')
  await look(page, 'orders-without-account')
  await chooseAccount(page, 'Practice')
  await expect(mode(page)).toHaveText('PRACTICE')
})
