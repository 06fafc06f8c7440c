// The watchlist: the coins as a table, and beside it the one that is open.

import { text } from '../../messages/en.ts'
import { loadCoins } from '../../state/coins/coins-actions.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { useRoute } from '../../state/route-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Late } from '../../ui/late/Late.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { CoinTable } from './CoinTable.tsx'
import { ADD_COIN_PANEL, COIN_PANEL } from './coin/late-panels.ts'
import { ADD_COIN_ID, startAdding } from './coin/start-adding.ts'
import { ListToolbar, ToolArea } from './ListToolbar.tsx'
import { LivePrices, LivePricesCard } from './LivePrices.tsx'
import type { CoinSlots } from './trade-slot.ts'
import { WatchlistFilter } from './WatchlistFilter.tsx'
import { Welcome } from './Welcome.tsx'

const NOTHING = {}

/** Master and detail of the coins. */
export function WatchlistScreen({ Trade, Market }: CoinSlots) {
  const coins = useCoins((state) => state.coins)
  const openId = useRoute((state) => state.coinId)
  const adding = useRoute((state) => state.adding === true)
  return (
    <div className={openId === null && !adding ? 'screen' : 'screen with-panel'}>
      <section className="screen-main" aria-labelledby="watchlist-title">
        <div className="screen-head">
          <h1 id="watchlist-title">{text.coins.title}</h1>
          <WatchlistFilter />
          <ListToolbar />
          <button type="button" id={ADD_COIN_ID} className="button" onClick={startAdding}>
            {text.ownCoins.add}
          </button>
        </div>
        <Welcome>
          <LivePrices />
        </Welcome>
        <LivePricesCard />
        <ToolArea />
        <LoadedView from={coins} onRetry={() => void loadCoins()}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={text.coins.empty} help={text.coins.emptyHelp}>
                <button type="button" className="button" onClick={() => void loadCoins()}>
                  {text.common.tryAgain}
                </button>
              </EmptyState>
            ) : (
              <CoinTable coins={list} openId={openId} Trade={Trade} />
            )
          }
        </LoadedView>
      </section>
      {adding ? (
        <Late view={ADD_COIN_PANEL} given={NOTHING} />
      ) : openId === null ? null : (
        <Late view={COIN_PANEL} given={{ coinId: openId, Trade, Market }} />
      )}
    </div>
  )
}
