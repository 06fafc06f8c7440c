// Every screen, empty and filled, in windows from narrow to very wide: nothing reaches out of the window, no table has to be scrolled
// sideways, and nothing that scrolls stands in something else that does.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { buy, hold, stageOf } from '../a11y/a11y-stage.ts'
import { test } from '../support/open-app.ts'
import { goTo, SCREENS } from '../support/screens.ts'

const WINDOWS = [
  [900, 700],
  [1280, 800],
  [1600, 900],
  [2200, 1200],
] as const

/** What stands where it should not, each with its words. */
const MISPLACED = `(() => {
  const named = (one) => one.className + ' "' + one.textContent.trim().slice(0, 40) + '"'
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1
  const found = []
  if (document.scrollingElement.scrollWidth > innerWidth) found.push('the page is wider than the window')
  for (const one of document.querySelectorAll('.app *')) {
    if (!one.checkVisibility({ visibilityProperty: true })) continue
    const { overflowX } = getComputedStyle(one)
    if (/auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) found.push('has to be scrolled sideways: ' + named(one))
    if (one.closest('.app-header') !== null && one.getBoundingClientRect().right > innerWidth) found.push('cut: ' + named(one))
    if (!scrolls(one)) continue
    for (let around = one.parentElement; around !== null; around = around.parentElement) {
      if (scrolls(around)) found.push('scrolls in ' + named(around) + ': ' + named(one))
    }
  }
  return found
})()`

async function expectPlaced(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(MISPLACED), where).toEqual([])
}

async function fill(page: Page): Promise<void> {
  const markets = await askDesktop(page, 'markets.list', { accountId: 'practice' })
  const coins = [...new Set(markets.filter(({ stage }) => stage === 'trading').map(({ coinId }) => coinId))]
  for (const [at, coinId] of coins.entries()) await buy(page, coinId, String(50 + 37 * at))
  // One that stays open, with the button that cancels it.
  await buy(page, 'peaq', '50', '0.1')
  await hold(page, 'ola', '1200.5')
  await askDesktop(page, 'airdrops.save', { coinId: 'ola', deadline: '2026-12-24' })
  await askDesktop(page, 'airdropTasks.save', { coinId: 'ola', title: 'Bridge to the testnet', period: 'week' })
  await askDesktop(page, 'notes.save', { coinId: 'ola', text: '# Plan\n- wait' })
}

for (const filled of [false, true]) {
  test(`${filled ? 'filled' : 'empty'} screens fit windows from 900 to 2200 pixels`, async ({ openApp }) => {
    const { page } = await openApp()
    await expect(page.locator('tr[data-row]').first()).toBeVisible()
    if (filled) await fill(page)
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height })
      for (const screen of SCREENS) {
        await goTo(page, screen)
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await expectPlaced(page, `${screen}, ${width} pixels`)
      }
    }
  })
}

test('the header is whole with a long account, a locked vault and paused orders, whatever the width', async ({
  openApp,
}) => {
  const app = await openApp()
  const { page } = app
  const stage = stageOf(app)
  const [practice] = await askDesktop(page, 'accounts.list', {})
  const label = 'Main account at Binance for the long run'
  stage.answer('accounts.list', async () => ({
    ok: true,
    value: [practice, { ...practice, accountId: 'other', label, venue: 'binance', environment: 'live' }],
  }))
  stage.answer('vault.status', async (real) => {
    const result = await real()
    return result.ok ? { ok: true, value: { ...(result.value as object), state: 'locked' } } : result
  })
  await askDesktop(page, 'orders.halt', {})
  await page.reload()
  await expect(page.getByText('Vault locked')).toBeVisible()
  await expect(page.getByText('New orders paused on all accounts')).toBeVisible()
  // As it is told of accounts whose exchange does not answer, which the backend itself knows better here.
  await page.evaluate(`(() => {
    const silent = document.createElement('span')
    silent.className = 'others-offline'
    silent.textContent = 'No answer for ${label}, ${label}'
    document.querySelector('.connection').append(silent)
  })()`)
  for (let width = 680; width <= 1700; width += 60) {
    await page.setViewportSize({ width, height: 700 })
    await expectPlaced(page, `${width} pixels`)
    const parts = page.locator('.app-header :is(.mode-word, .account-choice, .badge, .connection, .text-button)')
    const boxes = (await Promise.all((await parts.all()).map((part) => part.boundingBox()))).flatMap((box) => box ?? [])
    expect(boxes.length).toBe(6)
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart = one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1
        const lines = one.y + one.height <= other.y + 1 || other.y + other.height <= one.y + 1
        expect(apart || lines, `${width} pixels: ${JSON.stringify([one, other])}`).toBe(true)
      }
    }
  }
})
