// The same corpus through the fields of research, airdrop work, ledger, listings, alerts, views and targets, in a profile's own file:
// on every screen, in panels, the timeline, the comparison, the filters and the palette. Each is shown as the text that it is.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { type App, openApp as openDirectly, test } from '../support/open-app.ts'
import { visitAll, WATCH } from './xss-page.ts'
import { PAYLOADS } from './xss-payloads.ts'
import { coinIdOf, fitsMarket, marked, plantResearch, RESEARCH_PLACES, seenOn } from './xss-research-profile.ts'

const CLEAN = { unseen: [], made: [], ran: 0, title: 'Prelist' }
/** A table draws all of its rows only while they are fewer than eighty; a criterion more is a line at every coin. */
const BATCH = 45

type Steps = Parameters<typeof visitAll>[0]
const visit = (page: Page, steps: Steps) => page.evaluate(visitAll(steps))
const quiet = async (page: Page) =>
  expect(await page.evaluate('({ ran: __ran, made: __made() })')).toEqual({ ran: 0, made: [] })

/** Presses each of them, one after another. */
const pressAll = (page: Page, selector: string) =>
  page.evaluate(`(async () => {
    for (const one of document.querySelectorAll(${JSON.stringify(selector)})) {
      one.click()
      await new Promise(requestAnimationFrame)
    }
  })()`)

async function seeCoins(page: Page, texts: readonly string[]): Promise<void> {
  const steps = texts.map((text, at) => ({ open: `#/watchlist/${coinIdOf(at)}`, texts: seenOn('coin', text) }))
  expect(await visit(page, steps)).toEqual(CLEAN)
  await pressAll(page, 'details:not([open]) > summary')
  await quiet(page)
}

async function seeAirdrops(page: Page, texts: readonly string[]): Promise<void> {
  const titles = texts.map((text) => marked(text, 'title'))
  expect(await visit(page, [{ open: '#/airdrops', texts: titles }])).toEqual(CLEAN)
  for (const text of texts) {
    const seen = await page.evaluate(`(async () => {
      const opener = [...document.querySelectorAll('[data-row-opener]')].find((each) => each.textContent.includes(${JSON.stringify(marked(text, 'title').slice(-40))}))
      opener?.click()
      const wanted = ${JSON.stringify(seenOn('task', text).map((each) => each.slice(-40)))}
      await __until(() => wanted.every((each) => __shows(each)))
      return wanted.filter((each) => !__shows(each))
    })()`)
    expect(seen).toEqual([])
    await quiet(page)
  }
}

async function seeList(page: Page, texts: readonly string[]): Promise<void> {
  expect(await visit(page, [{ open: '#/watchlist', texts: ['Marked 0'] }])).toEqual(CLEAN)
  const tool = (name: string) => page.locator('.list-tools').getByRole('button', { name })
  await tool('Views').click()
  expect(await visit(page, [{ open: '#/watchlist', texts: texts.map((text) => marked(text, 'view')) }])).toEqual(CLEAN)
  for (const at of [0, Math.floor(texts.length / 2)]) {
    await page
      .getByRole('button', { name: /^Use view/ })
      .nth(at)
      .click()
    await quiet(page)
  }
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await page.getByRole('searchbox').first().fill('')
  await tool('Columns').click()
  await page.getByRole('checkbox', { name: 'Criteria' }).check()
  expect(await visit(page, [{ open: '#/watchlist', texts: texts.map((text) => marked(text, 'criterion')) }])).toEqual(
    CLEAN,
  )
  await tool('Filters').click()
  await quiet(page)
  await tool('Filters').click()
  await tool('Select').click()
  for (const at of [0, 1, 2, 3]) await page.getByRole('checkbox', { name: `Select Marked ${at}`, exact: true }).check()
  await page.getByRole('region', { name: 'Selected coins' }).getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('table', { name: 'Comparison' }).getByRole('row', { name: /^Criteria/ })).toContainText(
    '~',
  )
  await quiet(page)
}

async function seeRest(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate(`location.hash = '#/portfolio'`)
  for (const [tab, screen] of [
    ['Movements', 'movements'],
    ['Allocation', 'target'],
    ['Results', null],
    ['Import', null],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    const all = screen === null ? [] : texts.flatMap((text) => seenOn(screen, text).slice(0, 1))
    expect(await visit(page, [{ open: '#/portfolio', texts: all }])).toEqual(CLEAN)
  }
  const short = texts.filter(fitsMarket)
  expect(
    await visit(page, [
      { open: '#/listings', texts: short.flatMap((text) => ['plan', 'event'].map((place) => marked(text, place))) },
    ]),
  ).toEqual(CLEAN)
  for (const [tab, all, place] of [
    ['Alerts', texts, 'alert'],
    ['Notifications', short, 'notified'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await visit(page, [{ open: '#/listings', texts: all.map((text) => marked(text, place)) }])).toEqual(CLEAN)
  }
}

async function seeFound(page: Page, texts: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search everything' })
  for (const text of texts) {
    await field.fill(text.replaceAll(/\p{Cc}/gu, ' ').slice(0, 80))
    await page.evaluate('new Promise(requestAnimationFrame)')
    await quiet(page)
  }
  await field.fill('~title')
  await expect(page.getByRole('option', { name: /Task$/ }).first()).toBeVisible()
  await quiet(page)
  await page.keyboard.press('Escape')
}

for (let from = 0; from < PAYLOADS.length; from += BATCH) {
  const texts = PAYLOADS.slice(from, from + BATCH)
  test(`texts ${from + 1} to ${from + texts.length}, in the fields of research and work [R5]`, async () => {
    test.setTimeout(240_000)
    const dataDir = mkdtempSync(join(tmpdir(), 'prelist-xss-'))
    let app: App | null = null
    try {
      await (await openDirectly({ dataDir })).close()
      plantResearch(dataDir, texts)
      app = await openDirectly({ dataDir })
      const { page } = app
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        dialog.dismiss().catch(() => {})
      })
      await page.evaluate(WATCH)
      await seeCoins(page, texts)
      await seeAirdrops(page, texts)
      await seeRest(page, texts)
      await seeFound(page, texts)
      await seeList(page, texts)
      expect(dialogs).toEqual([])
      await app.check()
      console.log(`${texts.length} texts in ${RESEARCH_PLACES} fields each`)
    } finally {
      await app?.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
}
