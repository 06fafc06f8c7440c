// Without any network, and without the practice exchange: the research is whole, every screen can be used, and what
// needs the exchange says what is missing and what helps.

import { createServer } from 'node:net'
import { expect } from 'playwright/test'
import { systemClock } from '../../electron/adapters/system-clock.ts'
import { askDesktop, callDesktop } from '../../scripts/driver/desktop.ts'
import { choose } from './support/choose.ts'
import { test } from './support/open-app.ts'
import { startPracticeProcess } from './support/practice-process.ts'
import { armed, buyOf, goTo, openCoin, rowOf, SCREENS, statusLine } from './support/screens.ts'

/** A port on which nobody listens: it was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  await new Promise((resolve) => server.close(resolve))
  return address.port
}

test('from the first start on, every screen is of use and nothing leaves the machine', async ({ openApp }) => {
  const app = await openApp({ venueHosts: { practice: `http://127.0.0.1:${await closedPort()}` } })
  const { page } = app
  await expect(page.getByRole('table', { name: 'Coins' }).locator('tr[data-row]')).toHaveCount(14)
  await expect(page.getByRole('banner')).toContainText('No answer from the exchange')
  await expect(rowOf(page, 'peaq').getByRole('button', { name: /^Unknown\. No price on this account/ })).toBeVisible()

  const panel = await openCoin(page, 'Nillion')
  await panel.getByRole('textbox', { name: 'Note' }).fill('Written without a network.')
  for (const screen of SCREENS) {
    await goTo(page, screen)
    await expect(page.getByRole('main')).not.toHaveText('')
    await expect(page.locator('.skeleton')).toHaveCount(0)
  }
  await goTo(page, 'Airdrops')
  await choose(page.getByRole('combobox', { name: 'Progress for Ola' }), 'Skipped')
  await goTo(page, 'Portfolio')
  await choose(page.getByRole('combobox', { name: 'Coin' }), 'Lurk')
  await page.getByRole('textbox', { name: 'Amount of the coin' }).fill('12.5')
  await page.getByRole('button', { name: 'Save holding' }).click()
  await expect(page.getByRole('table', { name: 'Holdings' })).toContainText('Lurk')
  await expect(page.getByText('Not counted: no price')).toBeVisible()
  await goTo(page, 'Orders')
  await expect(page.getByText('No orders yet')).toBeVisible()

  await app.restart()
  expect((await askDesktop(app.page, 'coins.get', { coinId: 'nillion' })).note?.text).toBe('Written without a network.')
  const airdrops = await askDesktop(app.page, 'airdrops.list', {})
  expect(airdrops.find(({ coinId }) => coinId === 'ola')?.progress).toBe('skipped')
})

test('an order is refused in words while the exchange was never reached', async ({ openApp }) => {
  const { page } = await openApp({ venueHosts: { practice: `http://127.0.0.1:${await closedPort()}` } })
  await armed(buyOf(page, 'peaq'))
  await buyOf(page, 'peaq').click()
  await expect(statusLine(page)).toContainText('No answer from the exchange')
  expect(await callDesktop(page, 'orders.list', {})).toEqual({ ok: true, value: [] })
  await armed(buyOf(page, 'peaq'))
})

test('the last prices stay on the screens with their age when the exchange falls silent', async ({ openApp }) => {
  const venue = await startPracticeProcess()
  try {
    const { page } = await openApp({ venueHosts: { practice: venue.url } })
    const price = rowOf(page, 'peaq').locator('.col-price')
    await expect(price.locator('time')).toBeVisible()
    const before = await askDesktop(page, 'markets.list', { accountId: 'practice' })
    await venue.stop()
    await expect(page.getByRole('banner')).toContainText('No answer from the exchange')
    await expect(price).toContainText(/\d+ s ago/)
    expect(before.filter((market) => market.price !== null)).toHaveLength(9)
    const after = await askDesktop(page, 'markets.list', { accountId: 'practice' })
    expect(after.filter((market) => market.price !== null)).toHaveLength(9)
    await venue.start()
    await expect(page.getByRole('banner')).toContainText('Connected')
  } finally {
    await venue.remove()
  }
})

test('a price that is no longer fresh says so in a word', async ({ openApp }) => {
  const venue = await startPracticeProcess()
  let ahead = 0
  try {
    const { page } = await openApp({
      venueHosts: { practice: venue.url },
      clock: {
        ...systemClock,
        now: () => Date.now() + ahead,
        monotonic: () => systemClock.monotonic() + ahead,
      },
    })
    const age = rowOf(page, 'peaq').locator('.col-price time')
    await expect(age).toHaveText(/^(just now|\d+ s ago)$/)
    await venue.stop()
    ahead = 120_000
    await expect(age).toHaveText(/^2 min ago \(stale\)$/)
  } finally {
    await venue.remove()
  }
})
