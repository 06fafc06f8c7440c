// The columns of the watchlist and what each cell shows.

import { Fragment } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { text } from '../../messages/en.ts'
import { setWatched } from '../../state/coins/coins-actions.ts'
import { openCoin } from '../../state/route-actions.ts'
import { venueName } from '../../state/session/names.ts'
import { CustomCoinBadge } from '../../ui/CustomCoinBadge.tsx'
import { Tip } from '../../ui/overlay/Tip.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { ScoreBar } from '../../ui/pictures/ScoreBar.tsx'
import { type ColumnSpec, columnsOf } from '../../ui/table/columns.ts'
import { RowOpener } from '../../ui/table/RowOpener.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { ChangeCell } from './ChangeCell.tsx'
import { PriceCell } from './PriceCell.tsx'
import { type ShownStage, shownStages } from './stages.ts'
import type { TradeSlot } from './trade-slot.ts'

function WatchStar({ coin }: { coin: Coin }) {
  return (
    <button
      type="button"
      className="star"
      aria-pressed={coin.watched}
      aria-label={text.coins.watch(coin.name)}
      title={coin.watched ? text.coins.unwatch(coin.name) : text.coins.watch(coin.name)}
      onClick={() => void setWatched(coin.id, !coin.watched)}
    >
      <Icon name="star" filled={coin.watched} />
    </button>
  )
}

function CoinName({ coin }: { coin: Coin }) {
  return (
    <span className="coin-name">
      <span className="name-lines">
        <RowOpener label={text.coins.open(coin.name)} onOpen={() => openCoin(coin.id)}>
          {coin.name}
        </RowOpener>
        {coin.ticker === null ? (
          <Unknown why={coin.origin === 'own' ? text.ownCoins.noTicker : text.coins.unknown.ticker} />
        ) : (
          <span className="ticker">{coin.ticker}</span>
        )}
      </span>
    </span>
  )
}

/** What is to be known of a whole column, said once in its head. */
function HeadMark({ name, words }: { name: string; words: string }) {
  return (
    <Tip label={`${name}. ${words}`} tip={words} className="head-mark">
      <Icon name="info" />
    </Tip>
  )
}

function ScoreCell({ coin: { score, origin } }: { coin: Coin }) {
  if (score !== null) return <ScoreBar score={score} />
  return origin === 'own' ? <CustomCoinBadge why={text.ownCoins.noScore} /> : <Unknown why={text.coins.unknown.score} />
}

function AirdropCell({ coin: { airdrop, origin } }: { coin: Coin }) {
  const { published, now } = airdrop
  if (origin === 'own' && published === null && now === null) return <Unknown why={text.ownCoins.noClaim} />
  return (
    <span className="stacked">
      {published === null ? (
        <Unknown why={text.coins.unknown.airdrop} />
      ) : (
        <span>{text.coins.airdropPublished[published]}</span>
      )}
      {now === null ? null : <span className="muted">{text.coins.airdropNow[now.state]}</span>}
    </span>
  )
}

const stageVenue = ({ venue }: ShownStage): string => (venue === null ? text.coins.venueUnnamed : venueName(venue))
const stagesLine = (stages: readonly ShownStage[]): string =>
  stages.map((stage) => text.coins.stageAt(stage.words, stageVenue(stage))).join(', ')

function StageCell({ coin }: { coin: Coin }) {
  const latest = shownStages(coin)
  if (latest.length === 0)
    return <Unknown why={coin.origin === 'own' ? text.ownCoins.noStage : text.coins.unknown.stage} />
  return (
    <span className="stacked" title={stagesLine(latest)}>
      <span>
        {latest.map(({ stage, venue, words }, index) => (
          <Fragment key={venue ?? ''}>
            {index === 0 ? '' : ', '}
            <span className={`stage-word ${stage ?? ''}`}>{words}</span>
          </Fragment>
        ))}
      </span>
      <span className="muted">{latest.map(stageVenue).join(', ')}</span>
    </span>
  )
}

/** What the cells take beside the coin. */
export interface CoinTableGiven {
  accountId: string
  Trade: TradeSlot
  /** What publishers of these coins have said of their own interest; `null` where nobody has. */
  interest: string | null
}

/** What comes as news, by coin. */
export interface CoinLive {
  /** Prices in dollars, and their changes: those in other currencies are neither sorted nor lined up with these. */
  price: ReadonlyMap<string, Decimal | null>
  change: ReadonlyMap<string, Decimal | null>
  /** Of the portfolio, a fraction; coins that are not held have none. */
  share: ReadonlyMap<string, Decimal | null>
  /** The next one of the trader's work: a day or a moment. */
  deadline: ReadonlyMap<string, string>
}

const percentOf = (fraction: Decimal | null) => (fraction === null ? null : Number(fraction) * 100)

