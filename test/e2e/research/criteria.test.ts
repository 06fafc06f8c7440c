// The trader's criteria at a coin: the publication's four with what the score says, and one of his own, marked, taken back by Ctrl Z,
// and kept over a restart.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import type { CriterionVerdict } from '../../../shared/research/criteria.ts'
import { choose } from '../support/choose.ts'
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

test('criteria are a column of the list, and filter it: all that are asked for have to fit', async ({ openApp }) => {
  const { page } = await openApp()
  const mark = (coinId: string, criterionId: string, verdict: CriterionVerdict) =>
    askDesktop(page, 'criteria.mark', { coinId, criterionId, verdict })
  const { criterionId } = (await askDesktop(page, 'criteria.save', { name: 'Audited' })) as { criterionId: string }
  await mark('nillion', criterionId, 'met')
  await mark('peaq', criterionId, 'met')
  await mark('peaq', 'top-100', 'not-met')
  await page.reload()
  const rows = page.getByRole('table', { name: 'Coins' }).locator('tr[data-row]')
  const tool = (name: string) => page.locator('.list-tools').getByRole('button', { name })
  await tool('Filters').click()
  const band = page.getByRole('region', { name: 'Filters' }).getByRole('group', { name: 'Criteria' })
  const choice = (name: string) => band.getByRole('combobox', { name })
  await choose(choice('Audited'), 'Met')
  await expect(rows).toHaveCount(2)
  await choose(choice('Potential top 100'), 'Unknown')
  await expect(rows).toHaveCount(1)
  await expect(rows).toHaveAttribute('data-row', 'nillion')
  await expect(
    page.getByRole('button', { name: 'Remove filter: Criteria: Audited (met), Potential top 100 (unknown)' }),
  ).toBeVisible()
  await choose(choice('Potential top 100'), 'Any')
  await expect(rows).toHaveCount(2)
  await tool('Columns').click()
  await page.getByRole('checkbox', { name: 'Criteria' }).check()
  await expect(rows.filter({ hasText: 'Met: Tech score 75 or more, Audited' })).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Not met: Potential top 100' })).toHaveCount(1)
})
