// The columns of the task list: what, for which coin, by when, and a press to say that it is done.

import type { AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import { formatZonedMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { markDone } from '../../../state/coins/tasks-actions.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { columnsOf } from '../../../ui/table/columns.ts'
import { RowOpener } from '../../../ui/table/RowOpener.tsx'
import { effortWords } from './effort-words.ts'

function Opener({ taskId, title }: AirdropTask) {
  const isOpen = useTasks(({ open }) => open?.kind === 'task' && open.taskId === taskId)
  return (
    <RowOpener
      label={text.airdropTasks.openTask(title)}
      expanded={isOpen}
      onOpen={() => useTasks.getState().set({ open: isOpen ? null : { kind: 'task', taskId } })}
    >
      {title}
    </RowOpener>
  )
}

function Due({ dueAt, deadline, resetsAt }: AirdropTask) {
  if (dueAt !== null) return formatZonedMoment(dueAt)
  if (resetsAt !== null) return <span className="muted">{text.airdropTasks.resets(formatZonedMoment(resetsAt))}</span>
  return <span className="muted">{deadline === null ? text.airdropTasks.dueNone : formatZonedMoment(deadline.at)}</span>
}

function Done({ taskId, title, state }: AirdropTask) {
  const isDone = state === 'done'
  const label = isDone ? text.airdropTasks.undoDone(title) : text.airdropTasks.doneFor(title)
  return (
    <button
      type="button"
      className="button"
      aria-label={label}
      aria-disabled={state === 'ended' || undefined}
      onClick={() => {
        if (state !== 'ended') void markDone({ taskId, done: !isDone })
      }}
    >
      {isDone ? text.common.undo : text.airdropTasks.column.done}
    </button>
  )
}

const { column } = text.airdropTasks

export const TASK_COLUMNS = columnsOf<AirdropTask, null>({
  task: { head: column.task, rowHeader: true, cell: (task) => <Opener {...task} /> },
  coin: { head: column.coin, cell: ({ coinName }) => coinName },
  due: { head: column.due, cell: (task) => <Due {...task} /> },
  period: { head: column.period, cell: ({ period }) => text.airdropTasks.periods[period], givesWay: 2 },
  effort: { head: column.effort, cell: (task) => effortWords(task), givesWay: 1 },
  done: { head: column.done, quietHead: true, tight: true, cell: (task) => <Done {...task} /> },
})
