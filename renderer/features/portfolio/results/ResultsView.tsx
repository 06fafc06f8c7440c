// What was made and what is held at what cost, by one method, of one year or of all, with what no number can count.

import { useEffect, useMemo } from 'react'
import { COST_METHODS, INCOME_BASES } from '../../../../shared/ledger/ledger.ts'
import type { CoinResult, Results } from '../../../../shared/ledger/results.ts'
import { formatMoney } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import {
  chooseBasis,
  chooseResults,
  exportResults,
  followResults,
  loadResults,
  showResultsOf,
} from '../../../state/ledger/results-actions.ts'
import { assetKey, useResults } from '../../../state/ledger/results-store.ts'
import { usePortfolioView } from '../../../state/portfolio/portfolio-view-store.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { EmptyState } from '../../../ui/StateView.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useAssetName } from '../movements/movement-words.ts'
import styles from '../Portfolio.module.css'
import { BookingList } from './BookingList.tsx'
import { COIN_RESULT_COLUMNS } from './coin-result-columns.tsx'
import { Gain } from './Gain.tsx'
import { LeftOut, MissingPurchases } from './Missing.tsx'
import { PlaceTable, YearTable } from './SumTables.tsx'

const words = text.results
const ALL = 'all'

/** Before the first result there may be purchases, whose years are asked for as well. */
const LAST_YEARS = 6

/** Years that can be asked for: the last ones, and all since the first with a result. */
export function yearsOf(results: Pick<Results, 'years'> | null, year: number | null, now: number): number[] {
  const current = new Date(now).getUTCFullYear()
  const first = Math.min(current - LAST_YEARS + 1, year ?? current, ...(results?.years.map((one) => one.year) ?? []))
  const last = Math.max(current, year ?? current)
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
}

function Toolbar() {
  const method = useResults((state) => state.method)
  const year = useResults((state) => state.year)
  const results = useResults((state) => state.results.value)
  const basis = useSession((state) => state.settings.airdropBasis)
  const day = useClock(({ now }) => Math.floor(now / 86_400_000))
  const years = yearsOf(results, year, day * 86_400_000).map(String)
  return (
    <div className={styles['filter']}>
      <SelectField
        label={words.method}
        value={method}
        options={COST_METHODS.map((value) => ({ value, label: words.methods[value] }))}
        onChange={(next) => void chooseResults({ method: next })}
      />
      <SelectField
        label={words.year}
        value={year === null ? ALL : String(year)}
        options={[{ value: ALL, label: words.allYears }, ...years.map((value) => ({ value, label: value }))]}
        onChange={(next) => void chooseResults({ year: next === ALL ? null : Number(next) })}
      />
      <SelectField
        label={words.basis}
        value={basis}
        options={INCOME_BASES.map((value) => ({ value, label: words.bases[value] }))}
        onChange={(next) => void chooseBasis(next)}
      />
      <button type="button" className="button" onClick={() => void exportResults()}>
        {year === null ? words.exportAll : words.exportYear(year)}
      </button>
    </div>
  )
}

function Figures({ results }: { results: Results }) {
  const { net, realised, income, fees, unrealised, value, heldCost } = results
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>{words.net}</dt>
        <dd className="big-number">
          <Gain value={net} why="" />
        </dd>
      </div>
      {(
        [
          [words.realized, <Gain key="realized" value={realised} why="" />],
          [words.income, formatMoney(income)],
          [words.fees, formatMoney(fees)],
          [words.unrealized, <Gain key="unrealized" value={unrealised} why="" />],
          [words.value, formatMoney(value)],
          [words.heldCost, formatMoney(heldCost)],
        ] as const
      ).map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="mid-number">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function Unfolded({ coin }: { coin: CoinResult }) {
  return <BookingList coinId={coin.coinId} name={useAssetName(coin)} />
}

function CoinTable({ coins }: { coins: readonly CoinResult[] }) {
  const openKey = useResults((state) => state.openKey)
  const groups = useMemo(() => [{ id: 'coins', rows: coins }], [coins])
  return (
    <DataTable
      label={words.byCoin}
      columns={COIN_RESULT_COLUMNS}
      given={null}
      groups={groups}
      rowKey={assetKey}
      unfolded={{ key: openKey, draw: (coin) => <Unfolded coin={coin} /> }}
    />
  )
}

function Loaded({ results }: { results: Results }) {
  const { coins, leftOut, missing, missingCount, places, years, method, dollars } = results
  if (coins.length === 0 && missingCount === 0) {
    return (
      <EmptyState title={words.empty} help={words.emptyHelp}>
        <button type="button" className="button" onClick={() => usePortfolioView.getState().show('movements')}>
          {text.ledger.movements}
        </button>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="hint">
        {words.methodHelp[method]} {words.currencyNote} {words.dollars(dollars.join(', '))}{' '}
        <strong>{words.disclaimer}</strong>
      </p>
      <Figures results={results} />
      <LeftOut leftOut={leftOut} />
      <CoinTable coins={coins} />
      <div className="form-row">
        <PlaceTable places={places} coins={coins} />
        <YearTable years={years} />
      </div>
      <MissingPurchases missing={missing} missingCount={missingCount} />
    </>
  )
}

/** The view. */
export function ResultsView() {
  const results = useResults((state) => state.results)
  const environment = useSession(environmentOf)
  useEffect(() => void showResultsOf(environment), [environment])
  useEffect(followResults, [])
  return (
    <>
      <Toolbar />
      <LoadedView from={results} onRetry={() => void loadResults()}>
        {(value) => (value.environment === environment ? <Loaded results={value} /> : null)}
      </LoadedView>
    </>
  )
}
