// One coin whole: what was published, apart from it what was found later, and the trader's own part.

import type { CoinDetail } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { loadDetail } from '../../../state/coins/coins-actions.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { closeCoin } from '../../../state/route-actions.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { useUndo } from '../../../state/undo/undo-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ScoreBar } from '../../../ui/pictures/ScoreBar.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { CoinPrice } from '../CoinPrice.tsx'
import type { CoinSlots } from '../trade-slot.ts'
import { Criteria } from './facts/Criteria.tsx'
import { OwnResearch } from './facts/OwnResearch.tsx'
import { Timeline } from './facts/Timeline.tsx'
import { LaterFacts } from './LaterFacts.tsx'
import { OwnCoinSection } from './OwnCoinSection.tsx'
import { OwnPart } from './OwnPart.tsx'
import { PublicationFacts } from './PublicationFacts.tsx'
import { PublishedFacts } from './PublishedFacts.tsx'

function Ticker({ coin: { ticker, origin } }: { coin: CoinDetail }) {
  if (ticker !== null) return <Badge>{ticker}</Badge>
  return <Unknown why={origin === 'own' ? text.ownCoins.noTicker : text.coins.unknown.ticker} />
}

function Origin({ coin: { score, origin } }: { coin: CoinDetail }) {
  if (origin === 'own') return <Badge>{text.ownCoins.mark}</Badge>
  return score === null ? <Unknown why={text.coins.unknown.score} /> : <ScoreBar score={score} />
}

/** What was published, and apart from it what was found later. */
function Research({ coin }: { coin: CoinDetail }) {
  return (
    <>
      {coin.snapshot === null ? null : <PublishedFacts snapshot={coin.snapshot} publication={coin.publication} />}
      <LaterFacts facts={coin.facts} recordedOn={coin.factsRecordedOn} collisions={coin.collisions} />
      {coin.publication === null ? null : <PublicationFacts publication={coin.publication} />}
    </>
  )
}

function Detail({ coin, Trade, Market }: CoinSlots & { coin: CoinDetail }) {
  const accountId = useSession((state) => state.accountId)
  const undone = useUndo((state) => state.undone)
  return (
    <>
      <div>
        {coin.what === '' ? null : <p className="lead">{coin.what}</p>}
        <p className="meta">
          <Ticker coin={coin} />
          <Origin coin={coin} />
          {coin.early ? (
            <Badge tone="warn" icon="info">
              {text.coins.detail.early}
            </Badge>
          ) : null}
        </p>
      </div>
      <section className="trade-box" aria-label={text.coins.detail.trade}>
        <CoinPrice accountId={accountId} coinId={coin.id} />
        <div className="trade-row">
          <Trade accountId={accountId} coinId={coin.id} name={coin.name} />
        </div>
      </section>
      <Market coinId={coin.id} />
      {coin.interest === null ? null : (
        <section className="interest" aria-label={text.coins.detail.interest}>
          <h3>{text.coins.detail.interest}</h3>
          <p>{coin.interest}</p>
        </section>
      )}
      <OwnPart key={`${coin.id} ${undone}`} coin={coin} />
      <Criteria coin={coin} />
      <Timeline coin={coin} />
      <OwnResearch key={`${coin.id} facts`} coin={coin} />
      {coin.origin === 'own' ? <OwnCoinSection key={`${coin.id} own`} coin={coin} /> : <Research coin={coin} />}
    </>
  )
}

/** The panel beside the list. */
export function CoinPanel({ coinId, Trade, Market }: CoinSlots & { coinId: string }) {
  const detail = useCoins((state) => state.detail)
  const name = useCoins((state) => coinName(state, coinId))
  return (
    <Panel title={name} subject={coinId} className="coin-panel" onClose={closeCoin}>
      <LoadedView from={detail} onRetry={() => void loadDetail(coinId)}>
        {(coin) => <Detail coin={coin} Trade={Trade} Market={Market} />}
      </LoadedView>
    </Panel>
  )
}
