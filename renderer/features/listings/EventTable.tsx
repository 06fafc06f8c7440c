// What became of listings, the newest first: each change of a market's stage once.

import { useMemo } from 'react'
import type { ListingEvent } from '../../../shared/markets/listing.ts'
import { formatDate, formatTime } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { momentInWords } from '../../messages/reasons/en-figures.ts'
import { coinName, useCoins } from '../../state/coins/coins-store.ts'
import { openCoin } from '../../state/route-actions.ts'
import { venueName } from '../../state/session/names.ts'
import { CoinLink } from '../../ui/links/CoinLink.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { MatchBadge } from './coin/ListingLine.tsx'

const words = text.listings

function Coins({ coinIds }: Pick<ListingEvent, 'coinIds'>) {
  const names = useCoins((state) => coinIds.map((coinId) => coinName(state, coinId)).join('\n')).split('\n')
  if (coinIds.length === 0) return <span className="muted">{words.unmatched}</span>
  return coinIds.map((coinId, index) => {
    const name = names[index] ?? coinId
    return <CoinLink key={coinId} name={name} onOpen={() => openCoin(coinId)} />
  })
}

const COLUMNS = columnsOf<ListingEvent, null>({
  time: {
    head: words.column.time,
    width: 120,
    cell: ({ at, seenAt }) => (
      <time className="stacked" dateTime={at ?? seenAt}>
        <span>{formatTime(at ?? seenAt)}</span>
        <span className="muted">{formatDate(at ?? seenAt)}</span>
      </time>
    ),
  },
  coin: { head: words.column.coin, width: 180, cell: ({ coinIds }) => <Coins coinIds={coinIds} /> },
  market: {
    head: words.column.market,
    rowHeader: true,
    width: 220,
    cell: ({ market, venue }) => words.target(market, venueName(venue)),
  },
  became: {
    head: words.column.change,
    width: 240,
    cell: ({ from, to, closesAt }) => (
      <span className="stacked">
        <span>
          {from === null
            ? words.added(text.stages.name[to])
            : words.change(text.stages.name[from], text.stages.name[to])}
        </span>
        {closesAt === null || to === 'delisted' ? null : (
          <span className="muted">{text.stages.closes(momentInWords(closesAt))}</span>
        )}
      </span>
    ),
  },
  match: { head: words.column.match, givesWay: 3, cell: ({ match }) => <MatchBadge match={match} /> },
})

const eventKey = ({ eventId }: ListingEvent) => String(eventId)

/** The table. */
export function EventTable({ events }: { events: readonly ListingEvent[] }) {
  const groups = useMemo(() => [{ id: 'events', rows: events }], [events])
  return <DataTable label={words.events} columns={COLUMNS} given={null} groups={groups} rowKey={eventKey} />
}
