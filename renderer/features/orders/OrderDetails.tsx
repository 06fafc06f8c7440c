// Everything that was written down about one order: what was confirmed, each sending, and the exchange's own ids.

import type { Attempt, Order } from '../../../shared/order.ts'
import { isLive } from '../../../shared/order-states.ts'
import { sayReason } from '../../answer-words.ts'
import { formatDecimal, formatExact, formatMoment, formatPrice, formatTime } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { feeWords } from '../../state/orders/fee-words.ts'
import { accountById, useSession } from '../../state/session/session-store.ts'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { DecideForm } from './DecideForm.tsx'

function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="muted">{text.common.none}</p>
  return (
    <ol className="attempts">
      {attempts.map(({ number, startedAt, outcome, sent, detail }) => (
        <li key={number}>
          {text.orders.attemptLine(
            number,
            outcome === null ? text.orders.attemptPending : text.orders.outcome[outcome],
          )}
          <span className="muted">
            {' '}
            {formatMoment(startedAt)}
            {outcome === 'unknown' && sent !== null ? `, ${text.orders.attemptSent[sent]}` : ''}
            {detail === null ? '' : `: ${sayReason(detail)}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function NextLook({ order }: { order: Order }) {
  const at = useSession((state) => state.status.value?.nextLookAt ?? null)
  if (at === null || !isLive(order.status)) return null
  return <Fact name={text.orders.facts.nextLook}>{formatTime(at)}</Fact>
}

/** What unfolds below an order. */
export function OrderDetails({ order }: { order: Order }) {
  const { facts, unknown } = text.orders
  const label = useSession((state) => accountById(state, order.accountId)?.label ?? text.orders.goneAccount)
  const told = order.reason === null ? null : sayReason(order.reason)
  return (
    <div className="unfolded">
      <div>
        <p className="explain">{text.orders.status[order.status].explain}</p>
        <DecideForm order={order} />
        <Facts>
          <Fact name={facts.reason}>{told ?? <Unknown why={unknown.reason} />}</Fact>
          {order.attempts.map(({ number, words }) =>
            words === null || words === told ? null : (
              <Fact key={number} name={facts.words}>
                {words}
              </Fact>
            ),
          )}
          {order.search === null ? null : (
            <Fact name={facts.search}>
              {text.orders.search(order.search.rounds, order.search.silent)}{' '}
              <span className="muted">
                {formatMoment(order.search.lookedAt)}
                {order.search.detail === null ? '' : `: ${sayReason(order.search.detail)}`}
              </span>
            </Fact>
          )}
          <NextLook order={order} />
          <Fact name={facts.created}>{formatMoment(order.createdAt)}</Fact>
          <Fact name={facts.updated}>{formatMoment(order.updatedAt)}</Fact>
          <Fact name={facts.market}>{order.market}</Fact>
          <Fact name={facts.account}>{text.shell.accountIn(label, text.shell.mode[order.environment].word)}</Fact>
          <Fact name={facts.size}>
            {`${formatDecimal(order.size.value)} ${order.size.unit === 'quote' ? order.market.split('/')[1] : order.market.split('/')[0]}`}
          </Fact>
          <Fact name={facts.limitPrice}>{order.price === null ? null : formatExact(order.price)}</Fact>
          <Fact name={facts.stopPrice}>{order.stopPrice === null ? null : formatExact(order.stopPrice)}</Fact>
          <Fact name={facts.timeInForce}>
            {order.type !== 'market' ? text.orders.timeInForce[order.timeInForce] : null}
          </Fact>
          <Fact name={facts.averagePrice}>
            {order.averagePrice === null ? (
              <Unknown why={unknown.averagePrice} />
            ) : (
              formatPrice(order.averagePrice, null)
            )}
          </Fact>
          <Fact name={facts.fee}>{order.fees.length === 0 ? <Unknown why={unknown.fee} /> : feeWords(order.fees)}</Fact>
        </Facts>
      </div>
      <div>
        <h2>{text.orders.attempts}</h2>
        <Attempts attempts={order.attempts} />
        <Facts>
          <Fact name={facts.intentId}>
            <span className="mono">{order.intentId}</span>
          </Fact>
          <Fact name={facts.payloadHash}>
            <span className="mono">{order.payloadHash}</span>
          </Fact>
          <Fact name={facts.venueClientId}>
            <span className="mono">{order.venueClientId}</span>
          </Fact>
          <Fact name={facts.venueOrderId}>
            {order.venueOrderId === null ? (
              <Unknown why={unknown.venueOrderId} />
            ) : (
              <span className="mono">{order.venueOrderId}</span>
            )}
          </Fact>
        </Facts>
      </div>
    </div>
  )
}
