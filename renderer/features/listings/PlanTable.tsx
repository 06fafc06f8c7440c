// The planned listings of every coin, the next opening first.

import { useMemo } from 'react'
import type { ListingPlan } from '../../../shared/markets/listing.ts'
import { text } from '../../messages/late/en.ts'
import { venueName } from '../../state/session/names.ts'
import { Countdown } from '../../ui/moments/Countdown.tsx'
import { OpeningTime } from '../../ui/moments/OpeningTime.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { MatchBadge } from './coin/ListingLine.tsx'
import { ListedCoin } from './ListedCoin.tsx'

const words = text.listings

const COLUMNS = columnsOf<ListingPlan, null>({
  coin: { head: words.column.coin, rowHeader: true, cell: ({ coinId }) => <ListedCoin coinId={coinId} /> },
  market: { head: words.column.market, cell: ({ market, venue }) => words.target(market, venueName(venue)) },
  left: {
    head: words.column.left,
    cell: ({ opensAt, clockOffsetMs }) => <Countdown at={opensAt} offsetMs={clockOffsetMs} over={words.opened} />,
  },
  opens: { head: words.column.opens, cell: ({ opensAt }) => <OpeningTime at={opensAt} /> },
  setBy: { head: words.column.setBy, givesWay: 4, cell: ({ setBy }) => words.setBy[setBy] },
  match: { head: words.column.match, givesWay: 3, cell: ({ match }) => <MatchBadge match={match} /> },
})

const planKey = ({ coinId, venue, market }: ListingPlan) => `${coinId} ${venue} ${market}`

/** The table. */
export function PlanTable({ plans }: { plans: readonly ListingPlan[] }) {
  const groups = useMemo(
    () => [{ id: 'plans', rows: plans.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1)) }],
    [plans],
  )
  return <DataTable label={words.plans} columns={COLUMNS} given={null} groups={groups} rowKey={planKey} />
}
