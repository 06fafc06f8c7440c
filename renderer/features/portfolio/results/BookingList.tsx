// What the numbers of a coin are made of: each sale, fee and income, with the lots that it took.

import { useMemo, useState } from 'react'
import type { BookedPart, Booking } from '../../../../shared/ledger/ledger.ts'
import { formatDate, formatDecimal, formatMoment, formatMoney, formatTime } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { showMovements } from '../../../state/ledger/movements-actions.ts'
import { loadBookings, loadMoreBookings } from '../../../state/ledger/results-actions.ts'
import { useResults } from '../../../state/ledger/results-store.ts'
import { openCoin } from '../../../state/route-actions.ts'
import { openTicket } from '../../../state/ticket/ticket-actions.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { RowOpener } from '../../../ui/table/RowOpener.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { usePlaceName } from '../movements/movement-words.ts'
import { Gain } from './Gain.tsx'

const words = text.results

/** Where a part came from, in words. */
export function partWords({ amount, cost, acquiredAt, missing }: BookedPart): string {
  const much = formatDecimal(amount)
  if (missing) return words.lotMissing(much)
  const paid = cost === null ? words.lotUnknown : formatMoney(cost)
  return acquiredAt === null ? words.lotAverage(much, paid) : words.lot(much, formatDate(acquiredAt), paid)
}

function Place({ accountId }: Pick<Booking, 'accountId'>) {
  return usePlaceName(accountId)
}

/** A movement can book one asset more than once: as what was traded, and as what its fee took. */
const bookingKey = ({ entryId, outcome, amount }: Booking) => `${entryId} ${outcome} ${amount}`

interface Given {
  openKey: string | null
  onOpen: (key: string | null) => void
}

const COLUMNS = columnsOf<Booking, Given>({
  time: {
    head: words.column.time,
    width: 112,
    cell: ({ at }) => (
      <time className="stacked" dateTime={at}>
        <span>{formatTime(at)}</span>
        <span className="muted">{formatDate(at)}</span>
      </time>
    ),
  },
  outcome: {
    head: words.column.outcome,
    rowHeader: true,
    width: 120,
    cell: (booking, { openKey, onOpen }) => (
      <RowOpener
        label={words.openBooking(words.outcome[booking.outcome], formatMoment(booking.at))}
        expanded={openKey === bookingKey(booking)}
        onOpen={() => onOpen(openKey === bookingKey(booking) ? null : bookingKey(booking))}
      >
        {words.outcome[booking.outcome]}
      </RowOpener>
    ),
  },
  place: {
    head: words.column.place,
    width: 130,
    givesWay: 2,
    cell: ({ accountId }) => <Place accountId={accountId} />,
  },
  amount: { head: words.column.amount, align: 'end', width: 130, cell: ({ amount }) => formatDecimal(amount) },
  proceeds: {
    head: words.column.proceeds,
    align: 'end',
    width: 120,
    givesWay: 3,
    cell: ({ proceeds, outcome }) =>
      proceeds !== null ? formatMoney(proceeds) : outcome === 'sold' ? <Unknown why={words.unknown.proceeds} /> : null,
  },
  cost: {
    head: words.column.cost,
    align: 'end',
    width: 120,
    givesWay: 3,
    cell: ({ cost }) => (cost === null ? <Unknown why={words.unknown.cost} /> : formatMoney(cost)),
  },
  result: {
    head: words.column.result,
    align: 'end',
    width: 120,
    cell: ({ result, outcome }) =>
      outcome === 'left' || outcome === 'moved' ? null : <Gain value={result} why={words.unknown.result} />,
  },
  lots: {
    head: words.column.lots,
    givesWay: 4,
    cell: ({ parts: [first, ...more] }) => {
      if (first === undefined) return null
      return more.length === 0 ? partWords(first) : words.lotsMore(partWords(first), more.length)
    },
  },
})

function Parts({ parts }: Pick<Booking, 'parts'>) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={[part.lotId, part.acquiredAt, part.amount, part.missing].join(' ')}>{partWords(part)}</li>
      ))}
    </ul>
  )
}

/** From the numbers of a coin to the coin, its movements and an order of it. */
function Ways({ coinId, name }: { coinId: string | null; name: string }) {
  if (coinId === null) return null
  return (
    <div className="action-row">
      <button type="button" className="button" onClick={() => openCoin(coinId)}>
        {text.listings.openCoin(name)}
      </button>
      <button type="button" className="button" onClick={() => showMovements(coinId)}>
        {text.ledger.movementsOf(name)}
      </button>
      <button type="button" className="button" onClick={() => void openTicket(coinId, 'sell')}>
        {text.orders.ticketOf(name)}
      </button>
    </div>
  )
}

/** The list of the coin that is open. */
export function BookingList({ coinId, name }: { coinId: string | null; name: string }) {
  const [openKey, onOpen] = useState<string | null>(null)
  const given = useMemo(() => ({ openKey, onOpen }), [openKey])
  const bookings = useResults((state) => state.bookings)
  const next = useResults((state) => state.next)
  const groups = useMemo(() => [{ id: 'bookings', rows: bookings.value ?? [] }], [bookings.value])
  return (
    <section className="stack" aria-label={words.bookings(name)}>
      <Ways coinId={coinId} name={name} />
      <LoadedView from={bookings} onRetry={() => void loadBookings()}>
        {(list) =>
          list.length === 0 ? (
            <p className="hint">{words.bookingsNone}</p>
          ) : (
            <DataTable
              label={words.bookings(name)}
              columns={COLUMNS}
              given={given}
              groups={groups}
              rowKey={bookingKey}
              unfolded={{ key: openKey, draw: Parts }}
            />
          )
        }
      </LoadedView>
      {next === null ? null : (
        <button type="button" className="button" onClick={() => void loadMoreBookings()}>
          {words.loadMore}
        </button>
      )}
    </section>
  )
}
