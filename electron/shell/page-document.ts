// The document of the page: its style sheet in it, and the first screen drawn already, from the answers that the page would ask
// for first. So it is painted before any script runs. Both shells serve this one.

import type { OperationName } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { PageFiles } from './page-files.ts'
import { policyWithStyles } from './security-headers.ts'

/** What the first screen is drawn from; the page finds the same in the document (`renderer/state/first-answers.ts`). */
interface FirstAnswers {
  coins: readonly unknown[] | null
  settings: { theme?: unknown; density?: unknown }
  views: unknown
}

type DrawFirstScreen = (answers: FirstAnswers) => string

export interface DocumentParts {
  pages: PageFiles
  /** The built file that draws the first screen; null where the page draws it by itself. */
  firstScreen: URL | null
  /** Asks the backend in the page's name. */
  ask: (operation: OperationName) => Promise<Result<unknown>>
}

export interface PageDocument {
  /** Begins to draw the next one, while the window is being opened. */
  prepare(): void
  /** The document as it is to be sent, made of the built one. */
  next(built: Buffer): Promise<{ body: Buffer; policy: string }>
}

/** The page draws so many rows whole. Of more it draws those in sight, and what is in sight no shell knows. */
const MOST_ROWS = 79
/** Longer nobody waits: the page can do it all by itself. */
const WITHIN_MS = 1_000

const SHEET = /<link rel="stylesheet"[^>]* href="\.(\/[^"]+\.css)">/g

/** Builds it. It always has a document: what cannot be drawn here the page draws when its script runs. */
export function createPageDocument({ pages, firstScreen, ask }: DocumentParts): PageDocument {
  let loading: Promise<DrawFirstScreen | null> | null = null
  let isLong = false
  const draw = async (): Promise<Drawn | null> => {
    if (firstScreen === null) return null
    loading ??= load(firstScreen)
    const [drawNow, profile] = await Promise.all([loading, ask('profile.status')])
    if (drawNow === null || !isOpen(profile)) return null
    const [coins, settings, views] = await Promise.all([
      isLong ? null : ask('coins.list').then(listOf),
      ask('settings.get'),
      ask('views.list'),
    ])
    isLong ||= coins !== null && coins.length > MOST_ROWS
    if (!settings.ok || !views.ok || (coins === null && !isLong)) return null
    const answers = {
      coins: isLong ? null : coins,
      settings: settings.value as FirstAnswers['settings'],
      views: views.value,
    }
    return { answers, markup: drawNow(answers) }
  }
  const make = () => within(WITHIN_MS, draw()).catch(() => null)
  let prepared: ReturnType<typeof make> | null = null
  return {
    prepare: () => {
      prepared = make()
    },
    next: async (built) => {
      const made = prepared ?? make()
      prepared = null
      return written(built.toString(), pages, await made)
    },
  }
}

interface Drawn {
  answers: FirstAnswers
  markup: string
}

async function load(file: URL): Promise<DrawFirstScreen | null> {
  try {
    const { drawFirstScreen } = (await import(file.href)) as { drawFirstScreen?: unknown }
    return typeof drawFirstScreen === 'function' ? (drawFirstScreen as DrawFirstScreen) : null
  } catch {
    return null
  }
}

function isOpen(profile: Result<unknown>): boolean {
  return (
    profile.ok && typeof profile.value === 'object' && (profile.value as { state?: unknown } | null)?.state === 'open'
  )
}

function listOf(answer: Result<unknown>): readonly unknown[] | null {
  return answer.ok && Array.isArray(answer.value) ? answer.value : null
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

/** The built document with its style sheets in it, and with what was drawn. */
function written(built: string, pages: PageFiles, drawn: Drawn | null): { body: Buffer; policy: string } {
  const sheets: string[] = []
  // A function, because in a text `$&` and the like stand for something.
  const styled = built.replace(SHEET, (link: string, path: string) => {
    const sheet = pages.get(path)?.body.toString()
    // An end tag in it would end the element.
    if (sheet === undefined || sheet.includes('</')) return link
    const inDocument = sheet.replaceAll('url(./', `url(.${path.slice(0, path.lastIndexOf('/') + 1)}`)
    sheets.push(inDocument)
    // Disabled it is not loaded. It stands there for what comes later, which else would load it once more.
    return `<style>${inDocument}</style>${link.replace('<link ', '<link disabled ')}`
  })
  const html = drawn === null ? styled : withScreen(styled, drawn)
  return { body: Buffer.from(html), policy: policyWithStyles(sheets) }
}

const ROOT = '<div id="root"></div>'
const HTML = '<html lang="en">'
/** By its type it is no script that runs. */
const DATA = ['type="application/json"', 'id="first-answers"'].join(' ')

function withScreen(html: string, { answers, markup }: Drawn): string {
  const { theme, density } = answers.settings
  const look = [
    theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '',
    density === 'compact' ? ' data-density="compact"' : '',
  ]
  // With no `<` in it nothing in it can end the element, or begin a comment.
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c')
  return html
    .replace(HTML, () => `<html lang="en"${look.join('')}>`)
    .replace(ROOT, () => `${ROOT.replace('><', () => `>${markup}<`)}<script ${DATA}>${data}</script>`)
}
