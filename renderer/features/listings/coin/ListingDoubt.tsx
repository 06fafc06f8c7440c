// Asks once whether a market of a public list trades this coin. Until it is answered the market counts for nothing.

import { useState } from 'react'
import type { CoinDetail } from '../../../../shared/coin.ts'
import { contractText } from '../../../../shared/markets/contracts.ts'
import type { Listing } from '../../../../shared/markets/listing.ts'
import { text } from '../../../messages/late/en.ts'
import { confirmListing } from '../../../state/listings/listings-actions.ts'
import { venueName } from '../../../state/session/names.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'

const words = text.listings

interface Props {
  listing: Listing
  coin: Pick<CoinDetail, 'id' | 'name' | 'contracts' | 'collisions'>
}

/** The question, what is known of both, and the two answers. */
export function ListingDoubt({ listing: { venue, market, match }, coin }: Props) {
  const [busy, setBusy] = useState(false)
  const [isOpen, setOpen] = useState(match === 'ticker')
  const [ticker = market] = market.split('/')
  const title = words.question(ticker, venueName(venue), coin.name)
  const others = coin.collisions.filter((one) => one.ticker === ticker).flatMap((one) => one.others)
  if (match === 'contract') return null
  if (!isOpen && match !== 'ticker') {
    return (
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {words.changeAnswer}
      </button>
    )
  }
  const answer = async (same: boolean) => {
    if (busy) return
    setBusy(true)
    const isStored = await confirmListing({ venue, market, coinId: coin.id, same })
    setBusy(false)
    if (isStored) setOpen(false)
  }
  return (
    <fieldset className="notice warn listing-doubt">
      <legend className="visually-hidden">{title}</legend>
      <div className="block">
        <p>
          <strong>{title}</strong>
        </p>
        <p>
          {words.questionWhy} {others.length === 0 ? '' : words.alsoUsed(others.join(', '))}
        </p>
        <Facts>
          <Fact name={words.contracts}>
            {coin.contracts.length === 0 ? (
              words.contractsNone
            ) : (
              <span className="address">{coin.contracts.map(contractText).join(', ')}</span>
            )}
          </Fact>
        </Facts>
        <p className="action-row">
          <button type="button" className="button" aria-disabled={busy} onClick={() => void answer(true)}>
            {words.same}
          </button>
          <button type="button" className="button" aria-disabled={busy} onClick={() => void answer(false)}>
            {words.notSame}
          </button>
        </p>
      </div>
    </fieldset>
  )
}
