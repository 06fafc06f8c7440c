// The question about a price far from the market's. The answer is for this very order: any change asks again.

import { useId } from 'react'
import { text } from '../../../messages/late/en.ts'
import { acceptFarPrice } from '../../../state/ticket/ticket-actions.ts'

/** The question; it stands below the words that say how far the price is. */
export function FarPrice({ accepted }: { accepted: boolean }) {
  const id = useId()
  return (
    <p className="check-row">
      <input id={id} type="checkbox" checked={accepted} onChange={(event) => acceptFarPrice(event.target.checked)} />
      <label htmlFor={id}>{text.ticket.farAccept}</label>
    </p>
  )
}
