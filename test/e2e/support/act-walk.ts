// A random walk through everything that can be done in the window: whatever can be seen is pressed, typed into and left, by
// mouse and by keys, at any size. After each act the console is silent, no policy is broken and the focus is somewhere.

import { strict as assert } from 'node:assert'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright/test'
import { ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { openHeadlessApp } from '../../../scripts/driver/headless-app.ts'
import { randomOf } from '../../support/hostile/seed.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'

export interface ActReport {
  acts: number
  /** How often each kind of act was done. */
  counts: Record<string, number>
  /** What the page held after its unused memory was collected, from a fifth of the walk on: megabytes, and elements. */
  held: { megabytes: number; elements: number }[]
}

/**
 * Runs in the page. A broken policy becomes a console error, also where the browser itself says nothing. A press is judged by what
 * it has met: the page may have moved since it was looked at.
 */
const IN_PAGE = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('policy broken:', event.effectiveDirective, event.blockedURI))
document.addEventListener('mousedown', ({ target }) => {
  globalThis.pressedWhatTakesFocus = target instanceof Element && target.closest('a[href], button:not(:disabled), summary') !== null
}, true)`

/** Runs in the page: what can be pressed or typed into and is not covered, as a person sees it. */
const TARGETS = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="option"], [role="tab"], tr[data-row]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0)
  .map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    const at = { x: x + width / 2, y: y + Math.min(height / 2, 14) }
    const top = document.elementFromPoint(at.x, at.y)
    const isText = one.matches('textarea, input:not([type]), input:is([type="text"], [type="search"], [type="password"], [type="date"])')
    const said = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() || one.labels?.[0]?.textContent || one.id
    const isHit = top !== null && (one.contains(top) || top.closest('label')?.control === one)
    return { ...at, isText, isHit, name: [one.tagName, one.getAttribute('role') ?? one.type ?? '', said.slice(0, 40)].join(' ') }
  })
  .filter(({ isHit }) => isHit)`

interface Target {
  x: number
  y: number
  isText: boolean
  name: string
}

const HAS_FOCUS = 'document.activeElement !== null && document.activeElement !== document.body'
const SETTLED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))'
/** A question that is answered, or a part that is loaded, gives the focus back a moment later. */
const COMES_TO_FOCUS = `new Promise((done) => {
  const last = performance.now() + 5_000
  const look = () => {
    if (${HAS_FOCUS} || performance.now() > last) done(${HAS_FOCUS})
    else requestAnimationFrame(look)
  }
  look()
})`

const KEYS = [
  'Tab',
  'Shift+Tab',
  'Escape',
  'Enter',
  'Space',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
]
const SHORTCUTS = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '/',
  '?',
  'b',
  's',
  'w',
  'Control+l',
  'Control+k',
  'Control+z',
]
const SCREENS = ['watchlist', 'watchlist/new', 'airdrops', 'portfolio', 'orders', 'accounts', 'activity', 'settings']
const SIZES = [
  [1440, 900],
  [900, 640],
  [1000, 640],
  [2200, 1200],
  [500, 320],
] as const
const TEXTS = [
  '12',
  '0.5',
  '1,000.25',
  '-1',
  '1e9',
  'peaq',
  '',
  '  ',
  '<img src=x onerror=alert(1)>',
  '\u202Eabc',
  '=1+1',
  'ÄÖÜ 漢字',
  '9'.repeat(60),
]
/** These leave the page, or wait for a dialog of the system. */
const LEFT_ALONE = /quit|close the window/i
/** Less than this is the difference between two collections. */
const SLACK_MB = 12

class Walk {
  readonly counts: Record<string, number> = {}
  readonly held: ActReport['held'] = []
  private readonly page: Page
  private readonly random: () => number
  private last: string[] = []

  constructor(page: Page, random: () => number) {
    this.page = page
    this.random = random
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T
  }

  private done(kind: string, detail: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
    this.last = [...this.last, `${kind} ${detail}`].slice(-5)
  }

  /** What was done last, for the words of a failure. */
  get lastAct(): string {
    return this.last.join(' | ')
  }

  private async targets(): Promise<Target[]> {
    const all = (await this.page.evaluate(TARGETS)) as Target[]
    return all.filter(({ name }) => !LEFT_ALONE.test(name))
  }

