// What the order would cost and do, before the click: price with its age, fee, total, share after it, and breaches.

import { compare } from '../../../../shared/decimal.ts'
import type { Draft, FillEstimate, Preview, Quote } from '../../../../shared/order.ts'
import { sayReason } from '../../../answer-words.ts'
import { formatDecimal, formatMoney, formatPrice, formatShare } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { realQuote, useQuotes } from '../../../state/quotes/quotes-store.ts'
import { noticesOf, type PreviewNotices } from '../../../state/ticket/preview-notices.ts'
import { changeTicket, isFarAccepted, schedulePreview } from '../../../state/ticket/ticket-actions.ts'
import type { TicketForm } from '../../../state/ticket/ticket-form.ts'
import { checkTicket } from '../../../state/ticket/ticket-input.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'
import { writeNumber } from '../../../typed-number.ts'
import { Age } from '../../../ui/Age.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { PRICE_FRESH_MS, QuoteAge } from '../../../ui/QuoteAge.tsx'
import { Change } from '../../../ui/quotes/Change.tsx'
import { QuoteSource } from '../../../ui/quotes/QuoteSource.tsx'
import { SimulatedMark } from '../../../ui/quotes/SimulatedMark.tsx'
import { ErrorState } from '../../../ui/StateView.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { breachWords } from './breach-words.ts'
import { FarPrice } from './FarPrice.tsx'
import { OverrideForm } from './OverrideForm.tsx'

function Price({ quote, draft: { side, rules, environment } }: { quote: Preview['price']; draft: Draft }) {
  if (quote === null) return <Unknown why={text.ticket.unknown.price} />
  return (
    <>
      <span className="number">{formatPrice(side === 'buy' ? quote.ask : quote.bid, rules.tick)}</span>{' '}
      <span className="muted">{side === 'buy' ? text.ticket.ask : text.ticket.bid}</span>{' '}
      <SimulatedMark environment={environment} /> <QuoteAge quote={quote} />
    </>
  )
}

/** What the coin costs by public data, beside the price that this order would meet. */
function LivePrice({ coinId }: { coinId: string }) {
  const quote = useQuotes((state) => realQuote(state, coinId))
  if (quote === null) return null
  return (
    <Fact name={text.ticket.livePrice}>
      <span className="number">{formatPrice(quote.price, null)}</span> <span className="muted">{quote.currency}</span>{' '}
      {quote.change24h === null ? null : <Change change={quote.change24h} />} <QuoteSource quote={quote} />
    </Fact>
  )
}

function Estimate({ estimate, draft: { rules } }: { estimate: FillEstimate; draft: Draft }) {
  return (
    <>
      <span className="number">{formatPrice(estimate.price, rules.tick)}</span>{' '}
      <span className="muted">{text.ticket.slippage(formatShare(estimate.slippage))}</span>{' '}
      <Age at={estimate.at} asOfMs={estimate.asOfMs} freshFor={PRICE_FRESH_MS} />
      {estimate.isWhole ? null : <p className="hint">{text.ticket.estimateThin}</p>}
    </>
  )
}

function Spread({ quote, draft: { rules } }: { quote: Quote; draft: Draft }) {
  return (
    <span className="number">{`${formatPrice(quote.bid, rules.tick)} – ${formatPrice(quote.ask, rules.tick)}`}</span>
  )
}

function Share({ preview }: { preview: Preview }) {
  const before = preview.shareBefore === null ? null : formatShare(preview.shareBefore)
  const after = preview.shareAfter === null ? null : formatShare(preview.shareAfter)
  if (after === null) return <Unknown why={text.ticket.unknown.share} />
  return (
    <span className="number">
      {before === null ? null : (
        <>
          {before} <span className="muted">{text.ticket.before}</span> →{' '}
        </>
      )}
      <strong>{after}</strong> <span className="muted">{text.ticket.after}</span>
    </span>
  )
}

