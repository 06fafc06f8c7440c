// Columns of the watchlist that are shown when they are asked for: mostly of the trader's own work. Each is one entry, as in
// coin-columns.tsx.

import type { Coin } from '../../../../shared/coin.ts'
import { CRITERION_VERDICTS, type CriterionVerdict } from '../../../../shared/research/criteria.ts'
import { formatDate, formatMoment, formatShare } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { useAirdrops } from '../../../state/coins/airdrops-store.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { usePortfolio } from '../../../state/portfolio/portfolio-store.ts'
import { useCriteria } from '../../../state/research/criteria-store.ts'
import { venueName } from '../../../state/session/names.ts'
import { columnsOf } from '../../../ui/table/columns.ts'
import { endOf } from '../../../ui/table/filters.ts'
import { Unknown } from '../../../ui/Unknown.tsx'
import type { CoinColumn, CoinLive, CoinTableGiven } from '../coin-columns.tsx'
import { CriteriaFilter } from '../criteria/CriteriaFilter.tsx'
import { meetsVerdicts, nameOfCriterion, sayVerdict, verdictsOf } from '../criteria/criterion-words.ts'
import { shownStages } from '../stages.ts'
import { useWatchlist } from '../watchlist-store.ts'
import { chooseTo, toggleRow } from './choosing.ts'
import { nextDeadlines } from './own-work.ts'

function DeadlineCell({ id }: Coin) {
  const airdrops = useAirdrops((state) => state.airdrops.value)
  const tasks = useTasks((state) => state.tasks.value)
  const at = useClock(({ now }) => nextDeadlines({ airdrops, tasks }, now).get(id) ?? null)
  if (at === null) return <Unknown why={unknown.deadline} />
  // A day has no hour, and as a moment of UTC it would be another day in the west.
  return <time dateTime={at}>{at.includes('T') ? formatMoment(at) : formatDate(`${at}T12:00:00`)}</time>
}

function ShareCell({ id }: Coin) {
  const held = usePortfolio(({ portfolio }) => portfolio.value?.holdings.find(({ coinId }) => coinId === id))
  if (held === undefined) return <Unknown why={unknown.share} />
  return held.share === null ? <Unknown why={unknown.shareNoPrice} /> : formatShare(held.share)
}

function ChooseCell({ id, name }: Coin) {
  const isChosen = useWatchlist(({ chosen }) => chosen?.has(id) === true)
  return (
    <input
      type="checkbox"
      className="choose-row"
      aria-label={text.list.choosing.row(name)}
      checked={isChosen}
      onChange={({ nativeEvent }) =>
        nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? chooseTo(id) : toggleRow(id)
      }
    />
  )
}

function ExchangeCell(coin: Coin) {
  const venues = venuesOf(coin)
  return venues.length === 0 ? <Unknown why={unknown.exchange} /> : venues.map(sayVenue).join(', ')
}

function CriteriaCell({ criteria }: Coin) {
  const known = useCriteria((state) => state.criteria)
  const saidOf = (verdict: CriterionVerdict) => {
    const names = criteria
      .filter((mark) => mark.verdict === verdict)
      .map(({ criterionId }) => nameOfCriterion(criterionId, known))
    return names.length === 0 ? [] : [text.criteria.list(text.criteria.verdicts[verdict], names.join(', '))]
  }
  const line = CRITERION_VERDICTS.flatMap(saidOf).join(' · ')
  if (line === '') return <Unknown why={unknown.criteria} />
  return (
    <span className="clipped" title={line}>
      {line}
    </span>
  )
}

/** A venue that the source does not name. */
const UNNAMED = '?'

/** Where it can be or could be traded, by the latest evidence of each exchange. */
function venuesOf(coin: Coin): string[] {
  return shownStages(coin).map(({ venue }) => venue ?? UNNAMED)
}

const sayVenue = (venue: string) => (venue === UNNAMED ? text.coins.venueUnnamed : venueName(venue))

const { column, unknown } = text.list
type ColumnId = keyof typeof column

