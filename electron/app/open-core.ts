// What every area stands on: the profile's database and files, the log, the two hubs, notices and preferences.

import type { Environment } from '../../shared/order.ts'
import { openLogFile } from '../adapters/log-file.ts'
import { createLogger } from '../adapters/logger.ts'
import { markProfile } from '../adapters/profile-mark.ts'
import { openSettingsFile } from '../adapters/settings-file.ts'
import type { Database } from '../adapters/sqlite/database.ts'
import { isInUse } from '../adapters/sqlite/stores/profile-use.ts'
import { createScheduleStore } from '../adapters/sqlite/stores/schedule-store.ts'
import { createWholeFile } from '../adapters/sqlite/whole-file.ts'
import { systemClock } from '../adapters/system-clock.ts'
import { openUnfinishedFiles } from '../adapters/unfinished-files.ts'
import type { WholeFile } from '../ports/stores.ts'
import type { Clock, Logger, Trace, UnfinishedFiles } from '../ports/system.ts'
import { createEventHub, createHub, type EventHub } from '../services/common/events.ts'
import { createNotices, type Notices } from '../services/common/notices.ts'
import { createPreferences, type Preferences } from '../services/common/preferences.ts'
import { createProfileCheck, type ProfileCheck } from '../services/common/profile-check.ts'
import { createSchedule, type Schedule } from '../services/common/schedule.ts'
import { createScheduler, type Scheduler } from '../services/common/scheduler.ts'
import type { BackendOptions } from './backend-options.ts'
import type { InternalEvents, InternalHub } from './parts/internal-events.ts'
import { checkedHost } from './parts/venue-hosts.ts'

export interface Core {
  db: Database
  dataDir: string
  clock: Clock
  trace: Trace
  logger: Logger
  scheduler: Scheduler
  /** What is due at a time, kept in the profile. */
  schedule: Schedule
  unfinished: UnfinishedFiles
  /** What the page is told. */
  page: EventHub
  internal: InternalHub
  notices: Notices
  preferences: Preferences
  wholeFile: WholeFile
  profileCheck: ProfileCheck
  /** The time as an ISO timestamp. */
  now(): string
  /** Tells the page anew what the app says of itself. */
  tellStatus(): void
  /** Does what a start can do without; a failure is noted in the log. */
  atStart(what: string, work: () => void): void
  /** The address that was given for an exchange; `null` for its own. */
  hostOf(venue: string, environment: Environment): string | null
}

/** Opens it; the profile is marked as one. `damaged` is told when it is found damaged while it is open. */
export function openCore(options: BackendOptions, db: Database, damaged: () => void = () => {}): Core {
  const { dataDir, clock = systemClock, trace = () => {} } = options
  const logger = createLogger(openLogFile(dataDir), clock)
  const now = () => new Date(clock.now()).toISOString()
  // A full disk must not keep a trader from reading his profile: what cannot be written now is tried at the next start.
  const atStart: Core['atStart'] = (what, work) => {
    try {
      work()
    } catch (error) {
      logger.warn('start-step-failed', { what, error })
    }
  }
  // First of all: a profile that is lost later is known by its mark.
  atStart('mark', () => markProfile(dataDir, now()))
  const unfinished = openUnfinishedFiles(dataDir, logger)
  const internal = createHub<InternalEvents>((event, error) => logger.error('listener-failed', { event, error }))
  const page = createEventHub((event) => internal.emit('page.listening', event))
  const scheduler = createScheduler(clock, logger)
  const tellStatus = () => internal.emit('status.changed', null)
  const fileWorker = options.fileWorkerUrl ?? new URL('../adapters/sqlite/file-worker.ts', import.meta.url)
  const wholeFile = createWholeFile(db, fileWorker)
  const profileCheck = createProfileCheck({
    ...{ file: wholeFile, wasChecked: db.wasChecked, damage: db.damage },
    ...{ scheduler, clock, logger },
    damaged: () => {
      damaged()
      tellStatus()
    },
  })
  return {
    ...{ db, dataDir, clock, trace, logger, unfinished, page, internal, now, tellStatus, atStart },
    ...{
      wholeFile,
      profileCheck,
      scheduler,
      schedule: createSchedule(createScheduleStore(db), scheduler, clock, logger),
    },
    notices: createNotices(tellStatus),
    preferences: createPreferences(
      options.settings ?? openSettingsFile(dataDir),
      (saved) => {
        internal.emit('preferences.changed', null)
        page.emit('settings.changed', saved)
      },
      () => isInUse(db),
    ),
    hostOf: (venue, environment) => checkedHost(options.venueHosts?.[environment === 'test' ? `${venue}:test` : venue]),
  }
}
