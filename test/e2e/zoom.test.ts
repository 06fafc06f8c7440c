// A window at 200% zoom shows everything and does everything; so do wider letters, no motion, and forced colours. Zoom
// makes the page's own pixels larger, so a window of 1440 by 900 at 200% is a page of 720 by 450.

import { expect, type Page } from 'playwright/test'
import { hold, rows, type Stage, stageOf, ticketOf } from './a11y/a11y-stage.ts'
import { shareApp, test } from './support/open-app.ts'
import { buyOf, goTo, openCoin, SCREENS, statusLine } from './support/screens.ts'

const app = shareApp()
let shared: Stage | null = null

async function load(width: number, height: number): Promise<Page> {
  shared ??= stageOf(app.current)
  const { page } = shared
  await page.setViewportSize({ width, height })
  await shared.enter('watchlist')
  await rows(page)
  return page
}

/**
 * Text that is cut off and said nowhere else, and whatever makes the page as a whole scroll sideways. Chromium before 125 knows
 * the option by its second name alone.
 */
const CUT = `(() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) && one.closest('.visually-hidden, [data-tips], [popover]') === null
  const said = (one) => one.closest('[title], [data-tip], [aria-label]:not(table, section, ul, main, nav)') !== null
  const wide = [...document.querySelectorAll('#root *')].filter((one) => {
    if (!seen(one) || said(one) || one.matches('svg *, input, select, textarea')) return false
    const { overflowX, overflowY } = getComputedStyle(one)
    const cutX = /hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1
    const cutY = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1
    return (cutX || cutY) && one.textContent.trim() !== ''
  })
  const sideways = [...document.querySelectorAll('html, body, main, .screen-main, .panel, .panel-body')].filter((one) =>
    seen(one) && one.scrollWidth > one.clientWidth + 1)
  // Only a table scrolls sideways by itself; whatever else reaches over the edge could not be got at.
  const outside = [...document.querySelectorAll('#root :is(p, h1, h2, h3, button, input, select, textarea, label, dd, dt, li)')]
    .filter((one) => seen(one) && one.closest('.data-table tr:not(.unfolded-row), .skip') === null)
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  return [...wide, ...sideways, ...outside].map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 60))
})()`

const cut = (page: Page) => page.evaluate(CUT)

for (const [width, height] of [
  [720, 450],
  [500, 320],
] as const) {
  test(`at 200% zoom, ${width} by ${height}: nothing is cut off, and an order can be placed`, async () => {
    const page = await load(width, height)
    await hold(page, 'nillion', '9000')
    for (const screen of SCREENS) {
      await goTo(page, screen)
      await expect(page.locator('.skeleton')).toHaveCount(0)
      if (screen === 'Airdrops') await page.getByRole('button', { name: 'Details of Ola' }).click()
      if (screen === 'Portfolio') await page.getByText('Edit limits').click()
      expect(await cut(page), screen).toEqual([])
    }
    await goTo(page, 'Watchlist')
    await openCoin(page, 'peaq')
    expect(await cut(page), 'coin').toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('button', { name: 'Open peaq' })).toBeInViewport()
    const ticket = await ticketOf(page, 'peaq')
    await expect(ticket.getByRole('heading', { name: 'Order ticket: peaq' })).toBeInViewport()
    await ticket.getByRole('radio', { name: 'Limit' }).click()
    expect(await cut(page), 'ticket').toEqual([])
    await ticket.getByRole('radio', { name: 'Market' }).click()
    await ticket.getByRole('button', { name: /^Place: Buy/ }).click()
    await expect(statusLine(page)).toContainText(/Bought .* PEAQ at/)
    await expect(page.getByRole('banner').getByText('PRACTICE', { exact: true })).toBeInViewport()
    await expect(page.getByRole('contentinfo').getByText(/^Not investment advice\./)).toBeInViewport()
    await ticket.getByRole('button', { name: 'Close' }).click()
    await expect(buyOf(page, 'peaq')).toBeInViewport()
  })
}

test('wider letters, words and lines cut nothing off', async () => {
  const page = await load(1000, 640)
  // The distances of WCAG 1.4.12. A sheet that is adopted needs no wider policy.
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [sheet]
  })()`)
  for (const screen of SCREENS) {
    await goTo(page, screen)
    await expect(page.locator('.skeleton')).toHaveCount(0)
    expect(await cut(page), screen).toEqual([])
  }
  await goTo(page, 'Watchlist')
  await ticketOf(page, 'peaq')
  expect(await cut(page), 'ticket').toEqual([])
})

test('nothing moves where no motion is wanted', async () => {
  const moving = `(() => {
    const longest = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000)))
    const parts = [...document.querySelectorAll('*')].flatMap((one) => [[one], [one, '::before'], [one, '::after']])
    return parts.filter(([one, part]) => {
      const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one, part)
      return longest(animationDuration) > 1 || longest(transitionDuration) > 1 || scrollBehavior === 'smooth'
    }).map(([one, part]) => one.className + (part ?? '')).concat(document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().duration > 1).map(({ animationName }) => animationName))
  })()`
  const page = await load(1440, 900)
  expect(await page.evaluate(`${moving}.length`), 'with motion').toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const screen of SCREENS) {
    await goTo(page, screen)
    expect(await page.evaluate(moving), screen).toEqual([])
  }
  await goTo(page, 'Watchlist')
  await openCoin(page, 'peaq')
  await ticketOf(page, 'peaq')
  expect(await page.evaluate(moving), 'coin and ticket').toEqual([])
  await page.emulateMedia({ reducedMotion: 'no-preference' })
})

test('what is chosen stays visible in forced colours', async () => {
  const page = await load(1440, 900)
  await page.emulateMedia({ forcedColors: 'active' })
  await goTo(page, 'Settings')
  // Backgrounds and shadows go; so what differs has to differ by a border or an outline.
  const line = `(one) => { const { outlineStyle, outlineWidth, borderTopStyle } = getComputedStyle(one); return [outlineStyle, outlineWidth, borderTopStyle].join() }`
  const [on, off] = (await page.evaluate(`[
    document.querySelector('.segment input:checked + span'), document.querySelector('.segment input:not(:checked) + span'),
  ].map(${line})`)) as string[]
  expect(on).not.toBe(off)
  const [here, elsewhere] = (await page.evaluate(`[
    document.querySelector('.screen-link[aria-current]'), document.querySelector('.screen-link:not([aria-current])'),
  ].map(${line})`)) as string[]
  expect(here).not.toBe(elsewhere)
  await hold(page, 'nillion', '9000')
  await goTo(page, 'Portfolio')
  // At least cash and the coin; what the tests before this one have bought makes more.
  await expect(page.locator('.donut .slice').nth(1)).toBeAttached()
  const colours = `new Set([...document.querySelectorAll('.donut path')].map((one) => getComputedStyle(one).fill)).size`
  expect(await page.evaluate(colours)).toBeGreaterThan(1)
  await page.emulateMedia({ forcedColors: 'none' })
})