type CoinSpec = ColumnSpec<Coin, CoinTableGiven, CoinLive>
/** Each says how wide it is, so that a list of thousands keeps its columns whichever rows are drawn. */
export type CoinColumn = CoinSpec & Required<Pick<CoinSpec, 'width'>>
type ColumnId = keyof typeof text.coins.column

/** The column in which rows are chosen; it stands in front while they are, and is no matter of the layout. */
export const CHOOSE = 'choose'

const { column, unknown } = text.coins

/** In this order. A text of `text.coins.column` without a column does not compile, nor the other way round. */
export const COIN_COLUMNS = columnsOf<Coin, CoinTableGiven, CoinLive>({
  rank: {
    head: column.rank,
    align: 'end',
    sort: 'number',
    value: ({ rank }) => rank,
    width: 52,
    tight: true,
    givesWay: 5,
    cell: ({ rank }) => rank ?? <Unknown why={unknown.rank} />,
  },
  watched: {
    head: column.watched,
    quietHead: true,
    filter: { kind: 'is', value: ({ watched }) => watched },
    width: 40,
    tight: true,
    cell: (coin) => <WatchStar coin={coin} />,
  },
  coin: {
    head: column.coin,
    headMark: ({ interest }) =>
      interest === null ? null : <HeadMark name={text.coins.interestMark} words={interest} />,
    rowHeader: true,
    sort: 'text',
    value: ({ name }) => name,
    search: ({ name, tickers, what, tags, contracts, noteLine }) =>
      [
        ...[name, what, noteLine ?? '', ...tags, ...tickers.map(({ ticker }) => ticker)],
        ...contracts.map(({ chain, address }) => `${chain} ${address}`),
      ].join(' '),
    width: 248,
    narrowWidth: 184,
    cell: (coin) => <CoinName coin={coin} />,
  },
  score: {
    head: column.score,
    sort: 'number',
    value: ({ score }) => score?.value ?? null,
    filter: { kind: 'range', value: ({ score }) => score?.value ?? null, of: ({ score }) => score?.kind ?? null },
    width: 128,
    givesWay: 4,
    cell: (coin) => <ScoreCell coin={coin} />,
  },
  narratives: {
    head: column.narratives,
    search: ({ narratives }) => narratives.join(' '),
    filter: { kind: 'any', values: ({ narratives }) => narratives },
    width: 'rest',
    givesWay: 1,
    cell: ({ narratives }) => (narratives.length === 0 ? <Unknown why={unknown.narratives} /> : narratives.join(', ')),
  },
  airdrop: {
    head: column.airdrop,
    headMark: () => <HeadMark name={column.airdrop} words={text.coins.airdropLines} />,
    sort: 'text',
    value: ({ airdrop }) => airdrop.published,
    search: ({ airdrop: { published, now } }) =>
      [published ?? '', now === null ? '' : text.coins.airdropNow[now.state]].join(' '),
    filter: { kind: 'any', values: ({ airdrop: { published } }) => (published === null ? [] : [published]) },
    width: 124,
    givesWay: 2,
    cell: (coin) => <AirdropCell coin={coin} />,
  },
  stage: {
    head: column.stage,
    sort: 'text',
    value: ({ stages, seen = [] }) => (seen.length === 0 ? stages.at(-1)?.stage : seen[0]?.stage) ?? null,
    search: (coin) =>
      shownStages(coin)
        .map((stage) => `${stage.words} ${stage.venue ?? ''}`)
        .join(' '),
    filter: { kind: 'any', values: (coin) => shownStages(coin).flatMap(({ stage }) => stage ?? []) },
    width: 140,
    givesWay: 3,
    cell: (coin) => <StageCell coin={coin} />,
  },
  price: {
    head: column.price,
    align: 'end',
    sort: 'decimal',
    live: true,
    headMark: () => <HeadMark name={column.price} words={text.coins.priceMark} />,
    value: ({ id }, { price }) => price.get(id) ?? null,
    width: 136,
    cell: ({ id }, { accountId }) => <PriceCell accountId={accountId} coinId={id} />,
  },
  change: {
    head: column.change,
    align: 'end',
    sort: 'decimal',
    live: true,
    filter: { kind: 'range', value: ({ id }, { change }) => percentOf(change.get(id) ?? null) },
    value: ({ id }, { change }) => change.get(id) ?? null,
    width: 80,
    givesWay: 2,
    cell: ({ id }) => <ChangeCell coinId={id} />,
  },
  trade: {
    head: column.trade,
    quietHead: true,
    width: 'content',
    cell: ({ id, name }, { accountId, Trade }) => (
      <span className="trade-buttons">
        <Trade accountId={accountId} coinId={id} name={name} short />
      </span>
    ),
  },
} satisfies Record<ColumnId, CoinColumn>)
