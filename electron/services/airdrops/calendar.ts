// The trader's deadlines for calendar programs: a file where he wants one, and the feed, which is kept up to date.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { CalendarFile } from '../../ports/airdrops.ts'
import type { Logger } from '../../ports/system.ts'
import type { AirdropService } from './airdrop-service.ts'
import type { AirdropTasks } from './airdrop-tasks.ts'
import { type CalendarEntry, calendarText, entryOf } from './calendar-text.ts'

export interface Calendar {
  status(): Output<'calendar.status'>
  /** Begins the feed or ends it; ended, its file is gone. @throws AppError `FILE_NOT_USABLE` */
  setFeed(input: Input<'calendar.setFeed'>): Output<'calendar.setFeed'>
  /** Writes what is due into a file that must not exist. @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE` */
  export(path: string): Promise<Output<'calendar.export'>>
  /** Writes the feed anew, where there is one. Never throws. */
  refresh(): void
}

/** Builds it. `writeNew` writes a file that must not exist. */
export function createCalendar(
  tasks: Pick<AirdropTasks, 'all'>,
  airdrops: Pick<AirdropService, 'list'>,
  feed: CalendarFile,
  writeNew: (path: string, text: string) => Promise<void>,
  logger: Pick<Logger, 'warn'>,
): Calendar {
  const entries = () => {
    const ofTasks = tasks.all().flatMap((task) => entryOf(task) ?? [])
    const ofCoins = airdrops.list().flatMap(({ coinId, name, deadline, updatedAt }): CalendarEntry[] =>
      deadline === null || updatedAt === null
        ? []
        : [
            {
              ...{ uid: `${coinId}-deadline@prelist`, title: name, detail: '', at: deadline },
              ...{ repeat: null, remindMinutes: null, changedAt: updatedAt },
            },
          ],
    )
    return [...ofTasks, ...ofCoins]
  }
  const status = () => ({ feed: feed.isOn() ? feed.path : null })
  return {
    status,
    setFeed: ({ on }) => {
      if (on) feed.write(calendarText(entries()))
      else feed.remove()
      return status()
    },
    export: async (path) => {
      const all = entries()
      await writeNew(path, calendarText(all))
      return { path, entries: all.length }
    },
    refresh: () => {
      try {
        if (feed.isOn()) feed.write(calendarText(entries()))
      } catch (error) {
        // The trader's work is kept; the feed is written anew with the next change.
        logger.warn('calendar-not-written', { error })
      }
    },
  }
}
