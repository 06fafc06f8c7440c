// What the totals leave out, and purchases that no movement tells of.

import { useMemo } from 'react'
import type { MissingEntry, Results } from '../../../../shared/ledger/results.ts'
import { formatDate, formatDecimal, formatTime } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { showMovements } from '../../../state/ledger/movements-actions.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useAssetName, usePlaceName } from '../movements/movement-words.ts'

const words = text.results

function LeftOutLine({ one }: { one: Results['leftOut'][number] }) {
  const name = useAssetName(one)
  return words.leftOutLine[one.why](name, formatDecimal(one.amount))
}

/** Nothing where everything that is held has a price and a cost. */
export function LeftOut({ leftOut }: Pick<Results, 'leftOut'>) {
  if (leftOut.length === 0) return null
  return (
    <details className="card">
      <summary>
        <h2>
          {words.leftOut} ({leftOut.length})
        </h2>
      </summary>
      <ul>
        {leftOut.map((one) => (
          <li key={`${one.coinId} ${one.asset} ${one.why}`}>
            <LeftOutLine one={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Coin({ entry }: { entry: MissingEntry }) {
  const name = useAssetName(entry)
  const { coinId } = entry
  if (coinId === null) return name
  return (
    <button
      type="button"
      className="text-button coin-link"
      aria-label={text.ledger.movementsOf(name)}
      onClick={() => showMovements(coinId)}
    >
      {name}
    </button>
  )
}

function Place({ accountId }: Pick<MissingEntry, 'accountId'>) {
  return usePlaceName(accountId)
}

const COLUMNS = columnsOf<MissingEntry, null>({
  time: {
    head: words.column.time,
    width: 120,
    cell: ({ at }) => (
      <time className="stacked" dateTime={at}>
        <span>{formatTime(at)}</span>
        <span className="muted">{formatDate(at)}</span>
      </time>
    ),
  },
  coin: { head: words.column.coin, rowHeader: true, width: 200, cell: (entry) => <Coin entry={entry} /> },
  outcome: { head: words.column.outcome, width: 140, cell: ({ outcome }) => words.outcome[outcome] },
  amount: { head: words.column.amount, align: 'end', width: 160, cell: ({ amount }) => formatDecimal(amount) },
  place: { head: words.column.place, cell: ({ accountId }) => <Place accountId={accountId} /> },
})

const missingKey = ({ entryId, coinId, asset, outcome, amount }: MissingEntry) =>
  [entryId, coinId, asset, outcome, amount].join(' ')

/** Nothing where none is missing. */
export function MissingPurchases({ missing, missingCount }: Pick<Results, 'missing' | 'missingCount'>) {
  const groups = useMemo(() => [{ id: 'missing', rows: missing }], [missing])
  if (missingCount === 0) return null
  return (
    <section className="block" aria-labelledby="results-missing">
      <h2 id="results-missing">{words.missing(missingCount)}</h2>
      <div className="notice warn">
        <Icon name="warn" />
        <p>
          {words.missingHelp} {missingCount > missing.length ? words.missingShown(missing.length, missingCount) : ''}
        </p>
      </div>
      <DataTable label={words.missingTable} columns={COLUMNS} given={null} groups={groups} rowKey={missingKey} />
    </section>
  )
}
