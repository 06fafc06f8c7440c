// The trader's criteria at a coin: the publication's four with what the score says, and one of his own, marked, taken back by Ctrl Z,
// and kept over a restart.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { openCoin } from '../support/screens.ts'

test('criteria are marked, added and kept', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const panel = await openCoin(page, 'Nillion')
  const criteria = panel.getByRole('region', { name: 'Criteria' })
  const score = criteria.getByRole('group', { name: 'Tech score 75 or more' })
  await expect(score.getByRole('radio', { name: 'Met', exact: true })).toBeChecked()
  await expect(criteria).toContainText('By the tech score, 2024')
  await criteria.getByRole('textbox', { name: 'Add a criterion' }).fill('<b>Audited</b>')
  await page.keyboard.press('Enter')
  const own = criteria.getByRole('group', { name: '<b>Audited</b>' })
  await own.getByText('Not met', { exact: true }).click()
  await expect(criteria.getByRole('button', { name: 'Take back your mark: <b>Audited</b>' })).toBeVisible()
  await page.locator('body').press('Control+z')
  await expect(own.getByRole('radio', { name: 'Unknown' })).toBeChecked()
  await own.getByText('Met', { exact: true }).click()
  await expect(criteria.getByRole('button', { name: /^Take back/ })).toBeVisible()
  await app.restart()
  const again = (await openCoin(app.page, 'Nillion')).getByRole('region', { name: 'Criteria' })
  await expect(
    again.getByRole('group', { name: '<b>Audited</b>' }).getByRole('radio', { name: 'Met', exact: true }),
  ).toBeChecked()
})
