// The tools of the list and the month of deadlines, one state each, for the rules of axe.

import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { type Stage, visible } from './a11y-stage.ts'
import type { State } from './a11y-states.ts'

const tool = ({ page }: Stage, name: string) =>
  page.locator('.list-tools').getByRole('button', { name, exact: true }).click()

export const LIST_STATES: readonly State[] = [
  {
    name: 'list, filters with one that is asked',
    at: 'watchlist',
    reach: async (stage) => {
      await tool(stage, 'Filters')
      await stage.page.getByRole('checkbox', { name: 'confirmed' }).check()
      await visible(stage.page.getByRole('button', { name: 'Remove filter: Airdrop: confirmed' }))
    },
  },
  {
    name: 'list, columns of one’s own work',
    at: 'watchlist',
    reach: async (stage) => {
      await tool(stage, 'Columns')
      for (const name of ['Note', 'Next deadline', 'Held share'])
        await stage.page.getByRole('checkbox', { name }).check()
      await visible(stage.page.getByRole('button', { name: 'Reset columns' }))
    },
  },
  {
    name: 'list, views',
    at: 'watchlist',
    before: ({ page }) =>
      askDesktop(page, 'views.save', {
        name: 'Looked at',
        view: {
          ...{ search: '', screen: null, filters: {}, sorting: [] },
          layout: { visibility: {}, order: [], widths: {} },
        },
      }),
    reach: async (stage) => {
      await tool(stage, 'Views')
      await visible(stage.page.getByRole('button', { name: 'Use view Looked at' }))
    },
  },
  {
    name: 'list, rows chosen and compared',
    at: 'watchlist',
    reach: async (stage) => {
      const { page } = stage
      await tool(stage, 'Select')
      for (const name of ['peaq', 'TEN'])
        await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
      await page.getByRole('button', { name: 'Compare' }).click()
      await visible(page.getByRole('table', { name: 'Comparison' }))
    },
  },
  {
    name: 'list, files',
    at: 'watchlist',
    reach: async (stage) => {
      await tool(stage, 'CSV')
      await visible(stage.page.getByRole('button', { name: 'Import CSV' }))
    },
  },
  {
    name: 'airdrops, the month',
    at: 'airdrops',
    before: ({ page }) => askDesktop(page, 'airdrops.save', { coinId: 'ola', deadline: new Date().toISOString() }),
    reach: async ({ page }) => {
      await page.getByText('Month', { exact: true }).click()
      await visible(page.getByRole('button', { name: /, 1 due$/ }))
    },
  },
]
