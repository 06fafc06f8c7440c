// The six meanings of "not trading yet": what each is, which exchange offers it, and what Prelist can do about it. A coin of the
// trader's may have several of them at once, and none of them is a spot order. Pure.
//
// Which exchange documents which of them stands in its facts. That one exists at an exchange says nothing of a coin: only its
// list does.

import { type Reason, reason } from '../reasons/reason.ts'
import { factsOf } from '../venues/fact-sheets.ts'
import type { MarketStage } from './market-stages.ts'
import { MEANINGS, type Meaning } from './meanings.ts'

interface MeaningFacts {
  /** Those that offer it and where no account can be, by name. */
  elsewhere: readonly string[]
  /** `order`: a ticket takes it while the market is in that stage. `plan`: its time is kept and told. `none`: not here. */
  here: 'order' | 'plan' | 'none'
  /** Whether what was bought can be given back or sold before the coin trades. */
  undo: 'until-matched' | 'while-it-trades' | 'first-phase' | 'no' | 'until-sent'
}

export const MEANING_FACTS: Readonly<Record<Meaning, MeaningFacts>> = {
  'otc-pre-market': { elsewhere: [], here: 'none', undo: 'until-matched' },
  'pre-market-perpetual': { elsewhere: ['Aevo'], here: 'none', undo: 'while-it-trades' },
  'call-auction': { elsewhere: [], here: 'order', undo: 'first-phase' },
  'on-chain-otc': { elsewhere: ['Whales Market'], here: 'none', undo: 'no' },
  launchpool: { elsewhere: ['Galxe'], here: 'none', undo: 'no' },
  staged: { elsewhere: [], here: 'plan', undo: 'until-sent' },
}

/** No exchange has anything to do with these. */
const NOBODYS: readonly Meaning[] = ['on-chain-otc', 'staged']

/** One of the six, for a coin at one exchange of the trader's; `venue: null` for what belongs to none of them. */
export interface NotTradingYet {
  meaning: Meaning
  venue: string | null
  /** The market that its list shows in this state now; `null` where it only offers such a thing in general. */
  market: string | null
  opensAt: string | null
  elsewhere: string[]
  here: MeaningFacts['here']
  undo: MeaningFacts['undo']
  /** What it is, what it costs, and what it binds to. */
  what: Reason
  costs: Reason
  binds: Reason
}

/** What is known of a market of the coin. */
interface MarketSeen {
  venue: string
  market: string
  stage: MarketStage
  opensAt: string | null
}

/** A derivative's symbol names what it is settled in behind a colon. */
const isContract = (market: string): boolean => market.includes(':')

/** Which of the six a market is in now; `null` where it is in none. */
export function meaningOf({ market, stage }: Pick<MarketSeen, 'market' | 'stage'>): Meaning | null {
  if (stage !== 'auction' && stage !== 'pre-launch') return null
  if (isContract(market)) return 'pre-market-perpetual'
  return stage === 'auction' ? 'call-auction' : null
}

/** The six at the trader's exchanges: those that a list shows first, then those that an exchange offers in general. */
export function notTradingYet(venues: readonly string[], markets: readonly MarketSeen[]): NotTradingYet[] {
  const seen = markets.flatMap((market) => {
    const meaning = meaningOf(market)
    return meaning === null ? [] : [rowOf(meaning, market.venue, market)]
  })
  const general = MEANINGS.flatMap((meaning) => {
    if (NOBODYS.includes(meaning)) return [rowOf(meaning, null)]
    const isSeen = (venue: string) => seen.some((row) => row.meaning === meaning && row.venue === venue)
    const offers = (venue: string) => factsOf(venue)?.beforeListing.includes(meaning) ?? false
    return venues.filter((venue) => offers(venue) && !isSeen(venue)).map((venue) => rowOf(meaning, venue))
  })
  return [...seen, ...general]
}

function rowOf(meaning: Meaning, venue: string | null, seen?: MarketSeen): NotTradingYet {
  const { elsewhere, here, undo } = MEANING_FACTS[meaning]
  return {
    ...{ meaning, venue, market: seen?.market ?? null, opensAt: seen?.opensAt ?? null },
    ...{ elsewhere: [...elsewhere], here, undo },
    what: reason('NOT_TRADING_YET_WHAT', { meaning }),
    costs: reason('NOT_TRADING_YET_COSTS', { meaning }),
    binds: reason('NOT_TRADING_YET_BINDS', { meaning }),
  }
}
