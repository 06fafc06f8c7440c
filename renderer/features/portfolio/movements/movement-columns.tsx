// The columns of the movements: when, what, how much, at what price, where, and who says so.

import { isZero } from '../../../../shared/decimal.ts'
import { totalOf } from '../../../../shared/ledger/amounts.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { formatDate, formatDecimal, formatMoment, formatMoney, formatPrice, formatTime } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useMovements } from '../../../state/ledger/movements-store.ts'
import { columnsOf } from '../../../ui/table/columns.ts'
import { RowOpener } from '../../../ui/table/RowOpener.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { amountOf, signedAmount, sourceOf, useAssetName, usePlaceName } from './movement-words.ts'

const words = text.ledger

function Opener({ movement }: { movement: Movement }) {
  const { entryId, kind, at } = movement
  const name = useAssetName(movement)
  const isOpen = useMovements(({ open }) => open?.kind === 'movement' && open.entryId === entryId)
  return (
    <RowOpener
      label={words.open(words.kinds[kind], name, formatMoment(at))}
      onOpen={() => useMovements.getState().set({ open: isOpen ? null : { kind: 'movement', entryId } })}
    >
      {words.kinds[kind]}
    </RowOpener>
  )
}

function Coin({ movement }: { movement: Movement }) {
  const name = useAssetName(movement)
  return (
    <span className="stacked">
      <span>{name}</span>
      {name === movement.asset ? null : <span className="muted">{movement.asset}</span>}
    </span>
  )
}

function Target({ to }: { to: NonNullable<Movement['to']> }) {
  return (
    <span className="muted">
      {signedAmount(to.amount, false)} {to.asset}
    </span>
  )
}

function Place({ movement: { accountId, to } }: { movement: Movement }) {
  const from = usePlaceName(accountId)
  const target = usePlaceName(to?.accountId ?? accountId)
  if (from === target) return from
  return (
    <span className="stacked">
      <span>{from}</span>
      <span className="muted">→ {target}</span>
    </span>
  )
}

/** Prices are a matter of what is paid for, or has a worth when it comes. */
const UNPRICED: ReadonlySet<Movement['kind']> = new Set(['withdrawal', 'transfer', 'fee', 'migration'])

export const MOVEMENT_COLUMNS = columnsOf<Movement, null>({
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
  kind: { head: words.column.kind, rowHeader: true, width: 120, cell: (movement) => <Opener movement={movement} /> },
  coin: { head: words.column.coin, width: 150, cell: (movement) => <Coin movement={movement} /> },
  amount: {
    head: words.column.amount,
    align: 'end',
    width: 150,
    cell: (movement) => (
      <span className="price">
        <span className="number">{amountOf(movement)}</span>
        {movement.to === null ? null : <Target to={movement.to} />}
      </span>
    ),
  },
  price: {
    head: words.column.price,
    align: 'end',
    width: 130,
    givesWay: 4,
    cell: ({ price, currency, kind }) =>
      price !== null ? (
        <span>
          <span className="number">{formatPrice(price, null)}</span> <span className="muted">{currency}</span>
        </span>
      ) : UNPRICED.has(kind) ? null : (
        <Unknown why={words.unknown.price} />
      ),
  },
  total: {
    head: words.column.total,
    align: 'end',
    width: 140,
    givesWay: 1,
    cell: (movement) => {
      const total = totalOf(movement)
      if (total !== null)
        return (
          <span>
            <span className="number">{formatMoney(total)}</span> <span className="muted">{movement.currency}</span>
          </span>
        )
      return UNPRICED.has(movement.kind) ? null : <Unknown why={words.unknown.total} />
    },
  },
  fee: {
    head: words.column.fee,
    align: 'end',
    width: 120,
    givesWay: 2,
    cell: ({ fee }) =>
      fee === null || isZero(fee.amount) ? null : (
        <span>
          <span className="number">{formatDecimal(fee.amount)}</span> <span className="muted">{fee.asset}</span>
        </span>
      ),
  },
  place: { head: words.column.place, width: 150, givesWay: 5, cell: (movement) => <Place movement={movement} /> },
  source: {
    head: words.column.source,
    givesWay: 3,
    cell: (movement) => <span className="muted">{words.source[sourceOf(movement)]}</span>,
  },
})
