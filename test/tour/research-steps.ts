// The first half of the tour: what a trader does before he trades. Reads, screens, opens a coin, notes his airdrop work.

import { choose } from '../e2e/support/choose.ts'
import { must, type Stage, seen } from './stage.ts'

/** Goes to a screen by the rail. */
export async function goTo({ page }: Stage, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click()
  await seen(page.getByRole('heading', { level: 1, name: screen }), `The screen ${screen}`)
}

/** Opens a coin beside the watchlist. */
export async function openCoin(stage: Stage, name: string): Promise<void> {
  await goTo(stage, 'Watchlist')
  await stage.page.getByRole('button', { name: `Open ${name}`, exact: true }).click()
  await seen(stage.page.getByRole('heading', { level: 2, name, exact: true }), `The detail of ${name}`)
  await seen(stage.page.getByRole('region', { name: 'Found later' }), `What was found later about ${name}`)
}

async function browse(stage: Stage): Promise<void> {
  const { page } = stage
  const rows = page.getByRole('table', { name: 'Coins' }).locator('tr[data-row]')
  await seen(rows, 'The watchlist')
  await seen(rows.locator('.col-price time'), 'A practice price')
  must((await rows.count()) === 14, `The watchlist has ${await rows.count()} coins and should have 14.`)
  await stage.show(
    'watchlist',
    'Looked at the watchlist: 14 researched coins, each claim dated, prices of the practice exchange.',
  )
}

async function screenByTech(stage: Stage): Promise<void> {
  const choice = stage.page.getByRole('checkbox', { name: 'Screen by tech score' })
  await choice.check()
  await seen(stage.page.getByText('11 pass · 0 fail · 3 unknown'), 'The count of the screen by tech score')
  await stage.show(
    'tech-75',
    'Screened for a tech score of 75 or more: 11 pass, 0 fail, 3 unknown, because they have none.',
  )
  await choice.uncheck()
}

async function workOnAirdrop(stage: Stage): Promise<void> {
  const { page } = stage
  await openCoin(stage, 'peaq')
  await choose(page.getByRole('combobox', { name: 'Airdrop progress' }), 'In progress')
  await page.getByLabel('Note', { exact: true }).fill('Compare with IoTeX before the next purchase.')
  await page.getByLabel('Tags', { exact: true }).fill('DePIN, first look')
  await page.getByLabel('Tags', { exact: true }).blur()
  await seen(page.getByText('Saved', { exact: true }).nth(1), 'The word that note and tags are saved')
  await stage.show(
    'coin',
    'Opened peaq: published facts, later facts apart from them; set the airdrop progress and wrote a note.',
  )
  await goTo(stage, 'Airdrops')
  const progress = page.getByRole('combobox', { name: 'Progress for peaq' })
  await seen(progress, 'peaq on the airdrop board')
  must((await progress.innerText()) === 'In progress', 'The airdrop board does not show the progress of peaq.')
  await stage.show('airdrops', 'Looked at the airdrop board: what can be checked now comes first, peaq is in progress.')
}

/** The steps in their order. */
export async function research(stage: Stage): Promise<void> {
  await browse(stage)
  await screenByTech(stage)
  await workOnAirdrop(stage)
}
