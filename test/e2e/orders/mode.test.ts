// Which kind of money is at stake, and that nothing here is advice, is said on every screen.

import { expect } from 'playwright/test'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, openCoin, openTicket, SCREENS } from '../support/screens.ts'

const app = shareApp()

for (const screen of SCREENS) {
  test(`says PRACTICE and no advice on ${screen}`, async () => {
    const { page } = app.current
    await goTo(page, screen)
    await expect(page.getByRole('banner').getByText('PRACTICE', { exact: true })).toBeInViewport()
    await expect(page.getByRole('banner').getByText('No real money.')).toBeInViewport()
    await expect(page.getByRole('contentinfo').getByText(/^Not investment advice\./)).toBeInViewport()
    // Over an anchor the window would show the address of the page.
    await expect(page.locator('a[href]')).toHaveCount(0)
  })
}

test('keeps them in sight with a coin and a ticket open, in a small window too', async () => {
  const { page } = app.current
  await goTo(page, 'Watchlist')
  await openCoin(page, 'peaq')
  await openTicket(page, 'peaq')
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1000, height: 700 },
  ]) {
    await page.setViewportSize(size)
    await expect(page.getByRole('banner').getByText('PRACTICE', { exact: true })).toBeInViewport()
    await expect(
      page.getByRole('region', { name: 'Order ticket: peaq' }).getByText('PRACTICE', { exact: true }),
    ).toBeInViewport()
    await expect(page.getByRole('contentinfo').getByText(/^Not investment advice\./)).toBeInViewport()
  }
})
