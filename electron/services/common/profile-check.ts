// The look at every page of the profile. A small profile was looked at before it opened. A large one opens first and is looked at
// beside all other work; until that has found it sound no new order is taken, since an order that is missing in an index would be
// missing in the limits too.

import type { ProfileCheck as Report } from '../../../shared/profile.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { WholeFile } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Scheduler } from './scheduler.ts'

/** After a look that was overtaken, or could not be begun. */
const AGAIN_MS = 5_000
/** An order waits so long for a look to end: well within the time that the trader's look at the price holds. */
const WAIT_MS = 10_000

export interface ProfileCheck {
  /** Begins the look that the opening has left out, and goes on until there is a result. */
  start(): void
  /** Resolves once every page was found sound. @throws AppError `PROFILE_DAMAGED`, or `PROFILE_CHECKING` after some seconds */
  passed(): Promise<void>
  /** Whether every page was found sound by now. */
  isPassed(): boolean
  /** Looks at every page now; a look that is under way counts. @throws AppError `STORAGE_FAILED` where it cannot be looked at */
  now(): Promise<Report>
  /** Gives up what is under way. */
  stop(): Promise<void>
}

export interface ProfileCheckParts {
  file: Pick<WholeFile, 'check' | 'stop'>
  /** The opening has looked at every page. */
  wasChecked: boolean
  /** The damage that is known. */
  damage: () => AppError | null
  /** Damage was found. */
  damaged: () => void
  scheduler: Scheduler
  clock: Pick<Clock, 'now' | 'sleep'>
  logger: Logger
}

/** Builds it; nothing is looked at before `start`. */
export function createProfileCheck(parts: ProfileCheckParts): ProfileCheck {
  const { file, wasChecked, damage, damaged, scheduler, clock, logger } = parts
  let running: ReturnType<WholeFile['check']> | null = null
  let isSound = wasChecked
  let isStopped = false
  const first = Promise.withResolvers<void>()
  // Nobody may be waiting for it.
  first.promise.catch(() => {})

  const settle = (result: Awaited<ReturnType<WholeFile['check']>>) => {
    if (isStopped) return
    if (result === 'sound') {
      isSound = true
      first.resolve()
    }
    if (result !== 'damaged') return
    logger.error('profile-damaged', { error: damage() })
    first.reject(damage())
    damaged()
  }
  const look = (): ReturnType<WholeFile['check']> => {
    running ??= file
      .check()
      .then((result) => {
        settle(result)
        return result
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const tried = () =>
    look().catch((error: unknown) => {
      if (!isStopped) logger.warn('profile-not-checked', { error })
      return null
    })
  const loop = scheduler.loop('profile-check', async ({ delay, isStopped: isOver }) => {
    // The opening does not wait for a thread to start.
    await new Promise<void>((resume) => setImmediate(resume))
    if (isOver()) return
    for (let result = await tried(); result === null || result === 'overtaken'; result = await tried()) {
      await delay(AGAIN_MS)
      if (isOver()) return
    }
  })
  return {
    start: () => {
      if (!wasChecked) loop.start()
    },
    isPassed: () => isSound && damage() === null,
    passed: async () => {
      const known = damage()
      if (known !== null) throw known
      if (isSound) return
      const over = new AbortController()
      const late = clock.sleep(WAIT_MS, over.signal).then(
        () => true,
        () => false,
      )
      const isLate = await Promise.race([first.promise.then(() => false), late]).finally(() => over.abort())
      if (isLate) {
        throw new AppError('PROFILE_CHECKING', reason('PROFILE_BEING_CHECKED'))
      }
    },
    now: async () => {
      const result = await look()
      if (result === 'overtaken') {
        throw new AppError('PROFILE_CHECKING', reason('PROFILE_CHECK_OVERTAKEN'))
      }
      return { state: result, checkedAt: new Date(clock.now()).toISOString() }
    },
    stop: async () => {
      isStopped = true
      // Whoever waits for it would keep the app from closing.
      first.reject(new AppError('CLOSED', reason('CLOSING')))
      const ended = loop.stop()
      file.stop()
      await ended
    },
  }
}
