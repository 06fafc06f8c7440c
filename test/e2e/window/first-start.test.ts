// The first start: a card says what this is and what it is not, is put away by keyboard, and never comes back.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { runAxe } from '../a11y/a11y-axe.ts'
import { test } from '../support/open-app.ts'
import { goTo } from '../support/screens.ts'

const card = (page: Page) => page.getByRole('region', { name: 'Welcome to Prelist' })

test('is read, put away by keyboard with the focus on the first coin, and gone after a restart', async ({
  openApp,
}) => {
  const app = await openApp({ firstStart: true })
  await expect(card(app.page).getByRole('listitem')).toHaveText([/play money/, /API key under Accounts/, /^No advice/])
  const done = card(app.page).getByRole('button', { name: 'Got it' })
  const { violations } = await runAxe(app.page)
  expect(violations).toEqual([])
  const isReached = async () => (await done.and(app.page.locator(':focus')).count()) === 1
  for (let stops = 0; stops < 40 && !(await isReached()); stops += 1) await app.page.keyboard.press('Tab')
  await expect(done).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(card(app.page)).toHaveCount(0)
  await expect(app.page.locator('.row-opener').first()).toBeFocused()
  await app.restart()
  await expect(app.page.locator('tr[data-row]')).toHaveCount(14)
  await expect(card(app.page)).toHaveCount(0)
})

const question = (page: Page) => page.getByRole('group', { name: 'Live prices?' })

test('asks once about live prices, with the names; Later keeps every source off, also after a restart', async ({
  openApp,
}) => {
  const app = await openApp({ firstStart: true })
  await expect(question(app.page)).toContainText(/real prices from DefiLlama, Binance, Kraken/)
  await expect(app.page.getByRole('banner')).toContainText('Live prices off')
  await question(app.page).getByRole('button', { name: 'Later' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(question(app.page)).toHaveCount(0)
  await expect(app.page.locator('.row-opener').first()).toBeFocused()
  await app.restart()
  await expect(app.page.locator('tr[data-row]')).toHaveCount(14)
  await expect(question(app.page)).toHaveCount(0)
  const sources = await askDesktop(app.page, 'sources.list', {})
  expect(sources.filter(({ enabled, lastAskedAt }) => enabled || lastAskedAt !== null)).toEqual([])
})

test('who has put the welcome away without an answer is asked above the list', async ({ openApp }) => {
  const app = await openApp({ firstStart: true })
  await card(app.page).getByRole('button', { name: 'Got it' }).click()
  await expect(card(app.page)).toHaveCount(0)
  await expect(question(app.page)).toBeVisible()
  await app.restart()
  await expect(question(app.page)).toBeVisible()
})

test('who leaves it is greeted again, until there is a first order or coin of his own', async ({ openApp }) => {
  const app = await openApp({ firstStart: true })
  await expect(card(app.page)).toBeVisible()
  await app.restart()
  await expect(card(app.page)).toBeVisible()
  await app.backend.call('coins.save', { name: 'Pier' })
  await app.restart()
  await expect(app.page.locator('tr[data-row]')).toHaveCount(15)
  await expect(card(app.page)).toHaveCount(0)
})

test('each empty list has the one next act, and leads there with the focus on the screen', async ({ openApp }) => {
  const { page } = await openApp()
  const shown = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  for (const [screen, act, leadsTo] of [
    ['Orders', 'Go to Watchlist', 'Watchlist'],
    ['Portfolio', 'Go to Watchlist', 'Watchlist'],
    ['Activity', 'Go to Accounts', 'Accounts'],
  ] as const) {
    await goTo(page, screen)
    await page.locator('.state-view').getByRole('link', { name: act }).click()
    await shown(leadsTo)
    await expect(page.getByRole('main')).toBeFocused()
  }
  await goTo(page, 'Portfolio')
  await page.getByRole('radio', { name: 'Live' }).check()
  await page.locator('.state-view').getByRole('link', { name: 'Go to Accounts' }).click()
  await shown('Accounts')
  await goTo(page, 'Activity')
  await page.getByRole('tab', { name: 'Full log' }).click()
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such word')
  await page.locator('.state-view').getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})
