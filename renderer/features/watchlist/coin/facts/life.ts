// A coin's life in the order of its days: what was published, what was found since, what the listing watch saw, and what the trader
// did. Pure.

import type { AirdropTask } from '../../../../../shared/airdrops/airdrops.ts'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import type { ListingEvent } from '../../../../../shared/markets/listing.ts'
import type { Order } from '../../../../../shared/order.ts'
import { dateOf } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { factLine } from './fact-line.ts'

const words = text.life

export interface LifeEntry {
  key: string
  /** YYYY, YYYY-MM, YYYY-MM-DD, or a moment. */
  at: string
  says: string
  source: string | null
}

interface Known {
  coin: CoinDetail
  events: readonly ListingEvent[]
  orders: readonly Order[]
  tasks: readonly AirdropTask[]
}

/** The newest first; of the same day in the order in which they were said. */
export function lifeOf({ coin, events, orders, tasks }: Known): LifeEntry[] {
  const { publication, snapshot, facts, ownFacts, note, id } = coin
  const entries: LifeEntry[] = [
    ...(publication === null || snapshot === null
      ? []
      : [
          {
            key: 'published',
            at: publication.published,
            says: words.claim(text.coins.airdropPublished[snapshot.airdrop], publication.publisher),
            source: publication.title,
          },
        ]),
    ...facts.map(({ fact, date, source }) => ({
      key: `fact ${fact}`,
      at: date ?? coin.factsRecordedOn ?? '',
      says: fact,
      source,
    })),
    ...ownFacts.map((fact) => ({
      key: fact.factId,
      at: dateOf(fact),
      says: `${text.research.kinds[fact.value.kind]}: ${factLine(fact.value)}`,
      source: fact.source,
    })),
    ...events
      .filter(({ coinIds }) => coinIds.includes(id))
      .map(({ eventId, market, venue, to, at, seenAt }) => ({
        key: `event ${eventId}`,
        at: at ?? seenAt,
        says: words.listing(market, venue, text.stages.name[to]),
        source: null,
      })),
    ...orders
      .filter(({ coinId, filled }) => coinId === id && filled !== '0')
      .map(({ intentId, side, filled, market, createdAt }) => ({
        key: intentId,
        at: createdAt,
        says: words.order(side, filled, market),
        source: null,
      })),
    ...tasks
      .filter(({ coinId }) => coinId === id)
      .flatMap(({ taskId, title, records }) =>
        records.map(({ period, doneAt, evidence }) => ({
          key: `${taskId} ${period}`,
          at: doneAt,
          says: words.taskDone(title),
          source: evidence.link,
        })),
      ),
    ...(note === null || note.text === ''
      ? []
      : [{ key: 'note', at: note.updatedAt, says: words.noteChanged, source: null }]),
  ]
  return entries.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}
