// The airdrop board: first what can be looked at now, then what nothing is known about, then what is over.

import type { Airdrop } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { loadAirdrops } from '../../state/coins/airdrops-actions.ts'
import { useAirdrops } from '../../state/coins/airdrops-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { AirdropDetails } from './AirdropDetails.tsx'
import { airdropColumns } from './airdrop-columns.tsx'
import { groupAirdrops } from './airdrop-status.ts'
import { useAirdropsView } from './airdrops-view-store.ts'

function Board({ airdrops }: { airdrops: readonly Airdrop[] }) {
  const unfolded = useAirdropsView((state) => state.unfolded)
  if (airdrops.length === 0) return <EmptyState title={text.airdrops.empty} help={text.airdrops.emptyHelp} />
  return (
    <DataTable
      label={text.airdrops.table}
      columns={airdropColumns(unfolded)}
      groups={groupAirdrops(airdrops).map(({ group, rows }) => ({ id: group, ...text.airdrops.group[group], rows }))}
      rowKey={(airdrop) => airdrop.coinId}
      unfold={(airdrop) => (airdrop.coinId === unfolded ? <AirdropDetails airdrop={airdrop} /> : null)}
    />
  )
}

/** The screen. */
export function AirdropsScreen() {
  const airdrops = useAirdrops((state) => state.airdrops)
  return (
    <section className="screen" aria-labelledby="airdrops-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="airdrops-title">{text.airdrops.title}</h1>
          <p className="hint">{text.airdrops.intro}</p>
        </div>
        <LoadedView from={airdrops} onRetry={() => void loadAirdrops()}>
          {(list) => <Board airdrops={list} />}
        </LoadedView>
      </div>
    </section>
  )
}
