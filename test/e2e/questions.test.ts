// A question before something is done: what it keeps from happening, and where the focus is.

import { expect, type Locator, type Page } from 'playwright/test'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { buy } from './a11y/a11y-stage.ts'
import { shareApp, test } from './support/open-app.ts'
import { goTo } from './support/screens.ts'

const app = shareApp()
const NAME = 'Cancel all open on Practice, PRACTICE'

/** Asks about an order that rests, by keyboard. */
async function asked(page: Page): Promise<{ question: Locator; opener: Locator; canceled: () => Promise<number> }> {
  await page.goto(page.url().replace(/#.*/, '#/watchlist'))
  await buy(page, 'parcl', '60', '0.03')
  await goTo(page, 'Orders')
  const opener = page.getByRole('button', { name: NAME })
  await opener.press('Enter')
  const question = page.getByRole('alertdialog', { name: NAME })
  await expect(question).toBeVisible()
  const canceled = async () =>
    (await askDesktop(page, 'orders.list', {})).filter(({ status }) => status === 'canceled').length
  return { question, opener, canceled }
}

test('begins at the harmless answer, keeps Tab inside, and gives the focus back', async () => {
  const { page } = app.current
  const { question, opener, canceled } = await asked(page)
  const [no, yes] = [question.getByRole('button').first(), question.getByRole('button').last()]
  await expect(no).toBeFocused()
  await expect(no).toHaveText('Keep them')
  await page.keyboard.press('Tab')
  await expect(yes).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(no).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(opener).toBeFocused()
  expect(await canceled()).toBe(0)
})

test('neither a shortcut nor a press beside it answers or leaves it', async () => {
  const { page } = app.current
  const { question, canceled } = await asked(page)
  await page.keyboard.press('1')
  await page.keyboard.press('/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything', includeHidden: true })).toHaveCount(0)
  await page.mouse.click(5, 5)
  await page.getByRole('link', { name: 'Watchlist', includeHidden: true }).dispatchEvent('pointerdown')
  await expect(question).toBeVisible()
  expect(page.url()).toMatch(/#\/orders$/)
  await page.keyboard.press('Escape')
  expect(await canceled()).toBe(0)
})

test('is answered once, however often it is pressed', async () => {
  const { page } = app.current
  const { question, canceled } = await asked(page)
  const calls: unknown[] = []
  const { dispatch } = app.current.backend
  app.current.backend.dispatch = (sender, operation, input) => {
    if (operation === 'orders.cancelAll') calls.push(input)
    return dispatch(sender, operation, input)
  }
  await question.getByRole('button').last().dblclick()
  await expect.poll(canceled).toBeGreaterThan(0)
  app.current.backend.dispatch = dispatch
  expect(calls).toHaveLength(1)
  await expect(question).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveCount(1)
})