  private async press(): Promise<boolean> {
    const all = await this.targets()
    if (all.length === 0) return false
    const target = this.pick(all)
    this.done(target.isText ? 'type' : 'press', target.name)
    await this.page.evaluate('globalThis.pressedWhatTakesFocus = false')
    await this.page.mouse.click(target.x, target.y)
    if (!target.isText) return (await this.page.evaluate('globalThis.pressedWhatTakesFocus')) === true
    if (this.random() < 0.5) await this.page.keyboard.press('Control+a')
    await this.page.keyboard.insertText(this.pick(TEXTS))
    if (this.random() < 0.3) await this.page.keyboard.press('Enter')
    return false
  }

  /** One act; answers whether it must leave the focus on something. */
  private async act(): Promise<boolean> {
    const roll = this.random()
    if (roll < 0.6) return this.press()
    if (roll < 0.8) {
      const key = this.pick(KEYS)
      this.done('key', key)
      const had = await this.page.evaluate(HAS_FOCUS)
      await this.page.keyboard.press(key)
      // After the last of its stops Tab leaves the page for the window around it.
      return had === true && !key.endsWith('Tab')
    }
    if (roll < 0.87) {
      const key = this.pick(SHORTCUTS)
      this.done('shortcut', key)
      await this.page.keyboard.press(key)
    } else if (roll < 0.93) {
      const screen = this.pick(SCREENS)
      this.done('screen', screen)
      await this.page.evaluate(`location.hash = '#/${screen}'`)
    } else if (roll < 0.96) {
      const [width, height] = this.pick(SIZES)
      this.done('size', `${width} by ${height}`)
      await this.page.setViewportSize({ width, height })
    } else if (roll < 0.98) {
      this.done('wheel', '')
      await this.page.mouse.wheel(0, this.random() * 2_000 - 1_000)
    } else if (roll < 0.995) {
      const colorScheme = this.pick(['light', 'dark'] as const)
      this.done('colours', colorScheme)
      await this.page.emulateMedia({ colorScheme, reducedMotion: this.pick(['reduce', 'no-preference'] as const) })
    } else {
      this.done('reload', '')
      await this.page.reload()
    }
    return false
  }

  async step(): Promise<void> {
    const keepsFocus = await this.act()
    await this.page.evaluate(SETTLED)
    if (keepsFocus) assert.equal(await this.page.evaluate(COMES_TO_FOCUS), true, 'the focus is lost')
  }

  async measure(session: CDPSession): Promise<void> {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes } = await session.send('Memory.getDOMCounters')
    this.held.push({ megabytes: usedSize / 1024 / 1024, elements: nodes })
  }
}

/**
 * Does so many acts in a window of its own on a fresh practice profile.
 * @throws AssertionError naming the act after which something was wrong
 */
export async function walkActs(seed: number, acts: number): Promise<ActReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prelist-acts-'))
  const wrong: string[] = []
  const app = await openHeadlessApp({
    dataDir,
    secretStore: memoryStore(),
    kdf: KDF_FLOOR,
    pageScript: IN_PAGE,
  })
  try {
    const { page } = app
    page.setDefaultTimeout(10_000)
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
    })
    page.on('pageerror', (error) => wrong.push(error.stack ?? error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${ORIGIN}/`)) wrong.push(`request to ${request.url()}`)
    })
    const session = await page.context().newCDPSession(page)
    const walk = new Walk(page, randomOf(seed))
    const every = Math.max(1, Math.floor(acts / 5))
    for (let at = 1; at <= acts; at += 1) {
      try {
        await walk.step()
      } catch (error) {
        throw new assert.AssertionError({ message: `act ${at}, ${walk.lastAct}: ${String(error)}` })
      }
      assert.deepEqual(wrong, [], `act ${at}, ${walk.lastAct}`)
      if (at % every === 0) await walk.measure(session)
    }
    const { counts, held } = walk
    return { acts, counts, held }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Whether what was held at the end is no more than after the first fifth, beside what the collections differ by. */
export const isFlat = (held: ActReport['held']): boolean => {
  const [first, last] = [held[0], held.at(-1)]
  return first !== undefined && last !== undefined && last.megabytes <= first.megabytes * 1.5 + SLACK_MB
}
