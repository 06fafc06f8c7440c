// What the trader found out about the coins of the fake desktop, and links, of which it knows the official ones alone.

import type { CoinDetail } from '../../../shared/coin.ts'
import type { LinkVerdict } from '../../../shared/links/links.ts'
import { PUBLISHED_CRITERIA } from '../../../shared/research/criteria.ts'
import type { FakeOperations } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

type Operation =
  | `criteria.${'list' | 'save' | 'remove' | 'mark'}`
  | 'coinFacts.save'
  | 'coinFacts.remove'
  | 'links.check'
  | 'links.open'

const hostOf = (link: string) => URL.parse(link)?.hostname ?? null

/** The answers over one memory. */
export function researchOperations(
  state: FakeState,
  coinOf: (coinId: string) => CoinDetail,
): Pick<FakeOperations, Operation> {
  let made = 0
  const criteria: { criterionId: string; name: string }[] = []
  return {
    'coinFacts.save': ({ coinId, factId, value, source = null, asOf = null }) => {
      const coin = coinOf(coinId)
      const before = coin.ownFacts.find((fact) => fact.factId === factId)
      made += before === undefined ? 1 : 0
      const told = value ?? before?.value
      if (told === undefined) return { ...coin }
      const fact = { coinId, value: told, source, asOf, savedAt: new Date().toISOString() }
      const others = coin.ownFacts.filter((each) => each !== before)
      return Object.assign(coin, { ownFacts: [...others, { ...fact, factId: before?.factId ?? `fact-${made}` }] })
    },
    'criteria.list': () => [
      ...PUBLISHED_CRITERIA.map((criterionId) => ({ criterionId, name: null })),
      ...criteria.map(({ criterionId, name }) => ({ criterionId, name })),
    ],
    'criteria.save': ({ criterionId = `criterion-${criteria.length}`, name }) => {
      const at = criteria.findIndex((each) => each.criterionId === criterionId)
      criteria.splice(at < 0 ? criteria.length : at, 1, { criterionId, name })
      return { criterionId, name }
    },
    'criteria.remove': ({ criterionId }) => {
      criteria.splice(0, criteria.length, ...criteria.filter((each) => each.criterionId !== criterionId))
      return null
    },
    'criteria.mark': ({ coinId, criterionId, verdict }) => {
      const coin = coinOf(coinId)
      const others = coin.criteria.filter((mark) => mark.criterionId !== criterionId)
      const at = new Date().toISOString()
      const mine = verdict === null ? [] : [{ criterionId, verdict, at, by: 'trader' as const }]
      return Object.assign(coin, { criteria: [...others, ...mine] })
    },
    'coinFacts.remove': ({ coinId, factId }) => {
      const coin = coinOf(coinId)
      return Object.assign(coin, { ownFacts: coin.ownFacts.filter((fact) => fact.factId !== factId) })
    },
    'links.open': () => ({ opened: true }),
    'links.check': ({ links, coinId }) => {
      const coin = state.coins.find(({ id }) => id === coinId)
      return links.map((link) => verdictOf(link, coin))
    },
  }
}

function verdictOf(link: string, coin: CoinDetail | undefined): LinkVerdict {
  const host = hostOf(link)
  const official = siteOf(coin)
  const asked = { link, host, shown: null, domain: host, official, warnings: [] }
  if (host === null) return { ...asked, standing: 'no-address' }
  if (official === null) return { ...asked, standing: 'other' }
  return host === official.domain
    ? { ...asked, standing: 'official' }
    : { ...asked, standing: 'suspect', warnings: ['look-alike'] }
}

function siteOf(coin: CoinDetail | undefined): LinkVerdict['official'] {
  if (coin === undefined || coin.site === null) return null
  return { ...coin.site, coinId: coin.id, coinName: coin.name, domain: hostOf(coin.site.url) ?? '' }
}
