// The airdrop board: first what can be looked at now, then what nothing is known about, then what is over.

import { useMemo } from 'react'
import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { text } from '../../messages/late/en.ts'
import { loadAirdrops } from '../../state/coins/airdrops-actions.ts'
import { useAirdrops } from '../../state/coins/airdrops-store.ts'
import { useTasks } from '../../state/coins/tasks-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { AirdropDetails } from './AirdropDetails.tsx'
import { AIRDROP_COLUMNS } from './airdrop-columns.tsx'
import { groupAirdrops } from './airdrop-status.ts'
import { useAirdropsView } from './airdrops-view-store.ts'
import { BoardAdd } from './BoardAdd.tsx'
import { Outcomes } from './Outcomes.tsx'
import { CalendarCard } from './tasks/CalendarCard.tsx'
import { TaskList } from './tasks/TaskList.tsx'
import { TaskPanel } from './tasks/TaskPanel.tsx'

const airdropKey = ({ coinId }: Airdrop) => coinId

function Board({ airdrops }: { airdrops: readonly Airdrop[] }) {
  const unfolded = useAirdropsView((state) => state.unfolded)
  const groups = useMemo(
    () => groupAirdrops(airdrops).map(({ group, rows }) => ({ id: group, ...text.airdrops.group[group], rows })),
    [airdrops],
  )
  if (airdrops.length === 0) {
    return (
      <EmptyState title={text.airdrops.empty} help={text.airdrops.emptyHelp}>
        <button type="button" className="button" onClick={() => void loadAirdrops()}>
          {text.common.tryAgain}
        </button>
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={text.airdrops.table}
      columns={AIRDROP_COLUMNS}
      given={null}
      groups={groups}
      rowKey={airdropKey}
      unfolded={{ key: unfolded, draw: (airdrop) => <AirdropDetails airdrop={airdrop} /> }}
    />
  )
}

/** The screen. */
export function AirdropsScreen() {
  const airdrops = useAirdrops((state) => state.airdrops)
  const open = useTasks((state) => state.open)
  return (
    <section className={open === null ? 'screen' : 'screen with-panel'} aria-labelledby="airdrops-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="airdrops-title">{text.airdrops.title}</h1>
          <p className="hint">{text.airdrops.intro}</p>
        </div>
        <div className="stack">
          <TaskList />
          <LoadedView from={airdrops} onRetry={() => void loadAirdrops()}>
            {(list) => (
              <>
                <Board airdrops={list} />
                <BoardAdd airdrops={list} />
              </>
            )}
          </LoadedView>
          <CalendarCard />
          <Outcomes />
        </div>
      </div>
      {open === null ? null : <TaskPanel open={open} />}
    </section>
  )
}
