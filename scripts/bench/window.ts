// The window: from opening it to the painted watchlist, against an empty page that is opened by the same function.

import type { Page } from 'playwright'
import { openProfile } from '../../electron/app/profile.ts'
import { openAppPage } from '../driver/headless-app.ts'
import { openEmptyWindow } from './empty-page.ts'
import { alone, compared, type Part } from './measure.ts'
import { paintedScript } from './page-scripts.ts'
import { succeed } from './profile.ts'
import { interleave } from './statistics.ts'

const COINS = 14

interface Opening {
  /** Milliseconds from the call that opens the window to the paint. */
  open: number
  /** The page's own part of it: from its navigation to the paint. */
  page: number
  backend: number
}

const now = () => performance.timeOrigin + performance.now()

declare const painted: Promise<number>

async function timed(start: number, page: Page, backend: number): Promise<Opening> {
  const { end, origin } = await page.evaluate(async () => ({ end: await painted, origin: performance.timeOrigin }))
  return { open: end - start, page: end - origin, backend }
}

async function openPrelist(dataDir: string, browser: string): Promise<Opening> {
  const before = now()
  const backend = await openProfile({ dataDir, shell: 'chromium' })
  const opened = now()
  try {
    // What counts is a later start, after the welcome.
    await succeed(backend, 'settings.save', { welcomed: true, sourcesAsked: true })
    const start = now()
    const pageScript = paintedScript('table[aria-label="Coins"] tr[data-row]', COINS)
    const window = await openAppPage(backend, { browser, pageScript })
    try {
      return await timed(start, window.page, opened - before)
    } finally {
      await window.close()
    }
  } finally {
    await backend.close()
  }
}

async function openEmpty(browser: string): Promise<Opening> {
  const start = now()
  const window = await openEmptyWindow(browser, paintedScript('#painted', 1))
  try {
    return await timed(start, window.page, 0)
  } finally {
    await window.close()
  }
}

/** Measures on the profile in `dataDir`; the warm-up makes it, so that what counts is a later start. */
export async function measureWindow(
  dataDir: string,
  browser: string,
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  const { measured, baseline } = await interleave(
    plan,
    () => openPrelist(dataDir, browser),
    () => openEmpty(browser),
  )
  const of = (side: Opening[], what: keyof Opening) => side.map((opening) => opening[what])
  return {
    measures: [
      compared({
        name: 'window: opening to painted watchlist',
        measured: of(measured, 'open'),
        baseline: of(baseline, 'open'),
        atMost: 1.3,
      }),
      compared({
        name: 'window: the page’s own part, from navigation',
        measured: of(measured, 'page'),
        baseline: of(baseline, 'page'),
        atMost: null,
      }),
      alone('window: backend start before it', of(measured, 'backend')),
    ],
    notes: [
      'window, both sides: launch of the browser, new window, page by interception, first frame with the content painted.',
      'window, Prelist: the watchlist with its 14 rows, the backend open in the same process. Baseline: one paragraph, empty script.',
    ],
  }
}
