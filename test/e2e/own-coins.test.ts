// Coins that the trader adds himself: added, changed, kept over a restart, and removed only when nothing names them.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { choose } from './support/choose.ts'
import { shareApp, test } from './support/open-app.ts'
import { buyOf, goTo, rowOf, statusLine, tip } from './support/screens.ts'

const app = shareApp()
/** Another one after a restart. */
const page = () => app.current.page

/** Adds a coin without the form and opens it, so that no test needs what another one left. */
async function openOwn(name: string): Promise<void> {
  await askDesktop(page(), 'coins.save', { name, ticker: 'QHB', what: 'Storage for boats', narratives: ['storage'] })
  await page()
    .getByRole('button', { name: `Open ${name}`, exact: true })
    .click()
}

const addButton = (page: Page) => page.getByRole('button', { name: 'Add a coin' })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const ANYTHING = 'Ticker, name, contract or page address'
const ownPart = (page: Page) => page.getByRole('region', { name: 'Added by you' })

test('adds a coin by keyboard alone, and opens its row', async () => {
  const { page } = app.current
  await addButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(field(page, ANYTHING)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(addButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Quiet Harbour')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Name')).toHaveValue('Quiet Harbour')
  await page.keyboard.press('Tab')
  await page.keyboard.type('qhb')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Ticker')).toHaveValue('QHB')
  await page.keyboard.type('Storage for boats')
  await page.keyboard.press('Tab')
  await page.keyboard.type('DePIN, storage , DePIN')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Quiet Harbour' })).toBeFocused()
  await expect(statusLine(page)).toContainText('Quiet Harbour is on your watchlist.')
  const row = rowOf(page, 'Quiet Harbour')
  await expect(row).toBeInViewport()
  await expect(row).toHaveAttribute('aria-current', 'true')
  await expect(row.getByRole('button', { name: /^added by you/ })).toBeVisible()
  await expect(page.locator('.fact dd')).toHaveText(['Quiet Harbour', 'QHB', 'Storage for boats', 'DePIN, storage'])
})

test('a contract or a page fills the form in, and is kept with the coin', async () => {
  const { page } = app.current
  const contract = '0x00000000000000000000000000000000000abc09'
  await addButton(page).click()
  await field(page, ANYTHING).fill('peaq')
  await expect(page.getByText('Already in your list: peaq.')).toBeVisible()
  await field(page, ANYTHING).fill(`https://basescan.org/token/${contract}`)
  await expect(page.getByText(`Contract: base ${contract}`)).toBeVisible()
  await field(page, 'Name').fill('From a contract')
  await page.keyboard.press('Enter')
  const research = panelOf(page, 'From a contract').getByRole('region', { name: 'Your research' })
  await expect(research).toContainText(`base: ${contract}`)
  await addButton(page).click()
  await field(page, ANYTHING).fill(contract)
  await field(page, 'Chain of the contract').fill('base')
  await expect(page.getByText('Already in your list: From a contract.')).toBeVisible()
  await field(page, ANYTHING).fill('https://quiet-water.example/app')
  await expect(field(page, 'Name')).toHaveValue('Quiet Water')
  await field(page, 'Name').press('Enter')
  await expect(panelOf(page, 'Quiet Water').getByRole('region', { name: 'Your research' })).toContainText(
    'quiet-water.example',
  )
})

test('shows an own coin without score, claim, publication or interest', async () => {
  const { page } = app.current
  await openOwn('Still Water')
  const panel = panelOf(page, 'Still Water')
  await expect(ownPart(page).locator('dd')).toHaveText(['Still Water', 'QHB', 'Storage for boats', 'storage'])
  await expect(panel.getByText('added by you', { exact: true })).toBeVisible()
  await expect(panel.getByRole('region', { name: /Publi|Found later/ })).toHaveCount(0)
  await expect(panel.locator('.score')).toHaveCount(0)
  await expect(panel.getByRole('combobox', { name: 'Early stage' })).toHaveText('Automatic: yes')
  await expect(panel.getByText('No known listing', { exact: false })).toBeVisible()
  await goTo(page, 'Airdrops')
  // A coin without a claim is on the board once the trader puts it there.
  await expect(page.getByRole('row', { name: /Still Water/ })).toHaveCount(0)
  await choose(page.getByRole('combobox', { name: 'Put a coin on the board' }), 'Still Water')
  await page.getByRole('button', { name: 'Put on the board' }).click()
  const airdrop = page.getByRole('row', { name: /Still Water/ })
  await expect(airdrop.getByRole('button', { name: /^added by you/ })).toBeVisible()
  await expect(airdrop).not.toContainText('Token Metrics')
  await goTo(page, 'Watchlist')
})

test('has no market: the buttons say so on focus and place nothing', async () => {
  const { page } = app.current
  await openOwn('No Market')
  const buy = buyOf(page, 'No Market')
  await expect(buy).toHaveAttribute('aria-disabled', 'true')
  await expect(buy).toHaveAccessibleDescription('Not listed on Practice.')
  await page.keyboard.press('Tab')
  await buy.focus()
  await expect(tip(page)).toHaveText('Not listed on Practice.')
  await page.keyboard.press('Enter')
  // Playwright waits for a button that is not enabled; a trader does not.
  await buy.click({ force: true })
  expect(app.current.practiceOrders()).toBe(0)
})

