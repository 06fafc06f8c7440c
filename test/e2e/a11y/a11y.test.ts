// No screen and no state breaks a rule of axe, in light and in dark, in a narrow and in a wide window.

import { expect, type Page } from 'playwright/test'
import { shareApp, test } from '../support/open-app.ts'
import { type Findings, runAxe } from './a11y-axe.ts'
import { LEDGER_STATES } from './a11y-ledger-states.ts'
import { LIST_STATES } from './a11y-list-states.ts'
import { MARKET_STATES } from './a11y-market-states.ts'
import { type Stage, stageOf } from './a11y-stage.ts'
import { STATES } from './a11y-states.ts'
import { VAULT_STATES } from './a11y-vault-states.ts'

const app = shareApp()
let stage: Stage | null = null

/**
 * What axe leaves to people, and people have looked at: an arrow or a lone digit, text at the edge of what scrolls, the
 * words inside the ring and at the axes of a picture, a tooltip above the page. Their colours are tested on their surfaces in test/styles.
 * Over the first head of a list that is narrowed by a band axe falls over now and then; the states of the watchlist judge that head.
 */
const LOOKED_AT =
  /Sort by No\."\]: Axe encountered an error|non-text characters|at text\[.*an image node|too short to determine|partially obscured|is overlapped by another|_tip_\S+: .*partially overlaps/

function expectNone({ violations, contrastUndecided }: Findings, where: string): void {
  expect(violations, where).toEqual([])
  expect(
    contrastUndecided.filter((line) => !LOOKED_AT.test(line)),
    `${where}: contrast that axe cannot tell`,
  ).toEqual([])
}

async function enter(at: string): Promise<Page> {
  stage ??= stageOf(app.current)
  await stage.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await stage.enter(at)
  // The document comes with the watchlist drawn, whose rows are not those of the screen that is asked for.
  if (!at.startsWith('watchlist')) {
    await expect(stage.page.getByRole('heading', { level: 1, name: new RegExp(`^${at}`, 'i') })).toBeVisible()
  }
  return stage.page
}

/** States of what stands beside the watchlist, whose rows are judged by the states of the watchlist. */
const BESIDE_LIST = /^(coin|own coin|new coin|ticket)/
const rowsIn = (name: string) => (BESIDE_LIST.test(name) ? 'first' : 'all')

for (const { name, at, before, reach, faulty } of [
  ...STATES,
  ...LIST_STATES,
  ...LEDGER_STATES,
  ...MARKET_STATES,
  ...VAULT_STATES,
]) {
  test(`${name}: no rule broken, light or dark`, async () => {
    stage ??= stageOf(app.current)
    if (faulty) app.current.provoke(/./)
    await before?.(stage)
    const page = await enter(at)
    await reach(stage)
    const light = await runAxe(page, 'all', rowsIn(name))
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await runAxe(page, 'colours', rowsIn(name))
    stage.clear()
    expectNone(light, 'light')
    expectNone(dark, 'dark')
    expect(light.passes).toBeGreaterThan(15)
  })
}

/**
 * Lays the bars that stay in sight in the order of the page. axe judges a target by what covers it at one place of the
 * scrollbar; what it cannot see, that everything comes out from under the bars, is asked by `COVERED`.
 */
const LAY_BARS = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.app-header, .app-footer { position: static !important }')
  document.adoptedStyleSheets = [sheet]
})()`

/** Whatever can be pressed and stays under a bar although it was brought into sight, where bars lie over the page. */
const COVERED = `getComputedStyle(document.querySelector('.app-footer')).position !== 'sticky' ? [] : [...document.querySelectorAll('main :is(a[href], button, input:not([aria-hidden="true"]), select, textarea, summary)')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }))
  .filter((one) => {
    one.scrollIntoView({ block: 'nearest' })
    const { top, bottom } = one.getBoundingClientRect()
    const edge = (bar) => document.querySelector(bar).getBoundingClientRect()
    return top < edge('.app-header').bottom || bottom > edge('.app-footer').top
  })
  .map((one) => one.getAttribute('aria-label') ?? one.textContent)`

const ADDRESSES = [
  ...['watchlist', 'watchlist/nillion', 'airdrops', 'portfolio', 'orders'],
  ...['accounts', 'activity', 'notes', 'settings'],
]

for (const [width, height] of [
  [1000, 640],
  [1600, 900],
  [500, 320],
] as const) {
  test(`no rule broken in a window of ${width} by ${height}`, async () => {
    const page = await enter('watchlist')
    await page.setViewportSize({ width, height })
    try {
      for (const screen of ADDRESSES) {
        await enter(screen)
        await expect(page.locator('.screen h1').first()).toBeAttached()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        expect(await page.evaluate(COVERED), `${screen}: stays covered`).toEqual([])
        await page.evaluate(LAY_BARS)
        expectNone(await runAxe(page), screen)
      }
    } finally {
      await page.setViewportSize({ width: 1440, height: 900 })
    }
  })
}

test('what breaks a rule is found', async () => {
  const page = await enter('settings')
  await expect(page.locator('main h1')).toBeAttached()
  await page.evaluate(`(() => {
    for (const name of ['input', 'p', 'button']) document.querySelector('main').append(document.createElement(name))
    const faint = document.querySelector('main > p')
    faint.textContent = 'faint'
    faint.style.color = '#c8c8c8'
  })()`)
  const { violations } = await runAxe(page)
  expect(violations.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['button-name', 'color-contrast', 'label']),
  )
})
