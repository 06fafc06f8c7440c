// Checks links against the official sites that are known: the research's, and those that the trader has marked as checked.

import { CATALOG } from '../../../shared/catalog/catalog.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { LinkVerdict, OfficialSite } from '../../../shared/links/links.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { type CoinFact, type CoinFactValue, dateOf, factsOf } from '../../../shared/research/coin-facts.ts'
import { AppError } from '../../../shared/result.ts'
import type { HostReader } from '../../ports/research.ts'
import type { TraderStore } from '../../ports/stores.ts'
import type { CoinService } from '../research/coin-service.ts'
import { checkLink, type KnownCoin } from './link-check.ts'

export interface Links {
  /** @throws AppError `NOT_FOUND` */
  check(input: Input<'links.check'>): LinkVerdict[]
  /** @throws AppError `BAD_INPUT` for an official link that nothing can be held against */
  assertUsable(value: CoinFactValue | undefined): void
}

const SITES = new Map(CATALOG.flatMap(({ id, site }) => (site === undefined ? [] : [[id, site] as const])))
const NO_FACTS: readonly CoinFact[] = []

/** Builds it. */
export function createLinks(
  coins: Pick<CoinService, 'get' | 'some' | 'changed'>,
  store: Pick<TraderStore, 'facts'>,
  partsOf: HostReader,
): Links {
  let at = -1
  let known: KnownCoin[] = []
  // A coin without a site is known by its name alone: of the trader's own coins only where the link stands at it.
  const all = (): KnownCoin[] => {
    const now = coins.changed()
    if (now === at) return known
    at = now
    const facts = store.facts()
    const withSites = [...facts].filter(([, of]) => officialIn(of).length > 0).map(([id]) => id)
    known = coins
      .some([...CATALOG.map(({ id }) => id), ...withSites])
      .map((coin) => knownOf(coin, facts.get(coin.id) ?? NO_FACTS, partsOf))
    return known
  }
  return {
    assertUsable: (value) => {
      if (value?.kind !== 'link' || !value.official) return
      if (officialDomain(value.url, partsOf) === null) throw new AppError('BAD_INPUT', reason('OFFICIAL_NEEDS_DOMAIN'))
    },
    check: ({ links, coinId }) => {
      const others = all()
      const own = coinId === undefined ? undefined : others.find((each) => each.coinId === coinId)
      const first = own ?? (coinId === undefined ? undefined : knownOf(coins.get(coinId), NO_FACTS, partsOf))
      const among = first === undefined ? others : [first, ...others.filter((each) => each !== first)]
      return links.map((link) => checkLink(link, among, partsOf, first))
    },
  }
}

const officialIn = (facts: readonly CoinFact[]) => factsOf(facts, 'link').filter(({ value }) => value.official)

function knownOf(coin: { id: string; name: string }, facts: readonly CoinFact[], partsOf: HostReader): KnownCoin {
  const published = SITES.get(coin.id)
  const stated = [
    ...(published === undefined ? [] : [published]),
    ...officialIn(facts).map((fact) => ({ url: fact.value.url, source: fact.source, asOf: dateOf(fact) })),
  ]
  const sites = stated.flatMap(({ url, source, asOf }): OfficialSite[] => {
    const domain = officialDomain(url, partsOf)
    return domain === null ? [] : [{ coinId: coin.id, coinName: coin.name, url, domain, source, asOf }]
  })
  return { coinId: coin.id, name: coin.name, sites }
}

/** The domain that an official link stands for; `null` for one that stands for none: not https, an IP address, a bare suffix. */
function officialDomain(link: string, partsOf: HostReader): string | null {
  const url = URL.parse(link)
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return partsOf(url.hostname.replace(/\.$/, '')).domain
}
