// The holdings as a table: numbers at the right, each row against its own limit.

import { useMemo } from 'react'
import type { Holding, Portfolio, Rules } from '../../../shared/portfolio.ts'
import { formatDate, formatDecimal, formatLimit, formatMoney, formatPrice, formatShare, toRatio } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { showMovements } from '../../state/ledger/movements-actions.ts'
import { removeHolding } from '../../state/portfolio/portfolio-actions.ts'
import { useRules } from '../../state/portfolio/rules-store.ts'
import { realQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { openCoin } from '../../state/route-actions.ts'
import { venueName } from '../../state/session/names.ts'
import { accountById, useSession } from '../../state/session/session-store.ts'
import { openTicket } from '../../state/ticket/ticket-actions.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { CoinLink } from '../../ui/links/CoinLink.tsx'
import { Tip } from '../../ui/overlay/Tip.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { LimitBar } from '../../ui/pictures/LimitBar.tsx'
import { PRICE_FRESH_MS } from '../../ui/QuoteAge.tsx'
import { Change } from '../../ui/quotes/Change.tsx'
import { QuoteSource } from '../../ui/quotes/QuoteSource.tsx'
import { SimulatedMark } from '../../ui/quotes/SimulatedMark.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { limitShareOf, orderHoldings, roomLeft, standingOf } from './allocation.ts'

function StandingMark({ holding, portfolio }: { holding: Holding; portfolio: Portfolio }) {
  const standing = standingOf({ ...holding, share: limitShareOf(holding, portfolio) })
  if (standing === 'unknown') {
    const { ownPriceHelp, unknown: why } = text.portfolio
    return <Unknown why={holding.valuedAt === 'own-price' ? ownPriceHelp : why.share} />
  }
  if (standing === 'exempt') return <span className="muted">{text.portfolio.noLimit}</span>
  if (standing === 'within') return <Badge icon="check">{text.portfolio.within}</Badge>
  return standing === 'over' ? (
    <Badge tone="bad" icon="warn">
      {text.portfolio.breach}
    </Badge>
  ) : (
    <Badge tone="warn" icon="info">
      {text.portfolio.nearLimit}
    </Badge>
  )
}

function Value({ holding: { value, valuedAt } }: { holding: Holding }) {
  const { atCost, atCostHelp, ownPrice, ownPriceHelp } = text.portfolio
  if (value === null) return <Unknown why={text.portfolio.unknown.value} />
  if (valuedAt === 'price') return formatMoney(value)
  const [mark, help] = valuedAt === 'own-price' ? [ownPrice, ownPriceHelp] : [atCost, atCostHelp]
  return (
    <span className="price">
      <span className="number">{formatMoney(value)}</span>
      <Tip label={`${mark}. ${help}`} tip={help}>
        {mark}
      </Tip>
    </span>
  )
}

/** A price of the trader's own: a day, or a moment, and no exchange. */
function OwnPrice({ price, at }: { price: string; at: string }) {
  return (
    <span className="price">
      <span className="number">{formatPrice(price, null)}</span>
      <span className="muted">
        {text.portfolio.ownPriceOf} <time dateTime={at}>{formatDate(at.includes('T') ? at : `${at}T12:00:00`)}</time>
      </span>
    </span>
  )
}

/** Whose price it is, where several exchanges could have told it. */
function PriceFrom({ accountId }: { accountId: string }) {
  const venue = useSession((state) => accountById(state, accountId)?.venue)
  return venue === undefined ? null : <span className="muted">{venueName(venue)}</span>
}

/** What the coin really costs, beside the price that values it here. */
function LivePrice({ coinId }: { coinId: string }) {
  const quote = useQuotes((state) => realQuote(state, coinId))
  if (quote === null) return <Unknown why={text.coins.unknown.change} />
  return (
    <span className="price">
      <span>
        <span className="number">{formatPrice(quote.price, null)}</span> <span className="muted">{quote.currency}</span>{' '}
        {quote.change24h === null ? null : <Change change={quote.change24h} />}
      </span>
      <QuoteSource quote={quote} />
    </span>
  )
}

/** From here to what happened to the coin, and to an order of it. */
function Acts({ holding: { coinId, name } }: { holding: Holding }) {
  return (
    <span className="row-acts">
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={text.ledger.movementsOf(name)}
        title={text.ledger.movementsOf(name)}
        onClick={() => showMovements(coinId)}
      >
        <Icon name="list" />
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={text.orders.ticketOf(name)}
        title={text.orders.ticketOf(name)}
        onClick={() => void openTicket(coinId, 'buy')}
      >
        <Icon name="orders" />
      </button>
    </span>
  )
}

function RemoveManual({ holding, portfolio }: { holding: Holding; portfolio: Portfolio }) {
  if (!holding.parts.some((part) => part.source === 'manual')) return null
  const { coinId, name } = holding
  return (
    <button
      type="button"
      className="button quiet icon-only"
      aria-label={text.portfolio.removeManual(name)}
      title={text.portfolio.removeManual(name)}
      onClick={() => void removeHolding({ environment: portfolio.environment, coinId }, name)}
    >
      <Icon name="close" />
    </button>
  )
}

function partsOf({ parts }: Holding): string {
  return parts
    .map(({ amount, source }) => text.portfolio.partOf(formatDecimal(amount), text.portfolio.part[source]))
    .join(', ')
}

/** What the cells take beside the holding. */
interface Given {
  portfolio: Portfolio
  rules: Rules | null
}

const { column, unknown } = text.portfolio

const HOLDING_COLUMNS = columnsOf<Holding, Given>({
  coin: {
    head: column.coin,
    rowHeader: true,
    cell: ({ coinId, name, early, match }) => (
      <span className="coin-name">
        <CoinLink name={name} onOpen={() => openCoin(coinId)} />
        {early ? <Badge>{text.portfolio.early}</Badge> : null}
        {match === 'ticker' ? (
          <Badge tone="warn" icon="info">
            {text.portfolio.byTicker}
          </Badge>
        ) : null}
      </span>
    ),
  },
  amount: {
    head: column.amount,
    align: 'end',
    cell: (row) => <span title={partsOf(row)}>{formatDecimal(row.amount)}</span>,
  },
  price: {
    head: column.price,
    align: 'end',
    givesWay: 5,
    headMark: ({ portfolio: { environment } }) =>
      environment === 'live' ? null : (
        <Tip
          label={`${column.price}. ${text.portfolio.priceMark[environment]}`}
          tip={text.portfolio.priceMark[environment]}
          className="head-mark"
        >
          <Icon name="info" />
        </Tip>
      ),
    cell: ({ price, priceAt, priceAsOfMs, priceFrom, valuedAt }, { portfolio: { environment } }) =>
      price === null ? (
        <Unknown why={unknown.price} />
      ) : valuedAt === 'own-price' && priceAt !== null ? (
        <OwnPrice price={price} at={priceAt} />
      ) : (
        <span className="price">
          <span className="number">{formatPrice(price, null)}</span>
          <span>
            <SimulatedMark environment={environment} />{' '}
            {environment === 'practice' || priceFrom === null ? null : <PriceFrom accountId={priceFrom} />}{' '}
            {priceAt === null ? null : <Age at={priceAt} asOfMs={priceAsOfMs} freshFor={PRICE_FRESH_MS} />}
          </span>
        </span>
      ),
  },
  live: {
    head: column.live,
    align: 'end',
    givesWay: 2,
    cell: ({ coinId }) => <LivePrice coinId={coinId} />,
  },
  value: { head: column.value, align: 'end', cell: (row) => <Value holding={row} /> },
  share: {
    head: column.share,
    align: 'end',
    cell: (row, { portfolio }) => {
      const { share, limit } = row
      const counted = limitShareOf(row, portfolio)
      return share === null ? (
        <Unknown why={unknown.share} />
      ) : (
        <span className="share">
          {limit === null || counted === null ? null : <LimitBar share={toRatio(counted)} limit={toRatio(limit)} />}
          <span className="number">{formatShare(share)}</span>
        </span>
      )
    },
  },
  limit: {
    head: column.limit,
    align: 'end',
    givesWay: 3,
    cell: ({ limit, kind }) => (limit === null ? text.coins.kinds[kind] : formatLimit(limit)),
  },
  room: {
    head: column.room,
    align: 'end',
    givesWay: 2,
    cell: (row, { portfolio, rules }) => {
      const room = roomLeft(row, portfolio, rules)
      return room === null ? <Unknown why={unknown.room} /> : formatMoney(room)
    },
  },
  state: { head: column.state, cell: (row, { portfolio }) => <StandingMark holding={row} portfolio={portfolio} /> },
  acts: {
    head: text.portfolio.acts,
    quietHead: true,
    width: 76,
    tight: true,
    cell: (row) => <Acts holding={row} />,
  },
  remove: {
    head: text.common.remove,
    quietHead: true,
    width: 40,
    tight: true,
    cell: (row, { portfolio }) => <RemoveManual holding={row} portfolio={portfolio} />,
  },
})

const holdingKey = ({ coinId }: Holding) => coinId

/** What has no value stands at the end, under how many there are of it. */
function groupsOf(holdings: readonly Holding[]) {
  const ordered = orderHoldings(holdings)
  const unpriced = ordered.filter(({ value }) => value === null)
  const priced = { id: 'holdings', rows: ordered.slice(0, ordered.length - unpriced.length) }
  if (unpriced.length === 0) return [priced]
  return [priced, { id: 'unpriced', title: text.portfolio.unpricedGroup(unpriced.length), rows: unpriced }]
}

/** The table, the largest value first. */
export function HoldingsTable({ portfolio }: { portfolio: Portfolio }) {
  const rules = useRules((state) => state.rules.value)
  const given = useMemo(() => ({ portfolio, rules }), [portfolio, rules])
  const groups = useMemo(() => groupsOf(portfolio.holdings), [portfolio.holdings])
  return (
    <DataTable
      label={text.portfolio.table}
      columns={HOLDING_COLUMNS}
      given={given}
      groups={groups}
      rowKey={holdingKey}
    />
  )
}
