// The columns of the watchlist and what each cell shows.

import { Fragment } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { setWatched } from '../../state/coins/coins-actions.ts'
import { openCoin } from '../../state/route-actions.ts'
import { CustomCoinBadge } from '../../ui/CustomCoinBadge.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { ScoreBar } from '../../ui/pictures/ScoreBar.tsx'
import { Tip } from '../../ui/Tip.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { RowOpener } from '../../ui/table/RowOpener.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { PriceCell } from './PriceCell.tsx'
import { latestByVenue } from './stages.ts'
import type { TradeSlot } from './trade-slot.ts'
import type { SortColumn } from './watchlist-rows.ts'

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
      {coin.interest === null ? null : (
        <Tip
          label={`${text.coins.interestMark(coin.name)}. ${coin.interest}`}
          tip={coin.interest}
          className="interest-mark"
        >
          <Icon name="info" />
        </Tip>
      )}
    </span>
  )
}

function ScoreCell({ coin: { score, origin } }: { coin: Coin }) {
  if (origin === 'own') return <CustomCoinBadge why={text.ownCoins.noScore} />
  return score === null ? <Unknown why={text.coins.unknown.score} /> : <ScoreBar score={score} />
}

function AirdropCell({ coin: { airdrop, origin } }: { coin: Coin }) {
  const { published, now } = airdrop
  if (origin === 'own') return <Unknown why={text.ownCoins.noClaim} />
  return (
    <span className="stacked">
      {published === null ? (
        <Unknown why={text.coins.unknown.airdrop} />
      ) : (
        <span>{text.coins.airdropPublished[published]}</span>
      )}
      {now === null ? (
        <Unknown why={text.coins.unknown.airdropNow} />
      ) : (
        <span className="muted">{text.coins.airdropNow[now.state]}</span>
      )}
    </span>
  )
}

function stagesLine(stages: Coin['stages']): string {
  const { stage: words, detail, venueUnnamed } = text.coins
  return stages.map(({ stage, venue }) => detail.stageAt(words[stage], venue ?? venueUnnamed)).join(', ')
}

function StageCell({ coin: { stages, origin } }: { coin: Coin }) {
  const latest = latestByVenue(stages)
  if (origin === 'own') return <Unknown why={text.ownCoins.noStage} />
  if (latest.length === 0) return <Unknown why={text.coins.unknown.stage} />
  return (
    <span className="stacked" title={stagesLine(latest)}>
      <span>
        {latest.map(({ stage, venue }, index) => (
          <Fragment key={venue ?? ''}>
            {index === 0 ? '' : ', '}
            <span className={`stage-word ${stage}`}>{text.coins.stage[stage]}</span>
          </Fragment>
        ))}
      </span>
      <span className="muted">{latest.map(({ venue }) => venue ?? text.coins.venueUnnamed).join(', ')}</span>
    </span>
  )
}

export type ColumnId = keyof typeof text.coins.column

/** What a column is beside its head; it is sortable where `watchlist-rows.ts` says how, and only there. */
type Shown<Id extends ColumnId> = Omit<Column<Coin>, 'id' | 'head' | 'sortable'> &
  (Id extends SortColumn ? { sortable: true } : { sortable?: never })

/** One for each head of `text.coins.column`, in this order. */
const columnsOf = (accountId: string, Trade: TradeSlot): { [Id in ColumnId]: Shown<Id> } => ({
  rank: {
    align: 'end',
    sortable: true,
    givesWay: 5,
    cell: (coin) => coin.rank ?? <Unknown why={text.coins.unknown.rank} />,
  },
  watched: { quietHead: true, cell: (coin) => <WatchStar coin={coin} /> },
  coin: { rowHeader: true, sortable: true, cell: (coin) => <CoinName coin={coin} /> },
  score: { sortable: true, givesWay: 4, cell: (coin) => <ScoreCell coin={coin} /> },
  narratives: {
    givesWay: 1,
    cell: ({ narratives }) =>
      narratives.length === 0 ? <Unknown why={text.coins.unknown.narratives} /> : narratives.join(', '),
  },
  airdrop: { sortable: true, givesWay: 2, cell: (coin) => <AirdropCell coin={coin} /> },
  stage: { sortable: true, givesWay: 3, cell: (coin) => <StageCell coin={coin} /> },
  price: { align: 'end', sortable: true, cell: (coin) => <PriceCell accountId={accountId} coinId={coin.id} /> },
  trade: {
    quietHead: true,
    cell: (coin) => (
      <span className="trade-buttons">
        <Trade accountId={accountId} coinId={coin.id} name={coin.name} short />
      </span>
    ),
  },
})

/** The columns for one account. */
export function coinColumns(accountId: string, Trade: TradeSlot): Column<Coin>[] {
  const shown = columnsOf(accountId, Trade)
  const ids = Object.keys(shown) as ColumnId[]
  return ids.map((id) => ({ id, head: text.coins.column[id], ...shown[id] }))
}
