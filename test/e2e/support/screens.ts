// Where things are on the screens, by the names that people and screen readers know them by.

import { expect, type Locator, type Page } from 'playwright/test'

export const SCREENS = [
  'Watchlist',
  'Airdrops',
  'Portfolio',
  'Orders',
  'Accounts',
  'Activity',
  'Listings',
  'Notes',
  'Settings',
] as const

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** The watchlist's row of a coin. */
export function rowOf(page: Page, name: string): Locator {
  const opener = page.getByRole('button', { name: `Open ${name}`, exact: true })
  return page.getByRole('table', { name: 'Coins' }).locator('tr[data-row]').filter({ has: opener })
}

/** The one-click button in the coin's row. */
export function buyOf(page: Page, name: string, size = '50'): Locator {
  return rowOf(page, name).getByRole('button', { name: `Buy ${size} USDT of ${name}` })
}

/** Waits until a click on the one-click button would place an order. */
export async function armed(button: Locator): Promise<void> {
  await expect(button).toHaveAttribute('aria-disabled', 'false')
}

/** Opens a coin's detail beside the watchlist. */
export async function openCoin(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Open ${name}`, exact: true }).click()
  const panel = page.getByRole('region', { name, exact: true })
  await expect(panel.getByRole('region', { name: 'Found later' })).toBeVisible()
  return panel
}

/** Opens a coin's ticket. */
export async function openTicket(page: Page, name: string): Promise<Locator> {
  await rowOf(page, name)
    .getByRole('button', { name: `Ticket for ${name}` })
    .click()
  const ticket = page.getByRole('region', { name: `Order ticket: ${name}` })
  await expect(ticket.getByRole('textbox', { name: 'Size', exact: true })).toBeVisible()
  return ticket
}

/** The line that says what became of the last thing done. */
export function statusLine(page: Page): Locator {
  return page.locator('.status-message')
}

/** The words of the mark that is pointed at or focused. */
export function tip(page: Page): Locator {
  return page.locator('[data-tips]')
}
