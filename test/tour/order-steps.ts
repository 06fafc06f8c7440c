// The second half of the tour: one click, one order; a limit that holds; and everything still there after a restart.

import { askDesktop } from '../../scripts/driver/desktop.ts'
import { goTo, openCoin } from './research-steps.ts'
import { must, type Stage, seen } from './stage.ts'

const ordersOf = (stage: Stage) => askDesktop(stage.page, 'orders.list', {})

async function buyWithOneClick(stage: Stage, name: string, ticker: string): Promise<void> {
  const { page } = stage
  const before = stage.practiceOrders()
  await goTo(stage, 'Watchlist')
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: `Buy 50 USDT of ${name}` })
    .click()
  await seen(
    page.getByRole('status').filter({ hasText: new RegExp(`Bought .* ${ticker} at`) }),
    `The word that ${name} was bought`,
  )
  must(stage.practiceOrders() === before + 1, `One click on ${name} did not make exactly one order.`)
}

async function repeatTheKey(stage: Stage): Promise<void> {
  const [first] = await ordersOf(stage)
  if (first === undefined) return must(false, 'The app’s own ledger is empty.')
  const { intentId, type, size } = first
  const again = await askDesktop(stage.page, 'orders.submit', { intentId, type, size })
  must(again.intentId === intentId && again.status === first.status, 'The same key did not give the stored order.')
  must(stage.practiceOrders() === 1, `The same key made a second order: the exchange holds ${stage.practiceOrders()}.`)
  stage.say(`Submitted the same key again: the stored order came back, and the exchange still holds 1 order.`)
}

async function meetALimit(stage: Stage): Promise<void> {
  const { page } = stage
  const before = stage.practiceOrders()
  await openCoin(stage, 'Movement Labs')
  await page.getByRole('region', { name: 'Movement Labs', exact: true }).getByText('Ticket…').click()
  const ticket = page.getByRole('region', { name: 'Order ticket: Movement Labs' })
  await ticket.getByLabel('Size', { exact: true }).fill('600')
  await seen(ticket.getByText(/Over the project limit: (5\.9|6\.0)\d%, limit 5%/), 'The broken limit in the ticket')
  await stage.show(
    'ticket',
    'Wrote a ticket for 600 USDT: it shows price, fee, total, share, and the limit it would break.',
  )
  // It is disabled, and says why when it is pressed all the same.
  await ticket.getByRole('button', { name: /^Place: Buy 600/ }).click({ force: true })
  await seen(page.getByRole('status').filter({ hasText: 'Over your limit' }), 'The refusal of the order')
  must(stage.practiceOrders() === before, 'An order over the limit was sent.')
  await ticket.getByRole('button', { name: 'Close' }).click()
  stage.say('Tried to place it: refused, nothing was sent.')
}

async function comeBack(stage: Stage): Promise<void> {
  const before = await ordersOf(stage)
  await stage.restart()
  const { page } = stage
  await openCoin(stage, 'peaq')
  const progress = await page.getByRole('combobox', { name: 'Airdrop progress' }).innerText()
  must(progress === 'In progress', 'The airdrop progress was lost over the restart.')
  must((await ordersOf(stage)).length === before.length, 'The ledger is not what it was before the restart.')
  await goTo(stage, 'Orders')
  await page.getByRole('button', { name: 'Details of buy peaq' }).click()
  await seen(page.getByText('Attempt 1: accepted'), 'What was written down about the order')
  await stage.show(
    'orders',
    'Restarted on the same profile and looked at the ledger: orders, note and progress are there.',
  )
}

async function changeTheLook(stage: Stage): Promise<void> {
  const { page } = stage
  await goTo(stage, 'Settings')
  await stage.show('settings', 'Looked at the settings.')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.locator('html[data-theme="dark"]').waitFor({ timeout: 5_000 })
  await goTo(stage, 'Portfolio')
  await seen(page.getByRole('table', { name: 'Holdings' }), 'The holdings')
  await stage.show('portfolio-dark', 'Chose the dark theme and looked at the portfolio again.')
  await openCoin(stage, 'peaq')
  await seen(page.locator('.trade-box time'), 'The price of peaq')
  await stage.show('coin-dark', 'Opened peaq again in the dark.')
}

/** The steps in their order. */
export async function order(stage: Stage): Promise<void> {
  await buyWithOneClick(stage, 'peaq', 'PEAQ')
  await stage.show('one-click', 'Bought peaq for 50 USDT on practice with one click: filled.')
  await repeatTheKey(stage)
  await buyWithOneClick(stage, 'Nillion', 'NIL')
  await buyWithOneClick(stage, 'Parcl', 'PRCL')
  await buyWithOneClick(stage, 'Dolomite', 'DOLO')
  stage.say('Bought Nillion, Parcl and Dolomite with one click each.')
  await meetALimit(stage)
  await goTo(stage, 'Portfolio')
  await seen(stage.page.getByRole('table', { name: 'Holdings' }).getByText('Dolomite'), 'The holdings')
  await stage.show('portfolio', 'Looked at the portfolio: shares against the limits of 5% and 1%.')
  await comeBack(stage)
  await changeTheLook(stage)
}