/** In this order. A text of `text.list.column` without a column does not compile, nor the other way round. */
export const WORK_COLUMNS = columnsOf<Coin, CoinTableGiven, CoinLive>({
  choose: {
    head: column.choose,
    quietHead: true,
    hidden: true,
    width: 36,
    tight: true,
    cell: (coin) => <ChooseCell {...coin} />,
  },
  exchange: {
    head: column.exchange,
    hidden: true,
    sort: 'text',
    value: (coin) => venuesOf(coin)[0] ?? null,
    filter: { kind: 'any', values: venuesOf, say: sayVenue },
    width: 140,
    cell: (coin) => <ExchangeCell {...coin} />,
  },
  tags: {
    head: column.tags,
    hidden: true,
    sort: 'text',
    value: ({ tags }) => tags[0] ?? null,
    filter: { kind: 'any', values: ({ tags }) => tags },
    width: 140,
    cell: ({ tags }) => (tags.length === 0 ? <Unknown why={unknown.tags} /> : tags.join(', ')),
  },
  progress: {
    head: column.progress,
    hidden: true,
    sort: 'text',
    value: ({ airdrop }) => text.coins.progress[airdrop.progress],
    search: ({ airdrop }) => (airdrop.progress === 'not-started' ? '' : text.coins.progress[airdrop.progress]),
    filter: {
      kind: 'any',
      values: ({ airdrop }) => [airdrop.progress],
      say: (value) => Object.entries(text.coins.progress).find(([key]) => key === value)?.[1] ?? value,
    },
    width: 148,
    cell: ({ airdrop }) => text.coins.progress[airdrop.progress],
  },
  deadline: {
    head: column.deadline,
    hidden: true,
    live: true,
    sort: 'number',
    value: ({ id }, { deadline }) => {
      const at = deadline.get(id)
      return at === undefined ? null : endOf(at)
    },
    filter: { kind: 'days', value: ({ id }, { deadline }) => deadline.get(id) ?? null },
    width: 156,
    cell: (coin) => <DeadlineCell {...coin} />,
  },
  share: {
    head: column.share,
    hidden: true,
    live: true,
    align: 'end',
    sort: 'decimal',
    value: ({ id }, { share }) => share.get(id) ?? null,
    filter: { kind: 'is', value: ({ id }, { share }) => share.has(id) },
    width: 96,
    cell: (coin) => <ShareCell {...coin} />,
  },
  note: {
    head: column.note,
    hidden: true,
    sort: 'text',
    value: ({ noteLine }) => noteLine,
    filter: { kind: 'is', value: ({ noteLine }) => noteLine !== null },
    width: 220,
    cell: ({ noteLine }) =>
      noteLine === null ? (
        <Unknown why={unknown.note} />
      ) : (
        <span className="clipped" title={noteLine}>
          {noteLine}
        </span>
      ),
  },
  early: {
    head: column.early,
    hidden: true,
    sort: 'text',
    value: ({ early }) => text.list.early[early ? 'yes' : 'no'],
    filter: { kind: 'is', value: ({ early }) => early },
    width: 104,
    cell: ({ early }) => text.list.early[early ? 'yes' : 'no'],
  },
  criteria: {
    head: column.criteria,
    hidden: true,
    sort: 'number',
    value: ({ criteria }) => {
      const marked = criteria.filter(({ verdict }) => verdict !== 'unknown')
      return marked.length === 0 ? null : marked.filter(({ verdict }) => verdict === 'met').length
    },
    filter: {
      kind: 'any',
      values: verdictsOf,
      say: sayVerdict,
      test: meetsVerdicts,
      editor: (chosen) => <CriteriaFilter column="criteria" chosen={chosen} />,
    },
    width: 220,
    cell: (coin) => <CriteriaCell {...coin} />,
  },
  kind: {
    head: column.kind,
    hidden: true,
    sort: 'text',
    value: ({ kind }) => text.coins.kinds[kind],
    filter: {
      kind: 'any',
      values: ({ kind }) => [kind],
      say: (value) => Object.entries(text.coins.kinds).find(([key]) => key === value)?.[1] ?? value,
    },
    width: 104,
    cell: ({ kind }) => text.coins.kinds[kind],
  },
  origin: {
    head: column.origin,
    hidden: true,
    sort: 'text',
    value: ({ origin }) => text.list.origin[origin],
    filter: {
      kind: 'any',
      values: ({ origin }) => [origin],
      say: (value) => Object.entries(text.list.origin).find(([key]) => key === value)?.[1] ?? value,
    },
    width: 116,
    cell: ({ origin }) => text.list.origin[origin],
  },
} satisfies Record<ColumnId, CoinColumn>)
