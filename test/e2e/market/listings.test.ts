// Listing day on the page: the plan with its countdown, the check before the opening, the question whose coin a market is, and the
// ticket of a coin that trades nowhere.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { LISTED } from '../a11y/a11y-market-states.ts'
import { stageOf } from '../a11y/a11y-stage.ts'
import { test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'

const DAY_MS = 86_400_000

test('a listing is planned, counted down, checked and taken away, and survives a restart', async ({ openApp }) => {
  const app = await openApp()
  const panel = await openCoin(app.page, 'Lurk')
  const listings = panel.getByRole('region', { name: 'Listings' })
  await listings.getByText('Plan a listing').focus()
  await app.page.keyboard.press('Enter')
  await listings.getByRole('textbox', { name: 'Pair' }).fill('lurk-usdt')
  await listings.getByRole('button', { name: 'Save plan' }).click()
  await expect(listings.getByText('Enter a date and a time.')).toBeVisible()
  const opensAt = new Date(Date.now() + 2 * DAY_MS).toISOString()
  await listings.getByLabel('Date', { exact: true }).fill(opensAt.slice(0, 10))
  await listings.getByLabel('Time', { exact: true }).fill('14:30')
  await listings.getByRole('button', { name: 'Save plan' }).click()
  const line = listings.locator('.plan-line')
  await expect(line.getByRole('timer')).toHaveText(/^\d+ (d \d+ h|h \d+ min)$/)
  await expect(listings).toContainText('14:30 UTC')
  const [plan] = await askDesktop(app.page, 'listings.plans', {})
  expect(plan).toMatchObject({ coinId: 'lurk', market: 'LURK/USDT', opensAt: `${opensAt.slice(0, 10)}T14:30:00.000Z` })

  await listings.getByRole('button', { name: 'Run check now' }).click()
  await expect(listings).toContainText('You have no account on Binance.')
  await expect(listings.getByRole('link', { name: 'Add an account' })).toBeVisible()

  await app.restart()
  await goTo(app.page, 'Listings')
  const plans = app.page.getByRole('table', { name: 'Planned listings' })
  await expect(plans).toContainText('LURK/USDT on Binance')
  await plans.getByRole('button', { name: 'Open Lurk' }).click()
  await app.page.getByRole('button', { name: 'Remove plan' }).click()
  await expect(app.page.locator('.plan-line')).toHaveCount(0)
  expect(await askDesktop(app.page, 'listings.plans', {})).toEqual([])
})

test('whose coin a market is, is asked once and answered for the whole exchange', async ({ openApp }) => {
  const app = await openApp()
  const stage = stageOf(app)
  stage.answer('listings.list', LISTED)
  const panel = await openCoin(app.page, 'peaq')
  const question = panel.getByRole('group', { name: 'Is PEAQ on Bybit your peaq?' })
  await expect(question).toContainText('Until you answer, it isn’t counted or traded.')
  let answered = false
  stage.answer('listings.confirm', async () => {
    answered = true
    return { ok: true, value: {} }
  })
  stage.answer('listings.list', async () => ({ ok: true, value: [] }))
  await question.getByRole('button', { name: 'Not the same' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  expect(answered).toBe(true)
})

test('the ticket of a coin without a market says what is possible, and places nothing', async ({ openApp }) => {
  const { page } = await openApp()
  await askDesktop(page, 'coins.save', { name: 'Long Pier', ticker: 'LPIER' })
  await page.getByRole('button', { name: 'Ticket for Long Pier' }).click()
  const options = page.getByRole('region', { name: 'Not trading yet' })
  await expect(options).toContainText('no spot order can be placed')
  await expect(options).toContainText('Prepared in Prelist: nothing is sent until the market opens.')
  for (const fact of ['Costs', 'Terms', 'Can be undone']) await expect(options.getByText(fact).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Place/ })).toHaveCount(0)
  await options.getByRole('button', { name: 'Plan this listing' }).click()
  await expect(page.getByRole('region', { name: 'Long Pier', exact: true })).toBeVisible()
})
