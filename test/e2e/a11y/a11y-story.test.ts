// The whole work of a trader by keys alone: no step touches the mouse, and each begins where the one before has left
// the focus.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { armed, buyOf, statusLine } from '../support/screens.ts'
import { focused } from './a11y-probe.ts'

const app = shareApp()

/** Presses a key once or more often. */
async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key)
}

/** Goes on by Tab, or back, until the focus is on what is named so. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const target = page.locator(':focus').and(
    page
      .getByLabel(name)
      .or(page.getByText(name))
      .or(page.locator('summary', { hasText: name }))
      .or(page.getByRole('button', { name })),
  )
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press(key)
    if ((await target.count()) > 0) return
  }
  throw new Error(`Tab does not lead to ${name}; the focus is on ${await focused(page)}`)
}

/** Types in the place of what is there. */
async function retype(page: Page, typed: string): Promise<void> {
  await keys(page, 'ControlOrMeta+a')
  await page.keyboard.type(typed)
}

test('research: filter, sort, watch, open, note, tag', async () => {
  const { page } = app.current
  await page.getByRole('table', { name: 'Coins' }).waitFor()
  await keys(page, '/')
  await page.keyboard.type('nillion')
  await expect(page.locator('tr[data-row]')).toHaveCount(1)
  await keys(page, 'Escape')
  await expect(page.locator('tr[data-row]')).toHaveCount(14)
  await tabTo(page, 'Screen by tech score')
  await keys(page, 'Space')
  await expect(page.getByText(/pass · \d+ fail/)).toBeVisible()
  await keys(page, 'Space')
  await tabTo(page, /^Coin$/)
  await keys(page, 'Enter')
  await expect(page.getByRole('columnheader', { name: 'Coin' })).toHaveAttribute('aria-sort', 'ascending')
  await tabTo(page, 'Watch Dojima')
  const before = await page.locator(':focus').getAttribute('aria-pressed')
  await keys(page, 'Enter')
  await expect(page.locator(':focus')).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true')
  await tabTo(page, /^Open Dojima/)
  await keys(page, 'Enter')
  await tabTo(page, /^Note$/)
  await page.keyboard.type('Written by keys.')
  await tabTo(page, /^Tags$/)
  await page.keyboard.type('keys')
  await keys(page, 'Tab')
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(2)
  await keys(page, 'Escape')
  expect(await focused(page)).toMatch(/^BUTTON Open Dojima/)
})

test('a coin of one’s own: added, changed, removed', async () => {
  const { page } = app.current
  await tabTo(page, 'Add a coin', 'Shift+Tab')
  await keys(page, 'Enter')
  await page.keyboard.type('Quiet Harbour')
  await keys(page, 'Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Quiet Harbour' })).toBeFocused()
  await tabTo(page, /^Edit$/)
  await keys(page, 'Enter')
  await retype(page, 'Quiet Haven')
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('Quiet Haven saved.')
  await tabTo(page, /^Remove$/)
  await keys(page, 'Enter')
  // The question comes with the next frame, and a key before that is not for it.
  await expect(page.getByRole('alertdialog').locator(':focus')).toBeVisible()
  await keys(page, 'Tab', 'Enter')
  await expect(statusLine(page)).toContainText('Quiet Haven removed.')
  await expect(page.getByRole('button', { name: 'Add a coin' })).toBeFocused()
})

test('airdrop work, holdings and limits', async () => {
  const { page } = app.current
  await keys(page, '2')
  await tabTo(page, 'Progress for Ola')
  await keys(page, 'Enter')
  // A list opens with the next frame, and letters before that are not for it.
  await expect(page.getByRole('listbox').locator(':focus')).toBeVisible()
  await page.keyboard.type('Claimed')
  await expect(page.locator('[role=option][data-highlighted]')).toHaveText('Claimed')
  await keys(page, 'Enter')
  await expect
    .poll(async () => (await askDesktop(page, 'airdrops.list', {})).find(({ coinId }) => coinId === 'ola')?.progress)
    .toBe('claimed')
  await tabTo(page, 'Skip to content', 'Shift+Tab')
  await keys(page, '3')
  await tabTo(page, /^Coin$/)
  await page.keyboard.type('Lurk')
  await expect(page.locator('[role=option][data-highlighted]')).toHaveText('Lurk')
  await keys(page, 'Enter')
  await tabTo(page, 'Amount of the coin')
  await page.keyboard.type('12.5')
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('Holding of Lurk saved.')
  await retype(page, '13')
  await keys(page, 'Enter')
  await expect(page.getByRole('row', { name: /Lurk/ })).toContainText('13')
  await tabTo(page, 'Edit limits')
  await keys(page, 'Enter')
  await tabTo(page, 'Limit, %')
  await retype(page, '4')
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('Limits saved.')
  await tabTo(page, 'Remove your holding of Lurk', 'Shift+Tab')
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('Holding of Lurk removed.')
  await focused(page)
})

test('orders: a ticket with a limit price, an override, a cancel, halt and resume, a look at the exchange', async () => {
  const { page } = app.current
  await tabTo(page, 'Skip to content', 'Shift+Tab')
  await keys(page, '1')
  await armed(buyOf(page, 'Parcl'))
  await tabTo(page, 'Ticket for Parcl')
  await keys(page, 'Enter')
  await tabTo(page, /^Market$/)
  await keys(page, 'ArrowRight')
  await tabTo(page, /^Size$/)
  await retype(page, '60')
  await tabTo(page, 'Limit price, USDT')
  await retype(page, '0.03')
  await tabTo(page, /^Place: /)
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('PRCL: Open.')
  await keys(page, 'Escape')
  await tabTo(page, 'Ticket for Dolomite')
  await keys(page, 'Enter')
  await tabTo(page, /^Size$/)
  await retype(page, '600')
  await expect(page.getByText(/^Over the project limit/)).toBeVisible()
  await tabTo(page, 'Override the limit for this order')
  await keys(page, 'Enter')
  await tabTo(page, 'Reason')
  await page.keyboard.type('Moves over from another exchange.')
  await keys(page, 'Enter')
  await expect(page.getByText('Override saved.').first()).toBeVisible()
  await tabTo(page, /^Place: /)
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText(/Bought .* DOLO at/)
  await keys(page, 'Escape', '4')
  await tabTo(page, 'Cancel buy of Parcl')
  await keys(page, 'Enter')
  await expect(page.getByRole('row', { name: /Parcl/ })).toContainText('Canceled')
  await tabTo(page, 'Refresh status', 'Shift+Tab')
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('No order has changed.')
  await tabTo(page, 'Pause new orders on all accounts')
  await keys(page, 'Enter')
  await expect(page.getByRole('banner')).toContainText('New orders paused')
  await expect(page.getByRole('button', { name: 'Resume orders' })).toBeFocused()
  await keys(page, 'Enter')
  await expect(statusLine(page)).toContainText('New orders are allowed again on all accounts.')
})

test('settings: theme, row height, the keychain', async () => {
  const { page } = app.current
  await keys(page, '9')
  await tabTo(page, 'System')
  await keys(page, 'ArrowRight', 'ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await tabTo(page, 'Comfortable')
  await keys(page, 'ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await tabTo(page, 'Check the keychain')
  await keys(page, 'Enter')
  await expect(
    page.getByText(/^(The keychain works|The keychain is locked|No answer from the keychain)\.$/),
  ).toBeVisible()
  await focused(page)
})
