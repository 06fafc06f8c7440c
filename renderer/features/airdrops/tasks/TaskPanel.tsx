// One task beside the list: its fields, what it took, and every time that it was done.

import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { removeTask, snoozeTask } from '../../../state/coins/tasks-actions.ts'
import { type OpenTask, useTasks } from '../../../state/coins/tasks-store.ts'
import { Question } from '../../../ui/overlay/Question.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RecordForm, Records } from './RecordForm.tsx'
import { TaskForm } from './TaskForm.tsx'

const words = text.airdropTasks
const HOUR_MINUTES = 60

const close = () => useTasks.getState().set({ open: null })

function Existing({ taskId }: { taskId: string }) {
  const task = useTasks((state) => state.tasks.value?.find((each) => each.taskId === taskId))
  const isDue = useClock(({ now }) => isReminded(task, now))
  if (task === undefined) return null
  return (
    <Panel title={task.title} subject={taskId} onClose={close}>
      <TaskForm key={task.updatedAt} task={task} coinId={task.coinId} />
      {isDue ? (
        <button type="button" className="button" onClick={() => void snoozeTask(taskId, HOUR_MINUTES)}>
          {words.snooze}
        </button>
      ) : null}
      {task.state === 'ended' ? null : <RecordForm key={taskId} task={task} />}
      <Records records={task.records} coinId={task.coinId} />
      <Question
        label={words.remove}
        help={words.removeHelp}
        yes={words.remove}
        no={text.common.close}
        busy={false}
        onYes={() => void removeTask(task)}
      />
    </Panel>
  )
}

function isReminded(task: { dueAt: string | null; remindMinutes: number | null } | undefined, now: number): boolean {
  if (task === undefined || task.dueAt === null || task.remindMinutes === null) return false
  return Date.parse(task.dueAt) - task.remindMinutes * 60_000 <= now
}

/** The panel; `open` says of which task. */
export function TaskPanel({ open }: { open: NonNullable<OpenTask> }) {
  if (open.kind === 'task') return <Existing taskId={open.taskId} />
  return (
    <Panel title={words.newTask} subject={`new ${open.coinId}`} focus="field" onClose={close}>
      <TaskForm key={open.coinId} task={null} coinId={open.coinId} />
    </Panel>
  )
}
