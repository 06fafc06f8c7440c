// One click, one order, however the click comes: counted in the ledger of the exchange, not in the app's own.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { armed, buyOf, goTo, statusLine } from '../support/screens.ts'

const app = shareApp()

// Each test takes a coin of its own, so that none finds a button that another one has disarmed.
interface Press {
  name: string
  coin: string
  ticker: string
  press: (button: ReturnType<typeof buyOf>) => Promise<void>
}

const PRESSES: Press[] = [
  { name: 'one click', coin: 'peaq', ticker: 'PEAQ', press: (button) => button.click() },
  { name: 'a double click', coin: 'Nillion', ticker: 'NIL', press: (button) => button.dblclick() },
  {
    name: 'ten clicks as fast as they come',
    coin: 'TEN',
    ticker: 'TEN',
    // In one call: the driver's own time between ten of them can be longer than the button's cool-down.
    press: (button) => button.click({ clickCount: 10, force: true }),
  },
  {
    name: 'ten clicks by a script within one moment of the page',
    coin: 'Movement Labs',
    ticker: 'MOVE',
    press: (button) =>
      button.evaluate((element) => {
        const { click } = element as unknown as { click: () => void }
        for (let count = 0; count < 10; count += 1) click.call(element)
      }),
  },
  {
    name: 'Enter and a click',
    coin: 'Dolomite',
    ticker: 'DOLO',
    press: async (button) => {
      await button.focus()
      await Promise.all([button.press('Enter'), button.click({ force: true })])
    },
  },
  {
    name: 'a held Enter key',
    coin: 'Nibiru',
    ticker: 'NIBI',
    press: async (button) => {
      await button.focus()
      const { keyboard } = button.page()
      // The second and later ones are repeats, as a held key makes them. It is held over the button's cool-down.
      for (let count = 0; count < 5; count += 1) await keyboard.down('Enter')
      await armed(button)
      for (let count = 0; count < 20; count += 1) await keyboard.down('Enter')
      await keyboard.up('Enter')
    },
  },
  {
    name: 'Space',
    coin: 'Parcl',
    ticker: 'PRCL',
    press: async (button) => {
      await button.focus()
      await button.press(' ')
    },
  },
]

for (const { name, coin, ticker, press } of PRESSES) {
  test(`${name} on Buy makes one order at the exchange`, async () => {
    const { page } = app.current
    const before = app.current.practiceOrders()
    const known = (await askDesktop(page, 'orders.list', {})).length
    const button = buyOf(page, coin)
    await armed(button)
    await press(button)
    await expect(statusLine(page)).toContainText(new RegExp(`^Bought [\\d,.]+ ${ticker} at`))
    // Armed again: every click has been dealt with, and another one would count.
    await armed(button)
    const orders = await askDesktop(page, 'orders.list', {})
    expect(orders.length - known, 'orders in the app’s ledger').toBe(1)
    expect(app.current.practiceOrders() - before, 'orders at the exchange').toBe(1)
    expect(orders[0]).toMatchObject({
      side: 'buy',
      type: 'market',
      status: 'filled',
      size: { unit: 'quote', value: '50' },
    })
    expect(orders[0]?.attempts).toHaveLength(1)
  })
}

test('a second click, after the first was answered, is a second order with another key', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  const button = buyOf(page, 'My Pet Hooligan')
  for (let count = 1; count <= 2; count += 1) {
    await armed(button)
    await button.click()
    await expect.poll(() => app.current.practiceOrders()).toBe(before + count)
  }
  const orders = await askDesktop(page, 'orders.list', {})
  expect(new Set(orders.map(({ intentId }) => intentId)).size).toBe(orders.length)
})

test('Sell sells what was bought, and every order stands in the ledger', async () => {
  const { page } = app.current
  await armed(buyOf(page, 'Grvt'))
  await buyOf(page, 'Grvt').click()
  await expect(statusLine(page)).toContainText(/Bought .* GRVT at/)
  const before = app.current.practiceOrders()
  // The price moves, so 50 USDT may by now be more than was bought.
  await askDesktop(page, 'settings.save', { presetSize: '20' })
  await page.getByRole('button', { name: 'Sell 20 USDT of Grvt' }).click()
  await expect(statusLine(page)).toContainText(/^Sold [\d,.]+ GRVT at/)
  expect(app.current.practiceOrders()).toBe(before + 1)
  await goTo(page, 'Orders')
  await expect(page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]')).toHaveCount(before + 1)
})
