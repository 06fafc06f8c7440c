// Breaking one's own limit on purpose: only in a ticket, only with a reason, only for this one order.

import { useState } from 'react'
import { text } from '../../../messages/late/en.ts'
import { overrideRule } from '../../../state/ticket/ticket-actions.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Field } from '../../../ui/fields/Field.tsx'

/** Asks for the reason; says when it is recorded. It is no form of its own: it stands inside the ticket's form. */
export function OverrideForm({ intentId }: { intentId: string }) {
  const done = useTicket((state) => state.overriddenKey === intentId)
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  if (done) {
    return (
      <p>
        <Badge tone="warn" icon="check">
          {text.ticket.overrideDone}
        </Badge>
      </p>
    )
  }
  const record = () => {
    if (ready) void overrideRule(reason.trim())
  }
  return (
    <details className="override">
      <summary>{text.ticket.override}</summary>
      <Field
        label={text.ticket.overrideReason}
        hint={text.ticket.overrideHelp}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter here must not place the order around it.
          event.preventDefault()
          record()
        }}
      />
      <button type="button" className="button" aria-disabled={!ready} onClick={record}>
        {text.ticket.overrideRecord}
      </button>
    </details>
  )
}
