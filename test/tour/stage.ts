// What every step of the tour works with: the app that is open, a camera that numbers its pictures, and a voice.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import type { App } from '../e2e/support/open-app.ts'

/** Far longer than any step takes, so that only what never comes ends the tour. */
const PATIENCE_MS = 15_000

export interface Stage {
  readonly page: Page
  /** Saves the window as the next numbered picture and prints what was done. */
  show(picture: string, said: string): Promise<void>
  say(line: string): void
  /** Closes the app and opens the same profile again. */
  restart(): Promise<void>
  practiceOrders(): number
}

/** Ends the tour when a condition does not hold; the message is for the person who ran it. */
export function must(condition: boolean, otherwise: string): void {
  expect(condition, otherwise).toBe(true)
}

/** Waits until it can be seen. */
export async function seen(locator: Locator, what: string): Promise<void> {
  await expect(locator.first(), `${what} did not appear.`).toBeVisible({ timeout: PATIENCE_MS })
}

/** A stage over an app on an empty profile. `folder` is emptied and then holds the pictures. */
export function stageOf(app: App, folder: string): Stage {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let pictures = 0
  return {
    get page() {
      return app.page
    },
    show: async (picture, said) => {
      pictures += 1
      const file = `${String(pictures).padStart(2, '0')}-${picture}.png`
      // Out of the way: the picture is of the app, not of a tooltip.
      await app.page.mouse.move(0, 0)
      await app.page.screenshot({ path: join(folder, file), animations: 'disabled' })
      console.log(`${said} [${file}]`)
    },
    say: (line) => console.log(line),
    restart: () => app.restart(),
    practiceOrders: () => app.practiceOrders(),
  }
}
