// Tab reaches everything that can be operated, in sight and drawn; and the focus is never lost when what had it goes.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { focused, walkByTab } from './a11y/a11y-probe.ts'
import {
  buy,
  FAILED,
  field,
  hold,
  overLimit,
  press,
  rows,
  type Stage,
  stageOf,
  ticketOf,
  visible,
} from './a11y/a11y-stage.ts'
import { shareApp, test } from './support/open-app.ts'
import { openCoin, statusLine } from './support/screens.ts'

const app = shareApp()
let shared: Stage | null = null

async function at(hash: string): Promise<Stage> {
  shared ??= stageOf(app.current)
  shared.clear()
  await shared.enter(hash)
  return shared
}

const WALKS: [name: string, hash: string, reach: (page: Page) => Promise<unknown>, size?: [number, number]][] = [
  ['watchlist', 'watchlist', rows],
  ['coin and ticket', 'watchlist', (page) => openCoin(page, 'Nillion').then(() => ticketOf(page, 'Nillion'))],
  [
    'coin over its list',
    'watchlist',
    // With what comes into the panel last, so that nothing is added while it is walked through.
    (page) => openCoin(page, 'Nillion').then(() => visible(page.getByText('Which price counts'))),
    [720, 450],
  ],
  ['ticket beside the list', 'watchlist', (page) => ticketOf(page, 'peaq'), [1000, 640]],
  ['ticket in a small window', 'watchlist', (page) => overLimit(page), [500, 320]],
  ['new coin', 'watchlist/new', (page) => visible(field(page, 'Name'))],
  ['airdrops', 'airdrops', (page) => press(page, 'Details of Ola')],
  ['portfolio', 'portfolio', (page) => page.getByText('Edit limits').click()],
  ['orders', 'orders', (page) => press(page, 'Details of buy peaq')],
  ['settings', 'settings', (page) => visible(page.getByText('About this app'))],
]

for (const [name, hash, reach, size] of WALKS) {
  test(`Tab reaches everything, in sight: ${name}`, async () => {
    const { page } = await at(hash)
    if (hash === 'orders' || hash === 'portfolio') {
      await buy(page, 'peaq', '50')
      await hold(page, 'lurk', '3')
    }
    await reach(page)
    const [width, height] = size ?? [1440, 900]
    await page.setViewportSize({ width, height })
    try {
      const { stops, ...wrong } = await walkByTab(page)
      expect(wrong).toEqual({ missed: [], unseen: [], covered: [], pointerOnly: [] })
      expect(stops).toBeGreaterThan(10)
    } finally {
      await page.setViewportSize({ width: 1440, height: 900 })
    }
  })
}

/** Presses Enter on a button as somebody without a mouse does. */
async function enter(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().press('Enter')
}

