// The tasks, what is due first in front, and the ways to add one and to take them into a calendar.

import { useMemo } from 'react'
import type { AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { loadMoreTasks, loadTasks } from '../../../state/coins/tasks-actions.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useAirdropsView } from '../airdrops-view-store.ts'
import { MonthView } from './MonthView.tsx'
import { TASK_COLUMNS } from './task-columns.tsx'
import { groupTasks } from './task-groups.ts'

const words = text.airdropTasks
const MINUTE_MS = 60_000
const taskKey = ({ taskId }: AirdropTask) => taskId

function Table({ tasks }: { tasks: readonly AirdropTask[] }) {
  const open = useTasks((state) => state.open)
  // A minute: groups are a day apart, and every row would be arranged anew each second.
  const minute = useClock(({ now }) => Math.floor(now / MINUTE_MS))
  const groups = useMemo(
    () => groupTasks(tasks, minute * MINUTE_MS).map(({ group, rows }) => ({ id: group, ...words.group[group], rows })),
    [tasks, minute],
  )
  if (tasks.length === 0) return <p className="hint">{words.empty}</p>
  return (
    <DataTable
      label={words.table}
      columns={TASK_COLUMNS}
      given={null}
      groups={groups}
      rowKey={taskKey}
      currentKey={open?.kind === 'task' ? open.taskId : null}
    />
  )
}

/** The list under its heading. */
export function TaskList() {
  const tasks = useTasks((state) => state.tasks)
  const next = useTasks((state) => state.next)
  const view = useAirdropsView((state) => state.tasks)
  return (
    <section className="stack" aria-labelledby="tasks-title">
      <div className="action-row">
        <h2 id="tasks-title">{words.tasks}</h2>
        <button
          type="button"
          className="button"
          onClick={() => useTasks.getState().set({ open: { kind: 'new', coinId: '' } })}
        >
          {words.addTask}
        </button>
        <Segmented
          legend={words.view}
          quietLegend
          options={optionsOf(words.views)}
          value={view}
          onChange={(next) => useAirdropsView.setState({ tasks: next })}
        />
      </div>
      <LoadedView from={tasks} onRetry={() => void loadTasks()}>
        {(list) => (view === 'month' ? <MonthView tasks={list} /> : <Table tasks={list} />)}
      </LoadedView>
      {next === null ? null : (
        <button type="button" className="button" onClick={() => void loadMoreTasks()}>
          {words.loadMore}
        </button>
      )}
    </section>
  )
}
