// Tells the backend whether a market trades a coin, and opens the ticket anew with what follows from that.

import type { ListingQuestion } from '../../../../shared/markets/listing.ts'
import { call } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { loadMarkets } from '../../../state/markets/markets-actions.ts'
import { reportDone, reportFailure } from '../../../state/report.ts'
import { venueName } from '../../../state/session/names.ts'
import { openTicket } from '../../../state/ticket/ticket-actions.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'

/** The answer holds for the account of the ticket. */
export async function answerListing(
  { venue, market, ticker, coinName }: ListingQuestion,
  same: boolean,
): Promise<void> {
  const { subject, close } = useTicket.getState()
  if (subject === null) return
  const { accountId, coinId, side } = subject
  try {
    await call('listings.confirm', { venue, market, coinId, same, accountId })
  } catch (error) {
    reportFailure(error)
    return
  }
  await loadMarkets(accountId)
  if (same) return openTicket(coinId, side, market)
  close()
  reportDone(text.ticket.listing.refused(ticker, venueName(venue), coinName))
}
