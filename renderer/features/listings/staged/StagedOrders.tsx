// The staged orders of every coin: what each will do, what it waits for or became, and its way out.

import { useEffect, useMemo, useState } from 'react'
import { isStagedOpen, type Staged } from '../../../../shared/markets/staged.ts'
import { sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { cancelStaged, loadStaged, openStagedTicket, watchStaged } from '../../../state/listings/staged-actions.ts'
import { useStaged } from '../../../state/listings/staged-store.ts'
import { reportDone } from '../../../state/report.ts'
import { labelOf, venueName } from '../../../state/session/names.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { OpeningTime } from '../../../ui/moments/OpeningTime.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { ListedCoin } from '../ListedCoin.tsx'

const words = text.listings.staged

function Where({ row: { market, venue, accountId } }: { row: Staged }) {
  const label = useSession((state) => labelOf(state, accountId))
  return (
    <span className="stacked">
      <span>{text.listings.target(market, venueName(venue))}</span>
      <span className="muted">{label}</span>
    </span>
  )
}

function What({ row: { trigger, side, size, market, maxPrice } }: { row: Staged }) {
  const [base = '', quote = ''] = market.split('/')
  const amount = `${size.value} ${size.unit === 'quote' ? quote : base}`
  return (
    <span className="stacked">
      <span>{words.triggers[trigger]}</span>
      {maxPrice === null ? null : <span className="muted">{words.orderOf(side, amount, `${maxPrice} ${quote}`)}</span>}
    </span>
  )
}

function Actions({ row }: { row: Staged }) {
  const [busy, setBusy] = useState(false)
  const name = useCoins((state) => coinName(state, row.coinId))
  if (!isStagedOpen(row)) return null
  const cancel = async () => {
    if (busy) return
    setBusy(true)
    if (await cancelStaged(row.stagedId)) reportDone(words.canceled(name))
    setBusy(false)
  }
  return (
    <span className="action-row">
      {row.state === 'asking' ? (
        <button type="button" className="button" onClick={() => void openStagedTicket(row)}>
          {words.openTicket}
        </button>
      ) : null}
      <button
        type="button"
        className="button quiet"
        aria-disabled={busy}
        aria-label={words.cancelOf(name)}
        onClick={() => void cancel()}
      >
        {words.cancel}
      </button>
    </span>
  )
}

const COLUMNS = columnsOf<Staged, null>({
  coin: { head: text.listings.column.coin, rowHeader: true, cell: ({ coinId }) => <ListedCoin coinId={coinId} /> },
  market: { head: text.listings.column.market, cell: (row) => <Where row={row} /> },
  what: { head: words.what, cell: (row) => <What row={row} /> },
  window: {
    head: words.window,
    givesWay: 3,
    cell: ({ from, until }) => (
      <span className="stacked">
        <OpeningTime at={from} />
        <OpeningTime at={until} />
      </span>
    ),
  },
  state: {
    head: words.state,
    cell: ({ state, reason }) => (
      <span className="stacked">
        <span>{words.states[state]}</span>
        {reason === null ? null : <span className="muted">{sayReason(reason)}</span>}
      </span>
    ),
  },
  actions: { head: words.actions, quietHead: true, cell: (row) => <Actions row={row} /> },
})

const keyOf = ({ stagedId }: Staged) => stagedId

function StagedTable({ rows }: { rows: readonly Staged[] }) {
  const groups = useMemo(() => [{ id: 'staged', rows }], [rows])
  return <DataTable label={words.title} columns={COLUMNS} given={null} groups={groups} rowKey={keyOf} />
}

/** The section. */
export function StagedOrders() {
  const staged = useStaged((state) => state.staged)
  useEffect(() => watchStaged(), [])
  return (
    <section className="block" aria-label={words.title}>
      <h2>{words.title}</h2>
      <LoadedView from={staged} onRetry={() => void loadStaged()}>
        {(rows) => (rows.length === 0 ? <p className="muted">{words.none}</p> : <StagedTable rows={rows} />)}
      </LoadedView>
    </section>
  )
}
