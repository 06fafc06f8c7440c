// The list as a tool: filters that are combined and taken back, views, columns, and all of it over a restart and by keyboard.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { statusLine } from '../support/screens.ts'

/** Sixty frames, a second or more. */
const FRAMES = `(async () => {
  for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame)
})()`

const table = (page: Page) => page.getByRole('table', { name: 'Coins' })
const rows = (page: Page) => table(page).locator('tr[data-row]')
const heads = (page: Page) => table(page).getByRole('columnheader').allInnerTexts()
const tool = (page: Page, name: string) => page.locator('.list-tools').getByRole('button', { name })

/** The head's keys are loaded in idle time. */
async function headsCanMove(page: Page, press: string, seen: () => Promise<boolean>): Promise<void> {
  const head = table(page).getByRole('button', { name: 'Score', exact: true })
  await expect(async () => {
    await head.press(press)
    expect(await seen()).toBe(true)
  }).toPass()
}

test('filters count at once, stand below the head, and are taken back one by one or all', async ({ openApp }) => {
  const { page } = await openApp()
  await askDesktop(page, 'tags.set', { coinId: 'peaq', tags: ['bags'] })
  await page.reload()
  await tool(page, 'Filters').click()
  const band = page.getByRole('region', { name: 'Filters' })
  await band.getByRole('group', { name: 'Airdrop' }).getByRole('checkbox', { name: 'confirmed' }).check()
  await expect(rows(page)).toHaveCount(9)
  await band.getByRole('spinbutton', { name: 'Score from' }).fill('80')
  await expect(rows(page)).not.toHaveCount(9)
  const few = await rows(page).count()
  await expect(page.getByText(`${few} of 14`)).toBeVisible()
  await page.getByRole('button', { name: 'Remove filter: Score: at least 80' }).click()
  await expect(rows(page)).toHaveCount(9)
  await band.getByRole('checkbox', { name: 'bags' }).check()
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(rows(page)).toHaveCount(14)
  await page.keyboard.press('Escape')
})

test('a view keeps search, filters, order and columns, also over a restart', async ({ openApp }) => {
  const first = await openApp()
  const { page } = first
  await tool(page, 'Filters').click()
  await page.getByRole('group', { name: 'Airdrop' }).getByRole('checkbox', { name: 'probable' }).check()
  await table(page).getByRole('button', { name: 'Coin', exact: true }).click()
  await tool(page, 'Views').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Probable, A to Z')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Use view Probable, A to Z' })).toBeVisible()
  const order = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))
  expect(order).toHaveLength(5)
  await first.restart()

  const again = first.page
  await expect(rows(again)).toHaveCount(14)
  // The order is remembered by itself, a filter is not: nobody misses coins that a filter of yesterday hides.
  await expect(table(again).getByRole('columnheader', { name: 'Coin' })).toHaveAttribute('aria-sort', 'ascending')
  await table(again).getByRole('button', { name: 'No.' }).click()
  await tool(again, 'Views').click()
  await again.getByRole('button', { name: 'Use view Probable, A to Z' }).click()
  await expect(rows(again)).toHaveCount(5)
  expect(await rows(again).evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))).toEqual(order)

  await again.getByRole('button', { name: 'Rename Probable, A to Z' }).click()
  await again.getByRole('textbox', { name: 'New name for Probable, A to Z' }).fill('Probable')
  await again.keyboard.press('Enter')
  await again.getByRole('button', { name: 'Remove view Probable' }).click()
  await expect(again.getByRole('button', { name: 'Use view Probable' })).toHaveCount(0)
  await again.getByRole('button', { name: 'Undo' }).click()
  await expect(again.getByRole('button', { name: 'Use view Probable' })).toBeVisible()
})

