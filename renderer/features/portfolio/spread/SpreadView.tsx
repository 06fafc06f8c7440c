// The allocation from several sides: by project, narrative, stage, place or exchange, as a picture and as a table.

import { useEffect, useMemo, useState } from 'react'
import type { Portfolio } from '../../../../shared/portfolio.ts'
import { formatDecimal, formatLimit, formatMoney, formatShare, toRatio } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { loadPortfolio, showEnvironment } from '../../../state/portfolio/portfolio-actions.ts'
import { usePortfolio } from '../../../state/portfolio/portfolio-store.ts'
import { openCoin } from '../../../state/route-actions.ts'
import { venueName } from '../../../state/session/names.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { CoinLink } from '../../../ui/links/CoinLink.tsx'
import { colorOf, Donut, isPlain } from '../../../ui/pictures/Donut.tsx'
import { LimitBar } from '../../../ui/pictures/LimitBar.tsx'
import { Treemap } from '../../../ui/pictures/Treemap.tsx'
import { ScreenLink } from '../../../ui/ScreenLink.tsx'
import { EmptyState } from '../../../ui/StateView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { LimitsCard } from '../limits/LimitsCard.tsx'
import { OverridesCard } from '../limits/OverridesCard.tsx'
import { placeName } from '../movements/movement-words.ts'
import styles from '../Portfolio.module.css'
import { TargetsCard } from '../targets/TargetsCard.tsx'
import { ValueCard } from '../value/ValueCard.tsx'
import {
  concentrationOf,
  drawnParts,
  type Known,
  NONE,
  OTHERS,
  type SpreadBy,
  type SpreadLine,
  spreadOf,
  type stageOf,
} from './spread.ts'

const words = text.spread

type Picture = keyof typeof words.pictures

/** A part by its name. */
function nameOf({ id }: SpreadLine, by: SpreadBy, portfolio: Portfolio, known: Known): string {
  if (id === 'cash') return words.cash
  if (id === 'other') return words.other
  if (id === OTHERS) return words.others
  if (by === 'project') return portfolio.holdings.find(({ coinId }) => coinId === id)?.name ?? id
  if (by === 'stage') return words.stages[id as ReturnType<typeof stageOf>] ?? id
  if (by === 'narrative') return id === NONE ? words.noNarrative : id
  if (id === NONE) return by === 'place' ? words.noPlace : words.noExchange
  if (by === 'exchange') return venueName(id)
  return placeName({ accounts: { value: [...known.accounts], error: null, loading: false } }, id)
}

interface Row extends SpreadLine {
  name: string
  /** The colour that it has in the picture. */
  color: string
  limit: string | null
  /** The coin that it is, where it is one. */
  coinId: string | null
}

const COLUMNS = columnsOf<Row, null>({
  name: {
    head: words.column.name,
    rowHeader: true,
    width: 'rest',
    cell: ({ name, color, coinId }) => (
      <span className={styles['swatched']}>
        <span className={`swatch fill-${color}`} aria-hidden="true" />
        {coinId === null ? name : <CoinLink name={name} onOpen={() => openCoin(coinId)} />}
      </span>
    ),
  },
  coins: {
    head: words.column.coins,
    align: 'end',
    width: 90,
    givesWay: 3,
    cell: ({ coins }) => (coins === 0 ? null : coins),
  },
  value: { head: words.column.value, align: 'end', width: 150, cell: ({ value }) => formatMoney(value) },
  share: {
    head: words.column.share,
    align: 'end',
    width: 240,
    cell: ({ share, limit }) =>
      share === null ? (
        <Unknown why={text.portfolio.unknown.total} />
      ) : (
        <span className="share">
          {limit === null ? null : <LimitBar share={toRatio(share)} limit={toRatio(limit)} />}
          <span className="number">
            {limit === null ? formatShare(share) : text.portfolio.sliceLine(formatShare(share), formatLimit(limit))}
          </span>
        </span>
      ),
  },
})

const rowKey = ({ id }: Row) => id

