// The watchlist says of the 14 coins what was published, and not more.

import { expect } from 'playwright/test'
import { shareApp, test } from './support/open-app.ts'
import { tip } from './support/screens.ts'

const app = shareApp()
const table = () => app.current.page.getByRole('table', { name: 'Coins' })
const rows = () => table().locator('tr[data-row]')

test('lists 14 coins, 9 with a confirmed airdrop and 5 with a probable one', async () => {
  const { page } = app.current
  await expect(rows()).toHaveCount(14)
  await expect(rows().filter({ has: page.getByText('confirmed', { exact: true }) })).toHaveCount(9)
  await expect(rows().filter({ has: page.getByText('probable', { exact: true }) })).toHaveCount(5)
})

test('shows that Grvt has no score, and of every other score its kind', async () => {
  const scores = rows().locator('.col-score')
  await expect(scores.filter({ hasText: /^\d+(tech|fundamental)$/ })).toHaveCount(13)
  const grvt = table().getByRole('row', { name: /Grvt/ }).locator('.col-score')
  await expect(grvt.getByRole('button', { name: 'Unknown. No published score. That doesn’t mean zero.' })).toBeVisible()
  await expect(grvt).not.toContainText(/\d/)
})

test('has the publisher’s interest once, in the head of the coins, at hand for the keyboard too', async () => {
  const { page } = app.current
  const marks = table().getByRole('button', { name: /^Publisher’s interest in .*invested in over 30 projects/ })
  await expect(marks).toHaveCount(1)
  const head = table().getByRole('columnheader', { name: 'Coin', exact: true })
  await expect(head.and(page.locator('th:has(.head-mark)'))).toHaveCount(1)
  await marks.focus()
  await expect(tip(page)).toContainText('invested in over 30 projects')
})

test('screens by tech score and leaves what has none unknown', async () => {
  const { page } = app.current
  await page.getByRole('checkbox', { name: 'Screen by tech score' }).check()
  await expect(page.getByText('11 pass · 0 fail · 3 unknown')).toBeVisible()
  await expect(
    table().getByRole('rowgroup').filter({ hasText: 'Unknown: no published tech score' }).locator('tr[data-row]'),
  ).toHaveCount(3)
  const score = page.getByRole('spinbutton', { name: 'Tech score at least' })
  // Erased by keys and typed anew, as well as left empty.
  await score.focus()
  await page.keyboard.press('End')
  for (const key of ['Backspace', 'Backspace']) await page.keyboard.press(key)
  await expect(score).toHaveValue('')
  await score.blur()
  await expect(score).not.toHaveValue('')
  await score.fill('')
  await page.keyboard.type('80')
  await expect(page.getByText(/^\d+ pass · [1-9]\d* fail · 3 unknown$/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Screen by tech score' }).uncheck()
  await expect(rows()).toHaveCount(14)
})

test('filters by text, and says how to get all coins back', async () => {
  const { page } = app.current
  await page.getByRole('searchbox', { name: 'Filter coins' }).fill('depin')
  await expect(rows().filter({ hasText: 'peaq' })).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Filter coins' }).fill('no such coin')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows()).toHaveCount(14)
})