test('columns are chosen and moved in the chooser, and stand so again after a restart', async ({ openApp }) => {
  const first = await openApp()
  const { page } = first
  await askDesktop(page, 'notes.save', { coinId: 'peaq', text: 'Ask about the snapshot\nsecond line' })
  await page.reload()
  await tool(page, 'Columns').click()
  await page.getByRole('checkbox', { name: 'Note' }).check()
  await page.getByRole('checkbox', { name: 'Narratives' }).uncheck()
  await expect(table(page).getByText('Ask about the snapshot')).toBeVisible()
  for (let at = 0; at < 20 && (await heads(page)).indexOf('Note') > 3; at += 1) {
    await page.getByRole('button', { name: 'Move Note left' }).press('Enter')
  }
  const stand = await heads(page)
  expect(stand.indexOf('Note')).toBe(3)
  await first.restart()

  const again = first.page
  await expect(table(again).getByText('Ask about the snapshot')).toBeVisible()
  expect(await heads(again)).toEqual(stand)
  await tool(again, 'Columns').click()
  await again.getByRole('button', { name: 'Reset columns' }).click()
  await expect(table(again).getByRole('columnheader', { name: 'Note' })).toHaveCount(0)
})

test('heads are moved and sized by keys, and by the pointer', async ({ openApp }) => {
  const { page } = await openApp()
  const score = table(page).getByRole('columnheader', { name: 'Score' })
  const widthOf = async () => (await score.boundingBox())?.width ?? 0
  const before = await widthOf()
  await headsCanMove(page, 'Shift+ArrowRight', async () => (await widthOf()) > before)
  const place = (await heads(page)).indexOf('Score')
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => (await heads(page)).indexOf('Score')).toBe(place + 1)
  await expect(score.getByRole('button')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')

  const box = await score.boundingBox()
  if (box === null) throw new Error('no head')
  await page.mouse.move(box.x + box.width - 3, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 57, box.y + 8, { steps: 4 })
  await page.mouse.up()
  await expect.poll(widthOf).toBeGreaterThan(box.width + 40)

  await score.dragTo(table(page).getByRole('columnheader', { name: 'Airdrop' }), { targetPosition: { x: 100, y: 8 } })
  await expect.poll(async () => (await heads(page)).indexOf('Score')).toBe(place + 1)
  await expect(score).toHaveAttribute('aria-sort', 'none')
})

test('a row is chosen by key as soon as it is said that rows can be', async ({ openApp }) => {
  const { page } = await openApp()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/list-tools-late-.*\.js$/, async (route) => {
    await held
    await route.fallback()
  })
  await page.reload()
  await tool(page, 'Select').click()
  const bar = page.getByRole('region', { name: 'Selected coins' })
  // Nothing tells of a part that is not asked for: it has the time that it takes otherwise, several times over.
  await page.evaluate(FRAMES)
  await expect(bar).toHaveCount(0)
  release()
  await expect(bar.getByText('0 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Open peaq' }).focus()
  await page.keyboard.press('x')
  await expect(bar.getByText('1 selected')).toBeVisible()
})

test('rows are chosen by keyboard, then tagged, compared and removed together', async ({ openApp }) => {
  const { page } = await openApp()
  const [one, two] = [
    await askDesktop(page, 'coins.save', { name: 'First own' }),
    await askDesktop(page, 'coins.save', { name: 'Second own' }),
  ]
  await page.reload()
  await tool(page, 'Select').click()
  const bar = page.getByRole('region', { name: 'Selected coins' })
  await expect(bar.getByText('0 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Open First own' }).focus()
  await page.keyboard.press('x')
  await expect(bar.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar.getByText('2 selected')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open Second own' })).toBeFocused()
  await expect(page.getByRole('checkbox', { name: 'Select Second own' })).toBeChecked()

  await bar.getByRole('textbox', { name: 'Tag' }).fill('batch')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('2 coins changed.')
  await page.getByRole('checkbox', { name: 'Select peaq' }).check()
  await bar.getByRole('button', { name: 'Compare' }).click()
  const comparison = page.getByRole('table', { name: 'Comparison' })
  await expect(comparison.getByRole('columnheader')).toHaveText(['Fact', /peaq/, /First own/, /Second own/])
  await expect(comparison.getByRole('row', { name: /^Tags/ })).toContainText('batch')
  await expect(comparison.getByRole('row', { name: /^Backers/ })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()

  await bar.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove 2' }).click()
  await expect(statusLine(page)).toContainText('2 coins removed.')
  await expect(rows(page)).toHaveCount(14)
  await expect(bar.getByText('1 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Open peaq' }).focus()
  await page.keyboard.press('Control+a')
  await expect(bar.getByText('14 selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  expect([one, two]).toMatchObject([{ origin: 'own' }, { origin: 'own' }])
})
