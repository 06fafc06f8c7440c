// Choosing in a list that opens, as a trader does it: press it, press the word.

import type { Locator, Page } from 'playwright'

/** Chooses the option of this name; the list is closed again afterwards. */
export async function choose(list: Locator, option: string | RegExp): Promise<void> {
  await list.click()
  const choice = list
    .page()
    .getByRole('option', typeof option === 'string' ? { name: option, exact: true } : { name: option })
  await choice.click()
  await choice.waitFor({ state: 'hidden' })
}

/** Changes the account of the window, by its label. */
export function chooseAccount(page: Page, label: string): Promise<void> {
  return choose(page.getByRole('combobox', { name: 'Account' }), new RegExp(`^${label} ·`))
}
