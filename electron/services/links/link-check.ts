// Holds a link against the official sites of the trader's coins: by the registrable domain in ASCII, and by the names that it
// passes for. Nothing is asked of anybody, and nothing is opened.

import type { LinkVerdict, LinkWarning, OfficialSite } from '../../../shared/links/links.ts'
import { mixesScripts } from '../../../shared/links/skeleton.ts'
import type { HostParts, HostReader } from '../../ports/research.ts'
import { hasLure, isBait, likenessOf } from './name-likeness.ts'

/** Names that a link may pass for, of a coin. */
export interface KnownCoin {
  coinId: string
  name: string
  sites: readonly OfficialSite[]
}

/** Where anybody gets a page of his own beside those of the suffix list. */
const ANYBODY_HOSTS = new Set([
  ...['sites.google.com', 'docs.google.com', 'forms.gle', 'drive.google.com', 'linktr.ee', 'telegra.ph', 'bio.link'],
  ...['notion.so', 'medium.site', 'beacons.ai', 'gitbook.com', 'wix.com', 'weebly.com', 'tilda.ws', 'ipfs.io'],
  ...['dweb.link', 'cloudflare-ipfs.com', 'storage.googleapis.com', 'typeform.com', 'jotform.com', 'mystrikingly.com'],
])
/** They say nothing of where they lead. */
const SHORTENERS = new Set([
  ...['bit.ly', 'tinyurl.com', 't.co', 'goo.gl', 'is.gd', 'ow.ly', 'cutt.ly', 'rebrand.ly', 'shorturl.at', 'rb.gy'],
  ...['t.ly', 'tiny.cc', 'buff.ly', 's.id', 'v.gd', 'lnkd.in', 'dub.sh', 'qrco.de', 'surl.li', 'bl.ink'],
])

/**
 * Says of a link what is to be known before it is opened. Of the coins that it resembles the first is held beside it, else the one
 * that it stands `at`.
 */
export function checkLink(
  link: string,
  coins: readonly KnownCoin[],
  partsOf: HostReader,
  at: KnownCoin | undefined = coins.length === 1 ? coins[0] : undefined,
): LinkVerdict {
  const url = addressOf(link)
  if (url === null) return { ...NO_ADDRESS, link }
  const host = url.hostname.replace(/\.$/, '')
  const parts = partsOf(host)
  const { shown } = parts
  const asked = { url, host, parts, label: labelShown(parts) }
  const official = coins.flatMap(({ sites }) => sites).find(({ domain }) => domain === parts.domain) ?? null
  const general = generalWarnings(asked)
  const against = official === null ? coins.map((coin) => ({ coin, warnings: warningsOf(asked, coin) })) : []
  const alike = against.find(({ warnings }) => warnings.length > 0)
  // A host that anybody may use is no sign against the one whose address lies there.
  const warnings =
    official === null
      ? [...new Set([...(alike?.warnings ?? []), ...general])]
      : general.filter((warning) => warning !== 'free-host')
  const beside = official ?? alike?.coin.sites[0] ?? at?.sites[0] ?? null
  return {
    link,
    standing: warnings.length > 0 ? 'suspect' : official === null ? 'other' : 'official',
    warnings,
    host,
    shown: shown === host ? null : shown,
    domain: parts.domain,
    official: beside,
  }
}

const NO_ADDRESS: Omit<LinkVerdict, 'link'> = {
  ...{ standing: 'no-address', warnings: [], host: null, shown: null, domain: null, official: null },
}

/** An address of the web; one that was typed without its beginning is read as a browser would. */
function addressOf(link: string): URL | null {
  const typed = link.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.hostname.includes('.') || url.hostname.startsWith('[') ? url : null
}

interface Asked {
  url: URL
  host: string
  parts: HostParts
  /** The label of the domain, as it is read. */
  label: string
}

/** The label in Unicode: as many parts from the end as the domain has in ASCII. */
function labelShown({ domain, label, shown }: HostParts): string {
  if (domain === null) return label
  return shown.split('.').at(-domain.split('.').length) ?? label
}

function generalWarnings({ url, host, parts, label }: Asked): LinkWarning[] {
  const found: [LinkWarning, boolean][] = [
    ['mixed-scripts', mixesScripts(label)],
    ['bait-words', isBait(label)],
    ['free-host', parts.isHosted || ANYBODY_HOSTS.has(host) || ANYBODY_HOSTS.has(parts.domain ?? '')],
    ['shortener', SHORTENERS.has(parts.domain ?? '')],
    ['ip-address', parts.isIp],
    ['user-info', url.username !== '' || url.password !== ''],
    ['not-encrypted', url.protocol === 'http:'],
  ]
  return found.flatMap(([warning, is]) => (is ? [warning] : []))
}

/** In which ways the address passes for this coin's. */
function warningsOf(asked: Asked, { name, sites }: KnownCoin): LinkWarning[] {
  const found = new Set<LinkWarning>()
  for (const site of sites) {
    const own = labelOf(site.domain)
    const likeness = likenessOf(asked.label, own, site.domain === `${own}.${asked.parts.suffix}`)
    if (likeness === 'same') found.add('other-ending')
    else if (likeness !== null) found.add(likeness)
    if (isInFront(asked.parts, own)) found.add('name-in-front')
  }
  // Of the name alone nobody knows the right ending, nor whether a harmless word beside it is the project's own.
  const likeness = likenessOf(asked.label, name.replaceAll(/[^\p{L}\p{N}]+/gu, ''))
  if (likeness === null || likeness === 'same') return [...found]
  if (likeness !== 'added-words' || hasLure(asked.label)) found.add(likeness)
  return [...found]
}

const labelOf = (domain: string): string => domain.split('.')[0] ?? domain

/** Whether a known name, or one that is read like it, stands in front of another domain. */
function isInFront({ subdomain, shown }: HostParts, own: string): boolean {
  if (subdomain === '') return false
  const front = shown.split('.').slice(0, subdomain.split('.').length)
  return [...front, front.join('-')].some((part) => likenessOf(part, own) !== null)
}