test('says while typing what cannot be stored, and stores nothing of it', async () => {
  const { page } = app.current
  await addButton(page).click()
  await page.getByRole('button', { name: 'Add to watchlist' }).click()
  await expect(field(page, 'Name')).toBeFocused()
  await expect(page.getByText('Enter a name.')).toBeVisible()
  await field(page, 'Name').fill('x'.repeat(81))
  await expect(page.getByText('At most 80 characters; you have 81.')).toBeVisible()
  await field(page, 'Name').fill('Fine')
  await field(page, 'Ticker').fill('NO GO')
  await expect(page.getByText('No spaces, slashes, colons or commas, and at most 20 characters.')).toBeVisible()
  await page.getByRole('button', { name: 'Add to watchlist' }).click()
  await expect(field(page, 'Ticker')).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(addButton(page)).toBeFocused()
  await expect(rowOf(page, 'Fine')).toHaveCount(0)
})

test('shows the longest coin that can be stored without cutting off a button', async () => {
  const { page } = app.current
  const name = 'Wolfeschlegel'.repeat(6)
  await addButton(page).click()
  await field(page, 'Name').fill(name)
  await field(page, 'Ticker').fill('A'.repeat(20))
  await field(page, 'What it is').fill('w'.repeat(400))
  await page.getByRole('button', { name: 'Add to watchlist' }).click()
  await expect(panelOf(page, name)).toBeVisible()
  for (const width of [1000, 1280, 1440, 1600]) {
    await page.setViewportSize({ width, height: 900 })
    for (const open of [true, false]) {
      if (!open) await panelOf(page, name).getByRole('button', { name: 'Close' }).click()
      const table = await page.locator('.table-wrap').boundingBox()
      const menu = await rowOf(page, name)
        .getByRole('button', { name: /^Ticket for/ })
        .boundingBox()
      if (table === null || menu === null) throw new Error('the row is not drawn')
      expect(menu.x + menu.width, `${width} px, panel ${open}`).toBeLessThanOrEqual(table.x + table.width)
      const overflow = await page.locator('.table-wrap, .panel-body').evaluateAll((parts) =>
        parts.some((part) => {
          const { scrollWidth, clientWidth } = part as unknown as Record<string, number>
          return Number(scrollWidth) > Number(clientWidth)
        }),
      )
      expect(overflow, `sideways scrolling at ${width} px, panel ${open}`).toBe(false)
    }
    await page.getByRole('button', { name: `Open ${name}` }).click()
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await ownPart(page).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove coin' }).click()
  await expect(addButton(page)).toBeFocused()
})

test('changes a coin, and keeps it over a restart', async () => {
  await openOwn('Loud Harbour')
  await ownPart(page()).getByRole('button', { name: 'Edit' }).click()
  await expect(field(page(), 'Name')).toBeFocused()
  await field(page(), 'Name').fill('Never stored')
  await page().keyboard.press('Escape')
  await expect(ownPart(page()).getByRole('button', { name: 'Edit' })).toBeFocused()
  await expect(panelOf(page(), 'Loud Harbour')).toBeVisible()
  await page().keyboard.press('Enter')
  await field(page(), 'Name').fill('Harbour')
  await field(page(), 'Ticker').fill('')
  await field(page(), 'Narratives').fill('storage')
  await page().getByRole('button', { name: 'Save', exact: true }).click()
  await expect(statusLine(page())).toContainText('Harbour saved.')
  await expect(ownPart(page()).getByRole('button', { name: 'Edit' })).toBeFocused()
  await choose(page().getByRole('combobox', { name: 'Early stage' }), 'No, not early')
  await expect(panelOf(page(), 'Harbour').getByText('Set by you.', { exact: false })).toBeVisible()
  await app.current.restart()
  await page().getByRole('button', { name: 'Open Harbour', exact: true }).click()
  await expect(ownPart(page()).locator('dd').first()).toHaveText('Harbour')
  await expect(ownPart(page()).locator('dd').last()).toHaveText('storage')
  await expect(page().getByRole('combobox', { name: 'Early stage' })).toHaveText('No, not early')
})

test('is removed only when no holding names it, and says what helps', async () => {
  await openOwn('Pier')
  await goTo(page(), 'Portfolio')
  await choose(page().getByRole('combobox', { name: 'Coin' }), 'Pier')
  await field(page(), 'Amount of the coin').fill('12')
  await page().getByRole('button', { name: 'Save holding' }).click()
  await expect(page().getByRole('row', { name: /Pier/ })).toBeVisible()
  await goTo(page(), 'Watchlist')
  await page().getByRole('button', { name: 'Open Pier' }).click()
  await ownPart(page()).getByRole('button', { name: 'Remove' }).click()
  await expect(page().getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page().getByRole('button', { name: 'Remove coin' }).click()
  await expect(page().getByRole('alert')).toHaveText(/^Still in use\. .*Remove the holding first/)
  await page().getByRole('button', { name: 'Go to Portfolio' }).click()
  await page().getByRole('row', { name: /Pier/ }).getByRole('button').last().click()
  await expect(page().getByRole('row', { name: /Pier/ })).toHaveCount(0)

  await goTo(page(), 'Watchlist')
  await page().getByRole('button', { name: 'Open Pier' }).click()
  await ownPart(page()).getByRole('button', { name: 'Remove' }).click()
  await page().keyboard.press('Escape')
  await expect(ownPart(page()).getByRole('button', { name: 'Remove' })).toBeFocused()
  await page().keyboard.press('Enter')
  await page().getByRole('button', { name: 'Remove coin' }).click()
  await expect(statusLine(page())).toContainText('Pier removed.')
  await expect(rowOf(page(), 'Pier')).toHaveCount(0)
  await expect(panelOf(page(), 'Pier')).toHaveCount(0)
  await expect(addButton(page())).toBeFocused()
})
