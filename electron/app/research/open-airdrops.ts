// Opens the trader's work on airdrops: the board, tasks with reminders, what arrived, and the calendar of it all.

import { randomUUID } from 'node:crypto'
import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { createCalendarFile } from '../../adapters/calendar-file.ts'
import { createAirdropStore } from '../../adapters/sqlite/stores/airdrop-store.ts'
import type { AirdropServices } from '../../ipc/handlers/airdrops.ts'
import type { AirdropStore } from '../../ports/airdrops.ts'
import { createClaim } from '../../services/airdrops/airdrop-claims.ts'
import { createAirdropService } from '../../services/airdrops/airdrop-service.ts'
import { type AirdropTasks, createAirdropTasks } from '../../services/airdrops/airdrop-tasks.ts'
import { createCalendar } from '../../services/airdrops/calendar.ts'
import { createTaskReminders } from '../../services/airdrops/task-reminders.ts'
import { writeNamed } from '../../vault/backup/named-file.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'

/** More than this many are one number: a notice is read, not scrolled. */
const TOLD_BY_NAME = 5

export interface AirdropArea {
  store: AirdropStore
  tasks: AirdropTasks
  /** Rows were written past the services: what follows from them is told and written anew. */
  changed(): void
  /** Tells what is due, and writes the feed as it is today. */
  start(): void
  operations: Omit<AirdropServices, 'files'>
}

/** Opens it. */
export function openAirdrops(core: Core, { coins, store: trader }: CoinArea): AirdropArea {
  const store = createAirdropStore(core.db)
  const { clock, schedule, notices, unfinished, logger, page } = core
  const remind = (due: readonly AirdropTask[]) => {
    core.internal.emit('tasks.due', due)
    if (due.length === 0) return notices.clear('TASKS_DUE')
    const tasks = due
      .slice(0, TOLD_BY_NAME)
      .flatMap(({ title, coinName, dueAt }) =>
        dueAt === null ? [] : [reason('TASK_DUE', { title, coin: coinName, at: dueAt })],
      )
    // Another text under the same code takes its place, but is told only where it is new.
    notices.clear('TASKS_DUE')
    notices.raise(reason('TASKS_DUE', { tasks, others: due.length - tasks.length }))
  }
  let look = () => {}
  let refresh = () => {}
  const changed = () => {
    page.emit('airdrops.changed', null)
    look()
    refresh()
  }
  const tasks = createAirdropTasks(coins, store, clock, randomUUID, changed)
  const airdrops = createAirdropService(coins, trader, store, tasks, clock)
  const writeNew = async (path: string, text: string) => {
    await unfinished.during(path, () => writeNamed(path, bytesOf(text)))
  }
  const calendar = createCalendar(tasks, airdrops, createCalendarFile(core.dataDir), writeNew, logger)
  const reminders = createTaskReminders(tasks, schedule, clock, remind)
  look = reminders.look
  refresh = calendar.refresh
  core.internal.on('profile.restored', changed)
  const told = <T>(answer: T): T => {
    refresh()
    return answer
  }
  return {
    store,
    tasks,
    changed,
    start: () =>
      core.atStart('airdrop-tasks', () => {
        look()
        refresh()
      }),
    operations: {
      airdrops: {
        ...airdrops,
        save: (change) => told(airdrops.save(change)),
        remove: (coinId) => told(airdrops.remove(coinId)),
      },
      airdropTasks: tasks,
      claim: createClaim(coins, store, trader, clock),
      calendar,
    },
  }
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}
