// Planned against held, and the prepared orders that lead from one to the other. Each is looked at and placed by hand.

import { useEffect, useMemo } from 'react'
import type { RebalanceItem, RebalancePlan, RebalanceTicket } from '../../../../shared/ledger/targets.ts'
import { sayReason } from '../../../answer-words.ts'
import { formatChange, formatDecimal, formatMoney, formatShare } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { loadPlan, loadTargets, openPlanned } from '../../../state/portfolio/targets-actions.ts'
import { useTargets } from '../../../state/portfolio/targets-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { TargetsForm } from './TargetsForm.tsx'

const words = text.targets
const { column } = words

type Named = Pick<RebalanceItem, 'coinId' | 'narrative'>

function Name({ of: { coinId, narrative } }: { of: Named }) {
  return useCoins((state) => (coinId === null ? (narrative ?? '') : coinName(state, coinId)))
}

const ITEMS = columnsOf<RebalanceItem, null>({
  name: { head: column.name, rowHeader: true, cell: (item) => <Name of={item} /> },
  planned: { head: column.planned, align: 'end', cell: ({ target }) => formatShare(target) },
  held: {
    head: column.held,
    align: 'end',
    cell: ({ share }) => (share === null ? <Unknown why={words.unknown} /> : formatShare(share)),
  },
  drift: {
    head: column.drift,
    align: 'end',
    cell: ({ drift }) => (drift === null ? <Unknown why={words.unknown} /> : formatChange(drift)),
  },
  value: {
    head: column.value,
    align: 'end',
    givesWay: 3,
    cell: ({ value }) => (value === null ? <Unknown why={words.unknown} /> : formatMoney(value)),
  },
  wanted: {
    head: column.wanted,
    align: 'end',
    givesWay: 3,
    cell: ({ wanted }) => (wanted === null ? <Unknown why={words.unknown} /> : formatMoney(wanted)),
  },
})

function TicketButton({ ticket }: { ticket: RebalanceTicket }) {
  const name = useCoins((state) => coinName(state, ticket.coinId))
  return (
    <button
      type="button"
      className="button"
      aria-label={words.openTicket(ticket.side, name)}
      onClick={() => void openPlanned(ticket)}
    >
      {words.ticketShort}
    </button>
  )
}

const TICKETS = columnsOf<RebalanceTicket, null>({
  order: {
    head: column.order,
    rowHeader: true,
    cell: ({ side, amount, market }) => `${words.side[side]} ${formatDecimal(amount)} ${market}`,
  },
  value: { head: column.value, align: 'end', cell: ({ value }) => formatMoney(value) },
  fee: {
    head: column.fee,
    align: 'end',
    givesWay: 3,
    cell: ({ fee }) => (fee === null ? <Unknown why={text.common.unknown} /> : formatMoney(fee)),
  },
  ticket: { head: column.ticket, quietHead: true, align: 'end', cell: (ticket) => <TicketButton ticket={ticket} /> },
})

const itemKey = ({ coinId, narrative }: Named) => `${coinId} ${narrative}`
const ticketKey = ({ accountId, coinId, market, side }: RebalanceTicket) => [accountId, coinId, market, side].join(' ')

function LeftLine({ left }: { left: RebalancePlan['left'][number] }) {
  const name = useCoins((state) => (left.coinId === null ? (left.narrative ?? '') : coinName(state, left.coinId)))
  const why = [words.gap[left.why], ...left.reasons.map(sayReason)].join('. ')
  return words.leftLine(name, why, left.value === null ? null : formatMoney(left.value))
}

function Plan({ plan: { items, tickets, left } }: { plan: RebalancePlan }) {
  const itemGroups = useMemo(() => [{ id: 'items', rows: items }], [items])
  const ticketGroups = useMemo(() => [{ id: 'tickets', rows: tickets }], [tickets])
  if (items.length === 0) return <p className="hint">{words.none}</p>
  return (
    <>
      <DataTable label={words.planTable} columns={ITEMS} given={null} groups={itemGroups} rowKey={itemKey} />
      {tickets.length === 0 ? null : (
        <>
          <p className="hint">{words.preparedHelp}</p>
          <DataTable label={words.prepared} columns={TICKETS} given={null} groups={ticketGroups} rowKey={ticketKey} />
        </>
      )}
      {left.length === 0 ? null : (
        <section aria-label={words.leftTitle}>
          <h3>{words.leftTitle}</h3>
          <ul>
            {left.map((one) => (
              <li key={`${one.coinId} ${one.narrative} ${one.why}`}>
                <LeftLine left={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The card. */
export function TargetsCard() {
  const targets = useTargets((state) => state.targets)
  const plan = useTargets((state) => state.plan)
  useEffect(() => void loadTargets(), [])
  return (
    <section className="card" aria-labelledby="targets-title">
      <h2 id="targets-title">{words.title}</h2>
      <p className="hint">{words.help}</p>
      <LoadedView from={plan} onRetry={() => void loadPlan()}>
        {(value) => <Plan plan={value} />}
      </LoadedView>
      <details>
        <summary>{words.edit}</summary>
        <LoadedView from={targets} onRetry={() => void loadTargets()}>
          {(value) => <TargetsForm key={`${value.environment} ${value.updatedAt}`} targets={value} />}
        </LoadedView>
      </details>
    </section>
  )
}
