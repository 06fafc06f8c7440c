// Withdrawals and deposits that may be one transfer: offered, answered by the trader, and his answer taken back.

import { useEffect, useMemo } from 'react'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { TransferPair, Transfers } from '../../../../shared/ledger/transfers.ts'
import { formatDate, formatDecimal, formatTime } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import {
  confirmTransfer,
  loadTransfers,
  refuseTransfer,
  undoTransfer,
} from '../../../state/ledger/transfers-actions.ts'
import { useTransfers } from '../../../state/ledger/transfers-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { type ColumnSpec, columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { MOVEMENT_COLUMNS } from '../movements/movement-columns.tsx'
import { amountOf, useAssetName, usePlaceName } from '../movements/movement-words.ts'

const words = text.transfers

function Side({ movement }: { movement: Movement }) {
  const place = usePlaceName(movement.accountId)
  return (
    <span className="stacked">
      <span>
        <span className="number">{amountOf(movement)}</span> {place}
      </span>
      <time className="muted" dateTime={movement.at}>
        {formatTime(movement.at)}, {formatDate(movement.at)}
      </time>
    </span>
  )
}

function Coin({ pair }: { pair: TransferPair }) {
  return useAssetName(pair.withdrawal)
}

type Say = (name: string, from: string, to: string) => string

function Answer({
  pair,
  label,
  say,
  run,
}: {
  pair: TransferPair
  label: string
  say: Say
  run: (pair: TransferPair) => Promise<void>
}) {
  const name = useAssetName(pair.withdrawal)
  const [from, to] = [usePlaceName(pair.withdrawal.accountId), usePlaceName(pair.deposit.accountId)]
  return (
    <button type="button" className="button" aria-label={say(name, from, to)} onClick={() => void run(pair)}>
      {label}
    </button>
  )
}

const ofPair: Record<string, ColumnSpec<TransferPair, null>> = {
  coin: { head: words.column.coin, rowHeader: true, width: 140, cell: (pair) => <Coin pair={pair} /> },
  left: { head: words.column.left, width: 210, cell: ({ withdrawal }) => <Side movement={withdrawal} /> },
  arrived: { head: words.column.arrived, width: 210, cell: ({ deposit }) => <Side movement={deposit} /> },
  lost: {
    head: words.column.lost,
    align: 'end',
    width: 110,
    givesWay: 3,
    cell: ({ lost }) => formatDecimal(lost),
  },
  why: {
    head: words.column.why,
    givesWay: 4,
    cell: ({ match, minutes }) => (
      <span className="stacked">
        <span>{words.match[match]}</span>
        <span className="muted">{words.minutes(minutes)}</span>
      </span>
    ),
  },
}

const OFFERED = columnsOf<TransferPair, null>({
  ...ofPair,
  answer: {
    head: words.column.answer,
    quietHead: true,
    width: 260,
    cell: (pair) => (
      <span className="action-row">
        <Answer pair={pair} label={words.confirm} say={words.confirmOf} run={confirmTransfer} />
        <Answer pair={pair} label={words.refuse} say={words.refuseOf} run={refuseTransfer} />
      </span>
    ),
  },
})
const ANSWERED = columnsOf<TransferPair, null>({
  ...ofPair,
  answer: {
    head: words.column.answer,
    quietHead: true,
    width: 130,
    cell: (pair) => <Answer pair={pair} label={words.undo} say={words.undoOf} run={undoTransfer} />,
  },
})
const UNMATCHED = MOVEMENT_COLUMNS.filter(({ id }) => ['time', 'kind', 'coin', 'amount', 'place'].includes(id))

const pairKey = ({ withdrawal, deposit }: TransferPair) => `${withdrawal.entryId} ${deposit.entryId}`
const movementKey = ({ entryId }: Movement) => entryId

function Pairs({
  kind,
  pairs,
  columns,
}: {
  kind: keyof typeof words.table
  pairs: readonly TransferPair[]
  columns: typeof OFFERED
}) {
  const groups = useMemo(() => [{ id: kind, rows: pairs }], [kind, pairs])
  return <DataTable label={words.table[kind]} columns={columns} given={null} groups={groups} rowKey={pairKey} />
}

function Unmatched({ movements }: { movements: readonly Movement[] }) {
  const groups = useMemo(() => [{ id: 'unmatched', rows: movements }], [movements])
  return (
    <>
      <p className="hint">{words.unmatchedHelp}</p>
      <DataTable label={words.unmatchedTable} columns={UNMATCHED} given={null} groups={groups} rowKey={movementKey} />
    </>
  )
}

function Answered({ transfers }: { transfers: Transfers }) {
  const { confirmed, confirmedCount, refused, refusedCount, unmatched, unmatchedCount } = transfers
  return (
    <>
      {confirmedCount === 0 ? null : (
        <details>
          <summary>{words.confirmed(confirmedCount)}</summary>
          <Pairs kind="confirmed" pairs={confirmed} columns={ANSWERED} />
        </details>
      )}
      {refusedCount === 0 ? null : (
        <details>
          <summary>{words.refused(refusedCount)}</summary>
          <Pairs kind="refused" pairs={refused} columns={ANSWERED} />
        </details>
      )}
      {unmatchedCount === 0 ? null : (
        <details>
          <summary>{words.unmatched(unmatchedCount)}</summary>
          <Unmatched movements={unmatched} />
        </details>
      )}
    </>
  )
}

function Loaded({ transfers }: { transfers: Transfers }) {
  const { offered, offeredCount, confirmedCount, refusedCount, unmatchedCount } = transfers
  if (offeredCount + confirmedCount + refusedCount + unmatchedCount === 0) return null
  return (
    <details className="card">
      <summary>
        <h2>{words.offered(offeredCount)}</h2>
      </summary>
      <div className="stack">
        <p className="hint">{offeredCount === 0 ? words.none : words.help}</p>
        {offeredCount === 0 ? null : <Pairs kind="offered" pairs={offered} columns={OFFERED} />}
        <Answered transfers={transfers} />
      </div>
    </details>
  )
}

/** The card; nothing while there is neither a withdrawal nor a deposit. */
export function TransfersCard() {
  const transfers = useTransfers((state) => state.transfers)
  useEffect(() => void loadTransfers(), [])
  if (transfers.value === null && transfers.error === null) return null
  return (
    <LoadedView from={transfers} onRetry={() => void loadTransfers()}>
      {(value) => <Loaded transfers={value} />}
    </LoadedView>
  )
}
