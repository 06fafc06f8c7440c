// Opens the way outside for links: which addresses are kept of a coin, and how the shell opens one.

import type { OpenOutside } from '../../ports/outside.ts'
import { createLinkOpening, type LinkOpening } from '../../services/links/link-opening.ts'
import type { Links } from '../../services/links/links.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import type { Announcements } from '../../services/sources/announcements.ts'
import type { QuoteService } from '../../services/sources/quote-service.ts'

/** Opens it. */
export function openLinks(
  links: Links,
  coins: Pick<CoinService, 'get'>,
  quotes: Pick<QuoteService, 'get'>,
  announcements: Pick<Announcements, 'list'>,
  openOutside: OpenOutside | undefined,
): LinkOpening {
  const linksOf = (coinId: string): string[] => {
    const { site, ownFacts } = coins.get(coinId)
    const { facts } = quotes.get({ coinId })
    return [
      ...(site === null ? [] : [site.url]),
      ...ownFacts.flatMap(({ value }) => (value.kind === 'link' ? [value.url] : [])),
      ...(facts?.links.map(({ url }) => url) ?? []),
      ...announcements.list({ coinId }).flatMap(({ url }) => url ?? []),
    ]
  }
  return createLinkOpening({ links, linksOf, openOutside: openOutside ?? null })
}
