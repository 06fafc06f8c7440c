// The coin page with pictures, by keyboard: the slider reads the prices out, and the table behind the picture has the same ones.

import { expect } from 'playwright/test'
import { stageOf, WITH_HISTORY } from '../a11y/a11y-stage.ts'
import { test } from '../support/open-app.ts'
import { openCoin } from '../support/screens.ts'

test('the picture, the slider and the table say the same', async ({ openApp }) => {
  const app = await openApp()
  const stage = stageOf(app)
  stage.answer('history.get', WITH_HISTORY)
  const panel = await openCoin(app.page, 'peaq')
  const history = panel.getByRole('region', { name: 'Price history' })
  const slider = history.getByRole('slider', { name: 'Point in time' })
  await slider.focus()
  await app.page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Oct 31|Nov 1/)
  await expect(history.locator('.chart-reading')).toContainText('Close 0.2')
  await app.page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /: 0\.204 USDT$/)
  await history.getByRole('radio', { name: 'Line' }).focus()
  await app.page.keyboard.press('ArrowRight')
  await expect(history.locator('.candle').first()).toBeVisible()
  await app.page.keyboard.press('ArrowRight')
  const table = history.getByRole('table', { name: 'Prices over the last 30 days' })
  await expect(table.locator('tr[data-row]').last()).toContainText('0.2')
  await expect(history.getByText('PEAQ/USDT on Binance')).toBeVisible()
})

test('a coin without a history says why, and leads to the sources', async ({ openApp }) => {
  const { page } = await openApp()
  const panel = await openCoin(page, 'Lurk')
  const history = panel.getByRole('region', { name: 'Price history' })
  await expect(history).toContainText('Live prices are off. Turn on sources in Settings.')
  await history.getByRole('link', { name: 'Go to Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('who fails says so on the coin, and is tried again', async ({ openApp }) => {
  const app = await openApp()
  const stage = stageOf(app)
  stage.answer('history.get', async () => ({ ok: false, error: { code: 'INTERNAL', message: 'It has ended.' } }))
  const panel = await openCoin(app.page, 'peaq')
  const history = panel.getByRole('region', { name: 'Price history' })
  const again = history.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  stage.answer('history.get', WITH_HISTORY)
  await again.click()
  await expect(history.getByRole('slider')).toBeVisible()
})
