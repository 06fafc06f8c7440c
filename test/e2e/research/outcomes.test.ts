// What became of the 2024 list, and a coin's timeline.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'

test('claims stand beside what happened, and a timeline holds one coin’s life', async ({ openApp }) => {
  const { page } = await openApp()
  await goTo(page, 'Airdrops')
  await page.getByText('The 2024 list today').click()
  const list = page.getByRole('list', { name: 'The 2024 list today' })
  await expect(list.getByRole('listitem')).toHaveCount(14)
  const parcl = list.getByRole('listitem').filter({ hasText: 'Parcl' })
  await expect(parcl).toContainText('Happened')
  await expect(parcl).toContainText('parcl.co blog 2024-04-15')
  await expect(list.getByRole('listitem').filter({ hasText: 'Lurk' })).toContainText('No later fact found.')
  await goTo(page, 'Watchlist')
  const panel = await openCoin(page, 'Parcl')
  await panel.getByText('Timeline', { exact: true }).click()
  const life = panel.getByRole('list', { name: 'Timeline' })
  await expect(life).toContainText('Token Metrics: airdrop confirmed, not trading yet')
  await expect(life).toContainText('claim opened 12:59 UTC')
})
