// What was made by place and by year.

import { useMemo } from 'react'
import { add, type Decimal, multiply, subtract } from '../../../../shared/decimal.ts'
import type { CoinResult, PlaceResult, ResultSums, YearResult } from '../../../../shared/ledger/results.ts'
import { formatMoney } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { type ColumnSpec, columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { usePlaceName } from '../movements/movement-words.ts'
import { Gain } from './Gain.tsx'

const words = text.results
const { column } = words

const NOTHING: Omit<ResultSums, 'unknown'> = { proceeds: '0', cost: '0', realised: '0', income: '0', fees: '0' }

const netOf = ({ realised, income, fees }: Pick<ResultSums, 'realised' | 'income' | 'fees'>): Decimal =>
  subtract(add(realised, income), fees)

/** A place with what was made there, and what is there now at today's prices. */
export interface PlaceLine extends Omit<ResultSums, 'unknown'> {
  accountId: string
  /** `null` where nothing there has a price. */
  value: Decimal | null
  unrealised: Decimal | null
}

/** Every place where something was made, or is. */
export function placeLines(places: readonly PlaceResult[], coins: readonly CoinResult[]): PlaceLine[] {
  const lines = new Map<string, PlaceLine>(places.map((place) => [place.accountId, { ...place, value: null }]))
  for (const coin of coins) {
    for (const { accountId, amount } of coin.places) {
      const line = lines.get(accountId) ?? { ...NOTHING, accountId, value: null, unrealised: null }
      const more = coin.price === null ? null : multiply(amount, coin.price)
      lines.set(accountId, { ...line, value: more === null ? line.value : add(line.value ?? '0', more) })
    }
  }
  return [...lines.values()].toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
}

function sumColumns<Row extends Omit<ResultSums, 'unknown'>>(): Record<string, ColumnSpec<Row, null>> {
  return {
    realized: { head: column.realized, align: 'end', cell: ({ realised }) => <Gain value={realised} why="" /> },
    income: { head: column.income, align: 'end', cell: ({ income }) => formatMoney(income) },
    fees: { head: column.fees, align: 'end', cell: ({ fees }) => formatMoney(fees) },
    net: { head: column.net, align: 'end', cell: (row) => <Gain value={netOf(row)} why="" /> },
  }
}

function Place({ accountId }: { accountId: string }) {
  return usePlaceName(accountId)
}

const PLACE_COLUMNS = columnsOf<PlaceLine, null>({
  place: { head: column.place, rowHeader: true, cell: ({ accountId }) => <Place accountId={accountId} /> },
  ...sumColumns<PlaceLine>(),
  unrealized: {
    head: column.unrealized,
    align: 'end',
    cell: ({ unrealised }) => <Gain value={unrealised} why={words.unknown.average} />,
  },
  value: {
    head: column.value,
    align: 'end',
    cell: ({ value }) => (value === null ? <Unknown why={words.unknown.price} /> : formatMoney(value)),
  },
})

const YEAR_COLUMNS = columnsOf<YearResult, null>({
  year: { head: column.year, rowHeader: true, cell: ({ year }) => year },
  ...sumColumns<YearResult>(),
})

/** By place. */
export function PlaceTable({ places, coins }: { places: readonly PlaceResult[]; coins: readonly CoinResult[] }) {
  const groups = useMemo(() => [{ id: 'places', rows: placeLines(places, coins) }], [places, coins])
  return (
    <section className="block" aria-labelledby="results-by-place">
      <h2 id="results-by-place">{words.byPlace}</h2>
      <DataTable
        label={words.byPlace}
        columns={PLACE_COLUMNS}
        given={null}
        groups={groups}
        rowKey={({ accountId }) => accountId}
      />
      {coins.some(({ price, places: held }) => price === null && held.length > 0) ? (
        <p className="hint">{words.unpriced}</p>
      ) : null}
    </section>
  )
}

/** By year. */
export function YearTable({ years }: { years: readonly YearResult[] }) {
  const groups = useMemo(() => [{ id: 'years', rows: years }], [years])
  if (years.length === 0) return null
  return (
    <section className="block" aria-labelledby="results-by-year">
      <h2 id="results-by-year">{words.byYear}</h2>
      <DataTable
        label={words.byYear}
        columns={YEAR_COLUMNS}
        given={null}
        groups={groups}
        rowKey={({ year }) => String(year)}
      />
    </section>
  )
}
