// Opens the profile for a shell. Where it cannot be opened the window comes up all the same, in a state that says why
// and lets the trader try again or put the old files aside; nothing is ever replaced without that.

import { resolve } from 'node:path'
import { mayStartNew, type ProfileState } from '../../shared/profile.ts'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError, type ErrorCode } from '../../shared/result.ts'
import { createMutex } from '../../shared/serial-queue.ts'
import { type KeepingTrace, keepAside, listKeptAside } from '../adapters/kept-aside.ts'
import { openLogFile } from '../adapters/log-file.ts'
import { createLogger } from '../adapters/logger.ts'
import { whileClosed } from '../adapters/sqlite/database.ts'
import { systemClock } from '../adapters/system-clock.ts'
import type { ProfileActions } from '../ipc/handlers/app.ts'
import { createRecoveryHandlers } from '../ipc/handlers/recovery-handlers.ts'
import { createRouter, type Dispatch } from '../ipc/router.ts'
import { type Backend, createBackend } from './backend.ts'
import type { BackendOptions } from './backend-options.ts'
import { CLOSING } from './open-door.ts'
import { inEnglish } from './parts/english.ts'

type Problem = Exclude<ProfileState, 'open'>

/** A profile in use is not among them: there the window that is open is the way on, and this start ends. */
const PROBLEMS: Partial<Record<ErrorCode, Problem>> = {
  PROFILE_DAMAGED: 'damaged',
  PROFILE_TOO_NEW: 'too-new',
  PROFILE_MISSING: 'missing',
  STORAGE_FAILED: 'unwritable',
}

interface Listening {
  event: string
  listener: (payload: unknown) => void
  stop: () => void
}

/**
 * The backend, or a stand-in for it while the profile cannot be opened, which becomes the backend once it can.
 * @throws AppError `PROFILE_IN_USE`, `BAD_INPUT` for a host, and whatever else no trader could put right in the window
 */
export async function openProfile(options: BackendOptions, trace: KeepingTrace = () => {}): Promise<Backend> {
  const first = await tryOpen(options)
  return first instanceof AppError ? recover(options, first, trace) : first
}

async function tryOpen(options: BackendOptions): Promise<Backend | AppError> {
  try {
    return await createBackend(options)
  } catch (error) {
    if (error instanceof AppError && PROBLEMS[error.code] !== undefined) return error
    throw error
  }
}

function recover(options: BackendOptions, first: AppError, trace: KeepingTrace): Backend {
  const { dataDir, clock = systemClock } = options
  let problem = first
  let backend: Backend | null = null
  // Two clicks, or two windows of one process, must not put aside what the first one has just begun.
  const tries = createMutex()
  let closing: Promise<void> | null = null
  const listening = new Set<Listening>()

  // In a folder that cannot be written, a log that came into being later would look like the trace of a lost profile.
  const sink = first.code === 'STORAGE_FAILED' ? { write: () => {} } : openLogFile(dataDir)
  const logger = createLogger(sink, clock)
  logger.warn('profile-not-opened', { error: first })

  const state = () => PROBLEMS[problem.code] ?? 'unwritable'
  const status: ProfileActions['status'] = () => ({
    state: backend === null ? state() : 'open',
    reason: backend === null ? problem.reason : null,
    folder: resolve(dataDir),
    kept: listKeptAside(dataDir),
  })
  const tryAgain = async (more: Partial<BackendOptions>) => {
    const result = await tryOpen({ ...options, ...more })
    if (result instanceof AppError) {
      problem = result
      return
    }
    backend = result
    for (const one of listening) one.stop = result.on(one.event, one.listener)
  }
  const profile: ProfileActions = {
    status,
    retry: () =>
      tries.run(async () => {
        if (backend === null) await tryAgain({})
        return status()
      }),
    startNew: () =>
      tries.run(async () => {
        // What was true when the window came up may not be any more: another process can have begun anew meanwhile.
        if (backend === null) await tryAgain({})
        if (backend !== null) return status()
        if (!mayStartNew(state()))
          throw new AppError('NOT_ALLOWED', reason('NOTHING_PUT_ASIDE', { why: problem.reason }))
        whileClosed(dataDir, () => keepAside(dataDir, new Date(clock.now()).toISOString(), trace))
        await tryAgain({ beginAnew: true })
        if (backend === null) throw problem
        logger.warn('profile-begun-anew', {})
        return status()
      }),
  }
  const refuse = (): never => {
    throw problem
  }
  const route = createRouter(createRecoveryHandlers(profile, refuse), clock, logger, inEnglish)
  const dispatch: Dispatch = async (sender, operation, input) => {
    if (closing !== null) return { ok: false, error: CLOSING }
    return (backend?.dispatch ?? route)(sender, operation, input)
  }
  return {
    call: (operation, input) => dispatch({ window: 'direct' }, operation, input),
    dispatch,
    on: (event, listener) => {
      const one: Listening = { event, listener, stop: backend?.on(event, listener) ?? (() => {}) }
      listening.add(one)
      return () => {
        listening.delete(one)
        one.stop()
      }
    },
    lock: async (reason) => backend?.lock(reason),
    close: () => {
      closing ??= tries.idle().then(() => backend?.close())
      return closing
    },
  }
}