const STEPS: [name: string, hash: string, act: (stage: Stage) => Promise<unknown>, lands: RegExp][] = [
  [
    'a screen that is left by a digit',
    'orders',
    ({ page }) => enter(page, 'Refresh status').then(() => page.keyboard.press('2')),
    /^MAIN/,
  ],
  [
    'a failure that is tried again',
    'airdrops',
    async (stage) => {
      stage.answer('airdrops.list', FAILED)
      await stage.enter('airdrops')
      await visible(stage.page.getByRole('button', { name: 'Try again' }))
      stage.clear()
      await enter(stage.page, 'Try again')
      await rows(stage.page)
    },
    /^BUTTON/,
  ],
  [
    'a filter that is cleared',
    'watchlist',
    async ({ page }) => {
      await page.getByRole('searchbox').fill('no such coin')
      await enter(page, 'Clear filters')
      await rows(page)
    },
    /^BUTTON/,
  ],
  [
    'a coin that leaves the watched ones',
    'watchlist',
    async ({ page }) => {
      await page.getByRole('checkbox', { name: 'Watched only' }).check()
      await enter(page, 'Watch Nillion')
      await expect(page.getByRole('button', { name: 'Open Nillion' })).toHaveCount(0)
      await askDesktop(page, 'watchlist.set', { coinId: 'nillion', watched: true })
    },
    /^BUTTON Open /,
  ],
  [
    'a holding that is removed',
    'portfolio',
    async ({ page }) => {
      await hold(page, 'lurk', '3')
      await enter(page, 'Remove your holding of Lurk')
      await expect(page.getByRole('button', { name: 'Remove your holding of Lurk' })).toHaveCount(0)
    },
    // The row before it, the head of the table, or the way out of an empty one.
    /^(BUTTON (Unknown|Open|Price|Go to Watchlist)|MAIN)/,
  ],
  [
    'limits that are saved',
    'portfolio',
    async ({ page }) => {
      await page.getByText('Edit limits').click()
      const limit = field(page, 'Limit, %').first()
      await limit.fill((await limit.inputValue()) === '6' ? '5' : '6')
      await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
      await visible(statusLine(page).getByText('Limits saved.'))
    },
    /^BUTTON Save/,
  ],
  [
    'an order that is canceled',
    'orders',
    async ({ page }) => {
      await buy(page, 'parcl', '60', '0.03')
      await enter(page, 'Cancel buy of Parcl')
      await expect(page.getByRole('button', { name: 'Cancel buy of Parcl' })).toHaveCount(0)
    },
    /^BUTTON Details of buy Parcl/,
  ],
  [
    'the side of a ticket',
    'watchlist',
    async ({ page }) => {
      await ticketOf(page, 'peaq')
      await page.getByRole('radio', { name: 'Buy' }).press('ArrowRight')
      await visible(page.getByText('Size and price cleared: they were for a buy.'))
      await expect(page.getByRole('radio', { name: 'Sell' })).toBeFocused()
    },
    /^INPUT/,
  ],
  [
    'a ticket that is placed from its field',
    'watchlist',
    async ({ page }) => {
      await ticketOf(page, 'peaq')
      await field(page, 'Size').press('Enter')
      await visible(page.getByRole('button', { name: 'New ticket' }))
    },
    /^(INPUT|BUTTON)/,
  ],
  [
    'a new ticket after an order',
    'watchlist',
    async ({ page }) => {
      await ticketOf(page, 'peaq')
      await enter(page, /^Place: /)
      await enter(page, 'New ticket')
      await expect(page.getByRole('button', { name: 'New ticket' })).toHaveCount(0)
    },
    /^(INPUT|BUTTON)/,
  ],
  [
    'an override that is recorded',
    'watchlist',
    async ({ page }) => {
      const ticket = await overLimit(page)
      await ticket.getByText('Override the limit for this order').click()
      await field(page, 'Reason').fill('To see it.')
      await field(page, 'Reason').press('Enter')
      await visible(ticket.getByText('Override saved.'))
    },
    /^(INPUT|BUTTON|H2)/,
  ],
  [
    'a message that is dismissed',
    'orders',
    async ({ page }) => {
      await enter(page, 'Refresh status')
      await enter(page, 'Dismiss')
    },
    /^MAIN/,
  ],
  [
    'a coin and its ticket, closed one after the other',
    'watchlist',
    async ({ page }) => {
      await enter(page, 'Open Nillion')
      await page
        .getByRole('region', { name: 'Nillion', exact: true })
        .getByRole('button', { name: 'Ticket for Nillion' })
        .press('Enter')
      await visible(page.getByRole('heading', { name: 'Order ticket: Nillion' }))
      await page.keyboard.press('Escape')
      await focused(page)
      await page.keyboard.press('Escape')
    },
    /^BUTTON Open Nillion/,
  ],
]

for (const [name, hash, act, lands] of STEPS) {
  test(`keeps the focus: ${name}`, async () => {
    const stage = await at(hash)
    await act(stage)
    await expect.poll(() => focused(stage.page)).toMatch(lands)
  })
}

test('keeps the focus: a message that is dismissed while a ticket stands in the screen’s place', async () => {
  const { page } = await at('orders')
  await page.setViewportSize({ width: 500, height: 320 })
  try {
    await enter(page, 'Refresh status')
    await page.keyboard.press('1')
    await ticketOf(page, 'peaq')
    await enter(page, 'Dismiss')
    await expect.poll(() => focused(page)).toMatch(/^H2/)
  } finally {
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})
