// What a mark explains is seen by pointer, keyboard and touch, and leaves when it is no longer asked for.

import { expect, type Page } from 'playwright/test'
import { shareApp, test } from './support/open-app.ts'
import { openCoin, rowOf, tip } from './support/screens.ts'

const app = shareApp()

async function watchlist(): Promise<Page> {
  const { page } = app.current
  await page.goto(page.url().replace(/#.*/, '#/watchlist'))
  await page.reload()
  await expect(rowOf(page, 'Nimble')).toBeVisible()
  await page.mouse.move(0, 0)
  return page
}

/** In the row of a coin without a ticker: no answer of an exchange takes its place. */
const markOf = (page: Page, name: string) => rowOf(page, name).getByRole('button', { name: /No ticker seen/ })

test('pointed at, it is explained; the words themselves can be pointed at, and beside them they leave', async () => {
  const page = await watchlist()
  const mark = markOf(page, 'Nimble')
  await mark.hover()
  await expect(tip(page)).toBeVisible()
  await tip(page).hover()
  await expect(tip(page)).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(tip(page)).toHaveCount(0)
})

test('a pointer on its way over the rows opens nothing', async () => {
  const page = await watchlist()
  await markOf(page, 'Nimble').hover()
  await expect(tip(page)).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(tip(page)).toHaveCount(0)
  await page.evaluate(`globalThis.seenTips = 0; new MutationObserver((all) => {
    globalThis.seenTips += all.flatMap((one) => [...one.addedNodes]).length
  }).observe(document.body, { childList: true })`)
  for (const name of ['Nimble', 'Ola', 'Lurk'])
    await markOf(page, name).dispatchEvent('pointerover', { pointerType: 'mouse' })
  await rowOf(page, 'Ola')
    .getByRole('button', { name: 'Open Ola' })
    .dispatchEvent('pointerover', { pointerType: 'mouse' })
  await expect(tip(page)).toHaveCount(0)
  expect(await page.evaluate('globalThis.seenTips')).toBe(0)
})

test('focused, it is explained; Escape takes the words away, and only then the panel', async () => {
  const page = await watchlist()
  const panel = await openCoin(page, 'ReadyGG')
  const mark = panel.getByRole('button', { name: /^Unknown/ }).first()
  await page.keyboard.press('Tab')
  await mark.focus()
  await expect(tip(page)).toHaveText((await mark.getAttribute('data-tip')) ?? '')
  await page.keyboard.press('Escape')
  await expect(tip(page)).toHaveCount(0)
  await expect(mark).toBeFocused()
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('touched, it is explained until something else is touched', async () => {
  const page = await watchlist()
  const session = await page.context().newCDPSession(page)
  const touch = async (x: number, y: number) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const box = await markOf(page, 'Nimble').boundingBox()
  if (box === null) throw new Error('the mark is not drawn')
  await touch(box.x + box.width / 2, box.y + box.height / 2)
  await expect(tip(page)).toBeVisible()
  await touch(400, 20)
  // Nor does it come back with the focus.
  await expect(tip(page)).toHaveCount(0)
})

test('in forced colours it has an edge', async () => {
  const page = await watchlist()
  await page.emulateMedia({ forcedColors: 'active' })
  await markOf(page, 'Nimble').hover()
  await expect(tip(page)).toBeVisible()
  const [edge, ground] = (await page.evaluate(`(() => {
    const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(document.querySelector('[data-tips]'))
    return [borderTopWidth + borderTopColor, backgroundColor]
  })()`)) as [string, string]
  expect(edge).not.toBe(`1px${ground}`)
  await page.emulateMedia({ forcedColors: null })
})
