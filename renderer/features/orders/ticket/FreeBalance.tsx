// What is free for this order on the ticket's account, and a part or all of it as its size.

import type { Draft, Preview } from '../../../../shared/order.ts'
import { formatDecimal, formatExact, formatLimit } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { changeTicket } from '../../../state/ticket/ticket-actions.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'
import { writeNumber } from '../../../typed-number.ts'
import { Unknown } from '../../../ui/Unknown.tsx'
import { PARTS, partOfFree } from './free-share.ts'

/** The newest word on what is free: the preview's, else the draft's. */
function useFree(draft: Draft): Preview['free'] {
  return useTicket((state) => state.preview.value?.free) ?? draft.free
}

/** The line under the size. */
export function FreeBalance({ draft }: { draft: Draft }) {
  const free = useFree(draft)
  const [base = '', quote = ''] = draft.market.split('/')
  const [amount, asset] = draft.side === 'sell' ? [free.base, base] : [free.quote, quote]
  return (
    <div className="free-row">
      <span className="muted">
        {text.ticket.free}{' '}
        {amount === null ? (
          <Unknown why={text.ticket.unknown.free} />
        ) : (
          <span className="number">{`${draft.side === 'sell' ? formatExact(amount) : formatDecimal(amount)} ${asset}`}</span>
        )}
      </span>
      <span className="free-parts">
        {PARTS.map((part) => {
          const size = draft.orderTypes.length === 0 ? null : partOfFree(draft, free, part)
          const words = part === '1' ? text.ticket.freeAll : formatLimit(part)
          return (
            <button
              key={part}
              type="button"
              className="button quiet"
              aria-label={text.ticket.freeUse(words, asset)}
              aria-disabled={size === null}
              onClick={() => {
                if (size !== null) changeTicket({ unit: size.unit, size: writeNumber(size.value) })
              }}
            >
              {words}
            </button>
          )
        })}
      </span>
    </div>
  )
}