function ConcentrationFigures({ lines }: { lines: readonly SpreadLine[] }) {
  const { largest, like } = concentrationOf(lines)
  if (like === null) return null
  return (
    <section className="block" aria-label={words.concentration}>
      <h2>{words.concentration}</h2>
      <dl className={styles['figures']}>
        {largest.map(({ of, share }) => (
          <div key={of}>
            <dt>{words.largest[of]}</dt>
            <dd className="mid-number">{formatShare(share)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.like}</dt>
          <dd className="mid-number">{words.likeWords(formatDecimal(like.toFixed(1)))}</dd>
        </div>
      </dl>
    </section>
  )
}

function PictureOf({ rows, picture, total }: { rows: readonly Row[]; picture: Picture; total: string }) {
  const parts = rows.map(({ id, share, limit, name }) => ({
    ...{ id, name, ratio: share === null ? 0 : toRatio(share), words: share === null ? '' : formatShare(share) },
    limit: limit === null ? null : toRatio(limit),
  }))
  if (picture === 'treemap') return <Treemap tiles={parts} highlighted={null} />
  return <Donut slices={parts} highlighted={null} center={{ label: text.portfolio.total, value: formatMoney(total) }} />
}

/** The lines with their names, colours and limits; the colour of what a picture draws as one is that of the rest. */
function rowsOf(lines: readonly SpreadLine[], by: SpreadBy, portfolio: Portfolio, known: Known): Row[] {
  return lines.map((line, at) => ({
    ...line,
    name: nameOf(line, by, portfolio, known),
    color: isPlain(line.id) ? line.id : colorOf(at),
    coinId: by === 'project' && portfolio.holdings.some(({ coinId }) => coinId === line.id) ? line.id : null,
    limit: by === 'project' ? (portfolio.holdings.find(({ coinId }) => coinId === line.id)?.limit ?? null) : null,
  }))
}

function Loaded({ portfolio }: { portfolio: Portfolio }) {
  const [by, group] = useState<SpreadBy>('project')
  const [picture, show] = useState<Picture>('donut')
  const coins = useCoins((state) => state.coins.value)
  const accounts = useSession((state) => state.accounts.value)
  const known = useMemo((): Known => ({ coins: coins ?? [], accounts: accounts ?? [] }), [coins, accounts])
  const projects = useMemo(() => spreadOf(portfolio, 'project', known), [portfolio, known])
  const rows = useMemo(() => rowsOf(spreadOf(portfolio, by, known), by, portfolio, known), [portfolio, by, known])
  const drawn = useMemo(
    () => rowsOf(drawnParts(spreadOf(portfolio, by, known)), by, portfolio, known),
    [portfolio, by, known],
  )
  const groups = useMemo(() => [{ id: 'spread', rows }], [rows])
  if (portfolio.total === null || rows.length === 0) {
    return (
      <EmptyState title={words.empty} help={words.emptyHelp}>
        <ScreenLink screen="watchlist" className="button">
          {text.shell.goToWatchlist}
        </ScreenLink>
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles['filter']}>
        <Segmented legend={words.by} options={optionsOf(words.bys)} value={by} onChange={group} />
        <Segmented legend={words.picture} options={optionsOf(words.pictures)} value={picture} onChange={show} />
      </div>
      {by === 'narrative' ? <p className="hint">{words.narrativeHelp}</p> : null}
      {portfolio.unpriced.length === 0 ? null : <p className="hint">{words.leftOut(portfolio.unpriced.length)}</p>}
      <div className={styles['picture']}>
        <PictureOf rows={drawn} picture={picture} total={portfolio.total} />
        <ConcentrationFigures lines={projects} />
      </div>
      <DataTable label={words.table} columns={COLUMNS} given={null} groups={groups} rowKey={rowKey} />
    </>
  )
}

/** The view. */
export function SpreadView() {
  const portfolio = usePortfolio((state) => state.portfolio)
  const environment = useSession(environmentOf)
  useEffect(() => void showEnvironment(environment), [environment])
  return (
    <>
      <LoadedView from={portfolio} onRetry={() => void loadPortfolio()}>
        {(value) => (value.environment === environment ? <Loaded portfolio={value} /> : null)}
      </LoadedView>
      {portfolio.value?.environment === environment ? (
        <>
          <LimitsCard portfolio={portfolio.value} />
          <OverridesCard key={environment} environment={environment} limits={portfolio.value.limits} />
        </>
      ) : null}
      <ValueCard key={`value ${environment}`} />
      <TargetsCard key={environment} />
    </>
  )
}
