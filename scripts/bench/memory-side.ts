// One side of the memory benchmark, in a process of its own: opens its window, collects garbage, and waits to be let go.

import type { AppWindow } from '../../electron/shell/chromium/app-window.ts'

/** Long enough for the first prices and the portfolio to have come, milliseconds. */
const SETTLE_MS = 3_000

const [side, dataDir = '', browser = ''] = process.argv.slice(2)

/** Each side loads only what it needs: the baseline must not hold the app's code. */
async function open(): Promise<Pick<AppWindow, 'page' | 'context' | 'close'>> {
  if (side !== 'prelist') return (await import('./empty-page.ts')).openEmptyWindow(browser)
  const app = await (await import('../driver/headless-app.ts')).openHeadlessApp({ dataDir, browser })
  await app.page.locator('tr[data-row]').nth(13).waitFor()
  return app
}

const window = await open()
process.once('disconnect', () => void window.close().then(() => process.exit(0)))
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
const session = await window.context.newCDPSession(window.page)
for (let round = 0; round < 3; round += 1) {
  await session.send('HeapProfiler.collectGarbage')
  globalThis.gc?.()
}
process.send?.('open')
