// Alerts by keyboard alone: added, switched off, changed, removed and taken back; quiet hours; what was told.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { goTo, openCoin, statusLine } from '../support/screens.ts'

test('an alert is added, switched off, changed, removed and taken back', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const panel = await openCoin(page, 'peaq')
  const alerts = panel.getByRole('region', { name: 'Alerts' })
  await alerts.getByRole('button', { name: 'Add alert' }).focus()
  await page.keyboard.press('Enter')
  await expect(alerts.getByRole('combobox', { name: 'Alert me on' })).toBeFocused()
  await alerts.getByRole('textbox', { name: 'Price, USD' }).focus()
  await page.keyboard.type('0.25')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Alert saved.')
  const onOff = alerts.getByRole('checkbox', { name: 'On: peaq above 0.25 USD' })
  await expect(onOff).toBeChecked()
  await expect(alerts.getByRole('button', { name: 'Add alert' })).toBeFocused()

  await onOff.focus()
  await page.keyboard.press('Space')
  await expect(onOff).not.toBeChecked()

  await alerts.getByRole('button', { name: 'Edit: peaq above 0.25 USD' }).focus()
  await page.keyboard.press('Enter')
  const price = alerts.getByRole('textbox', { name: 'Price, USD' })
  await expect(price).toHaveValue('0.25')
  await price.fill('0.3')
  await page.keyboard.press('Enter')
  await expect(alerts).toContainText('peaq above 0.3 USD')
  await expect(alerts.getByRole('button', { name: 'Edit: peaq above 0.3 USD' })).toBeFocused()

  await app.restart()
  await goTo(app.page, 'Listings')
  await app.page.getByRole('tab', { name: 'Alerts' }).click()
  await app.page.getByRole('button', { name: 'Remove: peaq above 0.3 USD' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByText('No alerts yet')).toBeVisible()
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await expect(app.page.getByText('peaq above 0.3 USD')).toBeVisible()
})

test('Escape leaves a form, and only then the coin', async ({ openApp }) => {
  const { page } = await openApp()
  const panel = await openCoin(page, 'peaq')
  const alerts = panel.getByRole('region', { name: 'Alerts' })
  await alerts.getByRole('button', { name: 'Add alert' }).click()
  await alerts.getByRole('textbox', { name: 'Price, USD' }).press('Escape')
  await expect(alerts.getByRole('button', { name: 'Add alert' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('quiet hours are saved, and taken away', async ({ openApp }) => {
  const { page } = await openApp()
  await goTo(page, 'Settings')
  const card = page.getByRole('region', { name: 'Quiet hours' })
  await card.getByRole('checkbox').check()
  await card.getByLabel('From').fill('23:15')
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card).toContainText('Saved')
  const hours = async () => (await askDesktop(page, 'settings.get', {})).quietHours
  expect(await hours()).toEqual({ from: '23:15', until: '07:00' })
  await card.getByRole('checkbox').uncheck()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect.poll(hours).toBeNull()
})
