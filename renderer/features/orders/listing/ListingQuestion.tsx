// The question whether a market trades the coin of the ticket, where nothing but the ticker says so. Asked once.

import { useState } from 'react'
import type { ListingQuestion as Question } from '../../../../shared/markets/listing.ts'
import { formatDecimal } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { venueName } from '../../../state/session/names.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { answerListing } from './listing-actions.ts'

const PRICE_PLACES = { min: 2, max: 8 }

function Price({ price, why }: { price: string | null; why: string }) {
  return price === null ? <Unknown why={why} /> : <span className="number">{formatDecimal(price, PRICE_PLACES)}</span>
}

/** What is known of both, and the two answers. */
export function ListingQuestion({ question }: { question: Question }) {
  const [busy, setBusy] = useState(false)
  const words = text.ticket.listing
  const venue = venueName(question.venue)
  const title = words.title(question.ticker, venue, question.coinName)
  const answer = (same: boolean) => {
    setBusy(true)
    void answerListing(question, same).finally(() => setBusy(false))
  }
  return (
    <section className="notice warn" aria-label={title}>
      <Icon name="warn" />
      <div className="block">
        <h3>{title}</h3>
        <p>{words.why}</p>
        {question.collisions.length === 0 ? null : (
          <p>{words.collisions(question.ticker, question.collisions.join(', '))}</p>
        )}
        <Facts>
          <Fact name={words.venuePrice(venue)}>
            <Price price={question.venuePrice} why={words.noVenuePrice} />
          </Fact>
          <Fact name={words.coinPrice}>
            <Price price={question.coinPrice} why={words.noCoinPrice} />
          </Fact>
        </Facts>
        <div className="action-row">
          <button type="button" className="button" disabled={busy} onClick={() => answer(true)}>
            {words.same}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => answer(false)}>
            {words.notSame}
          </button>
        </div>
      </div>
    </section>
  )
}
