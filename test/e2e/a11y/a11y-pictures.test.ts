// Each picture says in text what it draws: the numbers are read off its shapes and looked for in the words beside it.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'
import { buy, hold, rows } from './a11y-stage.ts'

const app = shareApp()

test('every picture is left out for screen readers, because words stand beside it', async () => {
  const { page } = app.current
  await openCoin(page, 'Nillion')
  const pictures = page.locator('svg:visible')
  expect(await pictures.count()).toBeGreaterThan(20)
  await expect(page.locator('svg:not([aria-hidden=true])')).toHaveCount(0)
})

test('the score bar: its length is the number beside it, and its kind is a word', async () => {
  const { page } = app.current
  const scores = (await page.locator('tr .score').evaluateAll((found) =>
    found.map((one) => ({
      drawn: one.querySelector('.bar-fill')?.getAttribute('width'),
      words: one.textContent,
    })),
  )) as { drawn: string; words: string }[]
  expect(scores.length).toBeGreaterThan(8)
  for (const { drawn, words } of scores) expect(words).toMatch(new RegExp(`^${drawn}(tech|fundamental)$`))
})

test('the stage track: the point that is marked is the word beside it', async () => {
  const { page } = app.current
  await openCoin(page, 'Parcl')
  const tracks = (await page.locator('.stage-track').evaluateAll((found) =>
    found.map((one) => ({
      drawn: one.querySelector('.point.current')?.getAttribute('class')?.split(' ').at(-1),
      words: one.textContent,
    })),
  )) as { drawn: string; words: string }[]
  expect(tracks.length).toBeGreaterThan(0)
  for (const { drawn, words } of tracks) expect(words?.startsWith(drawn)).toBe(true)
})

test('the line of prices: lowest and highest are words', async () => {
  const { page } = app.current
  await openCoin(page, 'peaq')
  const figure = page.getByRole('figure')
  await expect(figure).toBeVisible({ timeout: 15_000 })
  await expect(figure).toContainText(/low [\d.]+, high [\d.]+/)
  const points = await figure.locator('polyline').getAttribute('points')
  const heights = (points ?? '').split(' ').map((point) => Number(point.split(',')[1]))
  const [low, high] = (await figure.innerText()).match(/[\d.]+/g)?.map(Number) ?? []
  expect(Math.max(...heights) > Math.min(...heights)).toBe(Number(high) > Number(low))
})

test('the ring and the bars of the allocation: each share and limit is a line of text and a row of the table', async () => {
  const { page } = app.current
  await buy(page, 'peaq', '200')
  await hold(page, 'nillion', '3000')
  await goTo(page, 'Portfolio')
  await rows(page)
  const { holdings } = await askDesktop(page, 'portfolio.get', { environment: 'practice' })
  const legend = page.getByRole('list', { name: 'Allocation as text' }).getByRole('listitem')
  const slices = page.locator('.donut .slice')
  await expect(slices).toHaveCount(holdings.length + 1)
  await expect(legend).toHaveCount(holdings.length + 1)
  const percents = (line: string) => line.match(/[\d.]+%/g) ?? []
  for (const { name } of holdings) {
    const [share, limit] = percents(await legend.filter({ hasText: name }).innerText())
    const row = page.getByRole('table', { name: 'Holdings' }).locator('tr[data-row]').filter({ hasText: name })
    await expect(row).toContainText(limit ?? 'a limit')
    // The price may have moved between the two looks, so the row is held to its own bar.
    const bar = Number(await row.locator('.bar-fill').getAttribute('width'))
    const over = (await row.locator('.bar-over').count()) > 0
    const [said = ''] = percents(await row.locator('.col-share').innerText())
    const expected = (Number.parseFloat(said) / Number.parseFloat(limit ?? '')) * 50
    expect(Math.abs(Math.min(50, expected) - bar)).toBeLessThan(0.5)
    await expect(row).toContainText(over ? 'over limit' : /within limit|near limit/)
    expect(share).toMatch(/^\d+\.\d\d%$/)
  }
  await expect(page.locator('.donut .over-limit')).toHaveCount(await page.locator('.bar-over').count())
})
