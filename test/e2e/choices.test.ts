// Lists that open: by keyboard and by pointer, inside a panel that Escape would close as well.

import { expect, type Locator, type Page } from 'playwright/test'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import type { Coin } from '../../shared/coin.ts'
import { stageOf } from './a11y/a11y-stage.ts'
import { choose } from './support/choose.ts'
import { shareApp, test } from './support/open-app.ts'
import { goTo, openCoin, rowOf } from './support/screens.ts'

const app = shareApp()

async function progressOf(page: Page): Promise<Locator> {
  await page.goto(page.url().replace(/#.*/, '#/watchlist'))
  await page.reload()
  const panel = await openCoin(page, 'Nillion')
  return panel.getByRole('combobox', { name: 'Airdrop progress' })
}

test('a list is opened, gone through, found in by typing and closed by keyboard alone', async () => {
  const { page } = app.current
  const list = await progressOf(page)
  const before = await list.innerText()
  await list.focus()
  // A letter changes nothing that was not opened.
  await page.keyboard.type('cl')
  await expect(list).toHaveText(before)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Airdrop progress' })).toBeVisible()
  await expect(page.getByRole('option', { name: before, exact: true })).toBeFocused()
  await page.keyboard.type('cla')
  await expect(page.getByRole('option', { name: 'Claimed' })).toBeFocused()
  // Escape takes back what was only looked at; the panel stays.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(list).toBeFocused()
  await expect(list).toHaveText(before)
  await expect(page.getByRole('region', { name: 'Nillion', exact: true })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(page.getByRole('option').last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(list).toHaveText('Unknown')
  await expect(list).toBeFocused()
  await choose(list, before)
  await expect(list).toHaveText(before)
})

test('keys pressed on a list are not the shortcuts of the window', async () => {
  const { page } = app.current
  const list = await progressOf(page)
  await list.focus()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Watchlist' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Nillion', exact: true })).toHaveCount(0)
})

test('a press beside an open list closes it and does nothing else: below it may lie a button that orders', async () => {
  const { page } = app.current
  const list = await progressOf(page)
  const before = app.current.practiceOrders()
  const buy = rowOf(page, 'peaq').getByRole('button', { name: 'Buy 50 USDT of peaq' })
  await expect(buy).toHaveAttribute('aria-disabled', 'false')
  await list.click()
  await expect(page.getByRole('listbox')).toBeVisible()
  const box = await buy.boundingBox()
  if (box === null) throw new Error('the button is not drawn')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await goTo(page, 'Orders')
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  expect(app.current.practiceOrders()).toBe(before)
})

/** `--surface-raised` of each theme. */
const SURFACE = { light: 'rgb(255, 255, 255)', dark: 'rgb(27, 32, 40)' }

for (const [colorScheme, width] of [
  ['light', 900],
  ['dark', 1600],
] as const) {
  test(`a list is drawn in the theme and inside the window: ${colorScheme}, ${width}`, async () => {
    const { page } = app.current
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 600 })
    const list = await progressOf(page)
    await list.click()
    const drawn = page.getByRole('listbox')
    await expect(drawn).toBeVisible()
    const seen = await page.evaluate(`(() => {
      const one = document.querySelector('[role=listbox]')
      const { left, top, right, bottom } = one.getBoundingClientRect()
      const { backgroundColor } = getComputedStyle(one.parentElement)
      return { inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight, backgroundColor }
    })()`)
    expect(seen).toEqual({ inside: true, backgroundColor: SURFACE[colorScheme] })
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: null })
    await page.setViewportSize({ width: 1440, height: 900 })
  })
}

test('a coin is found by typing, and what is typed without choosing is no choice', async () => {
  const { page } = app.current
  await goTo(page, 'Portfolio')
  const coin = page.getByRole('combobox', { name: 'Coin' })
  const before = await coin.inputValue()
  await coin.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('pea')
  // The coins are drawn anew while one is being typed.
  await askDesktop(page, 'watchlist.set', { coinId: 'nillion', watched: false })
  await askDesktop(page, 'watchlist.set', { coinId: 'nillion', watched: true })
  await expect(coin).toHaveValue('pea')
  await expect(page.getByRole('option')).toHaveText(['peaq'])
  await page.keyboard.press('Enter')
  await expect(coin).toHaveValue('peaq')
  await expect(coin).toBeFocused()
  // Nothing was saved by that Enter.
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('no such coin')
  await expect(page.getByText('No match.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(coin).toHaveValue('peaq')
  await coin.focus()
  await page.keyboard.press('Escape')
  await expect(coin).toHaveValue('peaq')
  await choose(coin, before)
  await expect(coin).toHaveValue(before)
})

test('of very many coins the list draws a hundred, and typing finds the others', async () => {
  const stage = stageOf(app.current)
  stage.answer('coins.list', async (real) => {
    const result = await real()
    if (!result.ok) return result
    const [first] = result.value as Coin[]
    const more = Array.from({ length: 5_000 }, (_, at) => ({ ...first, id: `many-${at}`, name: `Coin ${at}` }))
    return { ok: true, value: [...(result.value as Coin[]), ...more] }
  })
  await stage.enter('portfolio')
  const coin = stage.page.getByRole('combobox', { name: 'Coin' })
  await coin.click()
  await expect(stage.page.getByRole('option')).toHaveCount(100)
  await stage.page.keyboard.press('ControlOrMeta+a')
  await stage.page.keyboard.type('Coin 4999')
  await expect(stage.page.getByRole('option')).toHaveText(['Coin 4999'])
  await stage.page.keyboard.press('Escape')
  stage.clear()
  await stage.enter('watchlist')
})
