// Asks about links: all that are drawn in one moment together, each once.

import type { LinkVerdict } from '../../../shared/links/links.ts'
import { call } from '../../api.ts'
import { reportFailure } from '../report.ts'
import { linkKey, useLinks } from './links-store.ts'

/** As many as one question takes. */
const AT_ONCE = 50
/** Longer than any address is. */
const MOST_LETTERS = 4_000

const wanted = new Map<string, Set<string>>()
const asked = new Set<string>()

/** Learns what is to be known of a link before anybody goes there. A failure leaves it unknown, and it is asked again. */
export function askAbout(coinId: string | null, link: string): void {
  const key = linkKey(coinId, link)
  if (asked.has(key) || plain(link) === '' || link.length > MOST_LETTERS) return
  asked.add(key)
  const isFirst = wanted.size === 0
  const links = wanted.get(coinId ?? '') ?? new Set()
  wanted.set(coinId ?? '', links.add(link))
  if (isFirst) queueMicrotask(() => void askAll())
}

/** An official site is another one now: what was said before may be wrong. */
export function forgetLinks(): void {
  asked.clear()
  useLinks.getState().forget()
}

/** Has the shell show the address and open it where the trader agrees; the page can neither answer nor open anything. */
export async function openLink(coinId: string, link: string): Promise<void> {
  try {
    await call('links.open', { coinId, link })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

async function askAll(): Promise<void> {
  const batches = [...wanted]
  wanted.clear()
  await Promise.all(batches.map(([coinId, links]) => ask(coinId === '' ? null : coinId, [...links])))
}

async function ask(coinId: string | null, links: string[]): Promise<void> {
  for (let from = 0; from < links.length; from += AT_ONCE) {
    const some = links.slice(from, from + AT_ONCE)
    try {
      const verdicts = await call('links.check', { links: some.map(plain), ...(coinId !== null && { coinId }) })
      const told = some.map((link, at) => [linkKey(coinId, link), withHidden(link, verdicts[at])] as const)
      useLinks.getState().put(Object.fromEntries(told.flatMap(([key, is]) => (is === null ? [] : [[key, is]]))))
    } catch {
      // The link stays text without a word about it.
      for (const link of some) asked.delete(linkKey(coinId, link))
    }
  }
}

/** What the desk takes as one line: without line breaks and characters that nobody sees. */
const plain = (link: string): string => link.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()

/** A link that held such characters is no honest one, whatever is left of it. */
function withHidden(link: string, verdict: LinkVerdict | undefined): LinkVerdict | null {
  if (verdict === undefined) return null
  if (plain(link) === link.trim()) return { ...verdict, link }
  return { ...verdict, link, standing: 'suspect', warnings: ['hidden-characters', ...verdict.warnings] }
}