function Breaches({ notices: { refused, breaches, problems, warnings } }: { notices: PreviewNotices }) {
  if (breaches.length + problems.length + warnings.length === 0) return null
  return (
    <div className={refused ? 'notice bad' : 'notice warn'}>
      <Icon name="warn" />
      <div>
        {refused ? <h3>{text.ticket.problems}</h3> : null}
        <ul>
          {breaches.map(({ breach, effect }) => (
            <li key={`${breach.rule} ${breach.subject ?? ''}`}>
              {breachWords(breach)} ({text.ticket.breachEffect[effect]})
            </li>
          ))}
          {[...problems.map(({ reason }) => reason), ...warnings].map(sayReason).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Largest({ largest, quote }: { largest: string | null; quote: string }) {
  if (largest === null) return <Unknown why={text.ticket.unknown.largest} />
  return (
    <>
      <span className="number">{`${formatMoney(largest)} ${quote}`}</span>{' '}
      <button
        type="button"
        className="button quiet"
        onClick={() => changeTicket({ unit: 'quote', size: writeNumber(largest) })}
      >
        {text.ticket.largestUse}
      </button>
    </>
  )
}

/** What the exchange sets aside for a buy, where that is more than it comes to. */
function SetAside({ preview: { reserved, total }, draft: { side } }: { preview: Preview; draft: Draft }) {
  if (side === 'sell' || reserved === null || total === null || compare(reserved.amount, total) <= 0) return null
  return <Fact name={text.ticket.reserved}>{`${formatMoney(reserved.amount)} ${reserved.asset}`}</Fact>
}

/** What the trader has to do before there is a preview; nothing, where the form is complete and the answer on its way. */
function waitingFor(form: TicketForm, draft: Draft): string {
  const { previewWaiting } = text.ticket
  if (draft.orderTypes.length === 0) return previewWaiting.closed
  const { order, sizeFault, priceFault, stopPriceFault } = checkTicket(form, draft)
  if (order !== null) return previewWaiting.loading
  if (sizeFault ?? priceFault ?? stopPriceFault) return previewWaiting.fault
  return form.size.trim() === '' ? previewWaiting.size : previewWaiting.price
}

/** The preview, or what is missing for one. */
export function TicketPreview({ draft }: { draft: Draft }) {
  const { value: preview, error } = useTicket((state) => state.preview)
  const overridden = useTicket((state) => state.overriddenKey === draft.intentId)
  const [base = '', quote = ''] = draft.market.split('/')
  const farAccepted = useTicket((state) => isFarAccepted(state, draft))
  const waiting = useTicket((state) => waitingFor(state.form, draft))
  const notices = preview === null ? null : noticesOf(preview, { overridden, farAccepted })
  const money = (value: string | null) =>
    value === null ? <Unknown why={text.ticket.unknown.total} /> : `${formatMoney(value)} ${quote}`
  return (
    <section className="ticket-preview" aria-label={text.ticket.preview}>
      <h3>{text.ticket.preview}</h3>
      {error === null ? null : <ErrorState error={error} kept={preview !== null} onRetry={schedulePreview} />}
      {preview === null || notices === null ? (
        <p className="hint">{waiting}</p>
      ) : (
        <>
          <Facts>
            <Fact name={text.ticket.price}>
              <Price quote={preview.price} draft={draft} />
            </Fact>
            <LivePrice coinId={draft.coinId} />
            {preview.price === null ? null : (
              <Fact name={text.ticket.spread}>
                <Spread quote={preview.price} draft={draft} />
              </Fact>
            )}
            {preview.estimate === null ? null : (
              <Fact name={text.ticket.estimate}>
                <Estimate estimate={preview.estimate} draft={draft} />
              </Fact>
            )}
            <Fact name={text.ticket.amount}>
              {preview.amount === null ? (
                <Unknown why={text.ticket.unknown.amount} />
              ) : (
                `${formatDecimal(preview.amount)} ${base}`
              )}
            </Fact>
            <Fact name={text.ticket.value}>{money(preview.value)}</Fact>
            <Fact name={text.ticket.fee}>
              {money(preview.fee)}
              {draft.rules.feeSource === 'guess' ? <span className="muted"> {text.ticket.feeGuess}</span> : null}
            </Fact>
            <Fact name={text.ticket.total[draft.side]}>
              <strong>{money(preview.total)}</strong>
            </Fact>
            <SetAside preview={preview} draft={draft} />
            <Fact name={text.ticket.share}>
              <Share preview={preview} />
              {preview.atCost.includes(draft.coinId) ? <p className="hint">{text.ticket.atCost}</p> : null}
            </Fact>
            {draft.side === 'buy' ? (
              <Fact name={text.ticket.largest}>
                <Largest largest={preview.largestAllowed} quote={quote} />
              </Fact>
            ) : null}
          </Facts>
          <Breaches notices={notices} />
          {notices.isFar ? <FarPrice accepted={farAccepted} /> : null}
          {notices.overridable ? <OverrideForm key={draft.intentId} intentId={draft.intentId} /> : null}
        </>
      )}
    </section>
  )
}
