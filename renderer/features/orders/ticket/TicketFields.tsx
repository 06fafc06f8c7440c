// What the trader chooses in a ticket: side, market, type, size, price and time in force.

import { compare } from '../../../../shared/decimal.ts'
import type { Draft, Quote } from '../../../../shared/order.ts'
import { formatPrice } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { changeTicket, openTicket, turnTicket } from '../../../state/ticket/ticket-actions.ts'
import type { TicketForm } from '../../../state/ticket/ticket-form.ts'
import { checkTicket } from '../../../state/ticket/ticket-input.ts'
import { type TicketSubject, useTicket } from '../../../state/ticket/ticket-store.ts'
import { switchType, switchUnit } from '../../../state/ticket/ticket-switch.ts'
import { numberOf, writeNumber } from '../../../typed-number.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { MarketChoice } from '../listing/MarketChoice.tsx'
import { StageNote } from '../listing/StageNote.tsx'
import { FreeBalance } from './FreeBalance.tsx'

function TimeInForceChoice({ draft }: { draft: Draft }) {
  const timeInForce = useTicket((state) => state.form.timeInForce)
  return (
    <SelectField
      label={text.ticket.timeInForce}
      value={timeInForce}
      options={draft.timesInForce.map((value) => ({ value, label: text.orders.timeInForce[value] }))}
      onChange={(next) => changeTicket({ timeInForce: next })}
    />
  )
}

/** What a limit price beyond the other side's best does, in words. */
function fillsAtOnce({ side, rules }: Draft, { type, price: typed }: TicketForm, quote: Quote | null) {
  const price = numberOf(typed)
  if (type !== 'limit' || price === null || quote === null) return undefined
  const best = side === 'buy' ? quote.ask : quote.bid
  const isBeyond = side === 'buy' ? compare(price, best) >= 0 : compare(price, best) <= 0
  return isBeyond ? text.ticket.fillsAtOnce[side](formatPrice(best, rules.tick)) : undefined
}

function PriceFields({ draft }: { draft: Draft }) {
  const form = useTicket((state) => state.form)
  const { priceFault, stopPriceFault } = checkTicket(form, draft)
  const price = useTicket((state) => state.preview.value?.price) ?? draft.quote
  const quote = draft.market.split('/')[1] ?? ''
  const common = { inputMode: 'decimal', placeholder: writeNumber(draft.rules.tick) } as const
  return (
    <>
      {form.type === 'stop-limit' ? (
        <Field
          {...common}
          label={text.ticket.stopPrice(quote)}
          hint={text.ticket.stopHint[draft.side]}
          value={form.stopPrice}
          fault={stopPriceFault}
          onChange={(stopPrice) => changeTicket({ stopPrice })}
        />
      ) : null}
      <Field
        {...common}
        label={text.ticket.limitPrice(quote)}
        hint={fillsAtOnce(draft, form, price)}
        value={form.price}
        fault={priceFault}
        onChange={(price) => changeTicket({ price })}
      />
      {form.type === 'limit' ? <TimeInForceChoice draft={draft} /> : null}
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
  const { sizeFault } = checkTicket(form, draft)
  const note = useTicket((state) => state.note)
  const price = useTicket((state) => state.preview.value?.price) ?? draft.quote
  const [base = '', quote = ''] = draft.market.split('/')
  // What is typed stays, for when the market opens.
  const isClosed = draft.orderTypes.length === 0
  return (
    <fieldset className="ticket-fields" disabled={locked}>
      <legend className="visually-hidden">{text.ticket.title(base)}</legend>
      <MarketChoice draft={draft} subject={subject} />
      <StageNote draft={draft} />
      <div className="segment-row">
        <Segmented
          legend={text.ticket.side}
          options={optionsOf(text.orders.side)}
          open={draft.sides}
          value={subject.side}
          onChange={(side) => void openTicket(subject.coinId, side, subject.market, subject.accountId)}
        />
        {isClosed ? null : (
          <Segmented
            legend={text.ticket.type}
            options={draft.orderTypes.map((value) => ({ value, label: text.orders.type[value] }))}
            value={form.type}
            onChange={(type) => turnTicket(switchType(form, type))}
          />
        )}
      </div>
      <div className="size-row">
        <Field
          label={text.ticket.size}
          inputMode="decimal"
          disabled={isClosed}
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
          open={isClosed ? [] : undefined}
          value={form.unit}
          onChange={(unit) => turnTicket(switchUnit(form, unit, { ...draft, quote: price }))}
        />
      </div>
      <FreeBalance draft={draft} />
      {form.type === 'market' || isClosed ? null : <PriceFields draft={draft} />}
      <p aria-live="polite" className="ticket-note">
        {note}
      </p>
    </fieldset>
  )
}
