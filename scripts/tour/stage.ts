// What every step of the tour works with: the app that is open, a camera that numbers its pictures, and a way to fail.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { type HeadlessApp, openHeadlessApp } from './headless-app.ts'
import { countPracticeOrders, practiceFolder } from './practice-ledger.ts'

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
  close(): Promise<void>
}

/** A step that did not come out as it should; its message is for the person who ran the tour. */
export class TourError extends Error {
  override readonly name = 'TourError'
}

/** Ends the tour when a condition does not hold. */
export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new TourError(otherwise)
}

/** Waits until it can be seen. */
export async function seen(locator: Locator, what: string): Promise<void> {
  await locator
    .first()
    .waitFor({ state: 'visible' })
    .catch(() => {
      throw new TourError(`${what} did not appear.`)
    })
}

/** Opens the app on an empty profile. `folder` is emptied and then holds the pictures. */
export async function openStage(
  options: { dataDir: string; folder: string; browser: string | undefined },
  print: (line: string) => void,
): Promise<Stage> {
  const { dataDir, folder, browser } = options
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const open = async () => {
    const opened = await openHeadlessApp({ dataDir, ...(browser !== undefined && { browser }) })
    opened.page.setDefaultTimeout(PATIENCE_MS)
    return opened
  }
  let app: HeadlessApp = await open()
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
      print(`${said} [${file}]`)
    },
    say: print,
    restart: async () => {
      await app.close()
      app = await open()
    },
    practiceOrders: () => countPracticeOrders(practiceFolder(dataDir)),
    close: () => app.close(),
  }
}
