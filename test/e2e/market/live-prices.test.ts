// From the first start to the real price: nobody is asked before the answer, every number names its source afterwards, and what was
// known stays when all of them fall silent.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { goTo, openCoin, openTicket, rowOf, statusLine } from '../support/screens.ts'
import { type SourceServers, startSources } from '../support/source-servers.ts'

let sources: SourceServers

test.beforeEach(async () => {
  sources = await startSources()
})
test.afterEach(() => sources.close())

test('no source is asked before the answer; then every price is real, and says whose it is', async ({ openApp }) => {
  const { page } = await openApp({ firstStart: true, dataHosts: sources.hosts })
  const row = rowOf(page, 'peaq')
  await expect(row).toContainText('simulated')
  expect(sources.asked).toEqual([])
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('banner')).toContainText('Live prices on')
  await expect(row).toContainText('0.2005', { timeout: 30_000 })
  await expect(row).not.toContainText('simulated')
  // None that needs a key is asked.
  const keyed = ['coingecko', 'token-metrics', 'cryptorank']
  expect(sources.asked.filter((source) => keyed.includes(source))).toEqual([])

  const panel = await openCoin(page, 'peaq')
  await expect(panel).toContainText('Simulated on practice:')
  const bySource = panel.getByRole('region', { name: 'Prices by source' })
  await expect(bySource.getByText('counts', { exact: true })).toBeVisible()
  await bySource.getByText('Which price counts').click()
  await expect(bySource).toContainText('Prices from the last 15 minutes come before older ones.')
  await page.keyboard.press('Escape')
  const ticket = await openTicket(page, 'peaq')
  await expect(ticket).toContainText('simulated')
  await expect(ticket).toContainText(/Live price\s*0\.2005/)
})

test('a source that falls silent says so, and its last price stays', async ({ openApp }) => {
  const app = await openApp({ dataHosts: sources.hosts })
  await askDesktop(app.page, 'sources.save', { source: 'binance', enabled: true })
  const row = rowOf(app.page, 'peaq')
  await expect(row).toContainText('0.2005', { timeout: 30_000 })
  sources.isSilent = true
  await askDesktop(app.page, 'sources.refresh', { source: 'binance' })
  await expect(app.page.getByRole('banner')).toContainText('Live prices offline')
  await expect(row).toContainText('0.2005')
  await app.restart()
  await expect(rowOf(app.page, 'peaq')).toContainText('0.2005')
})

test('an alert that comes true is said in the window once, stands in the history, and is snoozed and dismissed', async ({
  openApp,
}) => {
  const app = await openApp({ dataHosts: sources.hosts })
  const { page } = app
  // It tells no time of its price, so that is as old as its answer; the others' answers are of the day that they were written.
  await askDesktop(page, 'sources.save', { source: 'kraken', enabled: true })
  await expect(rowOf(page, 'peaq')).toContainText('0.2005', { timeout: 30_000 })
  await askDesktop(page, 'alerts.save', { kind: 'price-above', coinId: 'peaq', price: '0.1' })
  await expect(statusLine(page)).toContainText('Price alert. peaq is at 0.2005, above 0.1 (', { timeout: 40_000 })
  await goTo(page, 'Listings')
  await page.getByRole('tab', { name: 'Notifications' }).click()
  const told = page.locator('.told-line')
  await expect(told).toHaveCount(1)
  await told.getByRole('button', { name: /^Snooze 1 h/ }).click()
  await expect(told).toContainText('Snoozed until')
  await told.getByRole('button', { name: /^Dismiss/ }).click()
  await expect(told).toContainText('Dismissed')
  await expect(told.getByRole('button', { name: /^Snooze/ })).toHaveCount(0)
  await app.restart()
  await goTo(app.page, 'Listings')
  await app.page.getByRole('tab', { name: 'Notifications' }).click()
  await expect(app.page.locator('.told-line')).toHaveCount(1)
  expect((await askDesktop(app.page, 'alerts.list', {})).map(({ isOn }) => isOn)).toEqual([false])
})
