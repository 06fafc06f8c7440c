// What the trader chooses in a ticket: side, market, type, size, price and time in force.

import { useId } from 'react'
import type { Draft, TimeInForce } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'
import { Field } from '../../ui/Field.tsx'
import { optionsOf, Segmented } from '../../ui/Segmented.tsx'
import { MarketChoice } from './MarketChoice.tsx'
import { changeTicket, openTicket } from './ticket-actions.ts'
import { checkTicket } from './ticket-input.ts'
import { type TicketSubject, useTicket } from './ticket-store.ts'

function LimitFields({ fault, tick, quote }: { fault: string | null; tick: string; quote: string }) {
  const id = useId()
  const price = useTicket((state) => state.form.price)
  const timeInForce = useTicket((state) => state.form.timeInForce)
  return (
    <>
      <Field
        label={text.ticket.limitPrice(quote)}
        inputMode="decimal"
        value={price}
        placeholder={tick}
        fault={fault}
        onChange={(next) => changeTicket({ price: next })}
      />
      <div className="field">
        <label className="label" htmlFor={id}>
          {text.ticket.timeInForce}
        </label>
        <select
          id={id}
          className="input"
          value={timeInForce}
          onChange={(event) => changeTicket({ timeInForce: event.target.value as TimeInForce })}
        >
          {optionsOf(text.orders.timeInForce).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

interface Props {
  draft: Draft
  subject: TicketSubject
  /** While the order is in doubt nothing can be changed: its key belongs to what was confirmed. */
  locked: boolean
}

/** The fields. */
export function TicketFields({ draft, subject, locked }: Props) {
  const form = useTicket((state) => state.form)
  const { sizeFault, priceFault } = checkTicket(form, draft.rules)
  const [base = '', quote = ''] = draft.market.split('/')
  return (
    <fieldset className="ticket-fields" disabled={locked}>
      <legend className="visually-hidden">{text.ticket.title(base)}</legend>
      <MarketChoice draft={draft} subject={subject} />
      <div className="segment-row">
        <Segmented
          legend={text.ticket.side}
          options={optionsOf(text.orders.side)}
          value={subject.side}
          onChange={(side) => void openTicket(subject.coinId, side, subject.market)}
        />
        <Segmented
          legend={text.ticket.type}
          options={optionsOf(text.orders.type)}
          value={form.type}
          onChange={(type) => changeTicket({ type })}
        />
      </div>
      <div className="size-row">
        <Field
          label={text.ticket.size}
          inputMode="decimal"
          value={form.size}
          fault={sizeFault}
          onChange={(size) => changeTicket({ size })}
        />
        <Segmented
          legend={text.ticket.sizeUnit}
          options={[
            { value: 'quote', label: quote },
            { value: 'base', label: base },
          ]}
          value={form.unit}
          onChange={(unit) => changeTicket({ unit })}
        />
      </div>
      {form.type === 'limit' ? <LimitFields fault={priceFault} tick={draft.rules.tick} quote={quote} /> : null}
    </fieldset>
  )
}
