// Starts a backend for one test: against an exchange in this process whose time stands still, or with its own worker.

import { onTestFinished } from 'vitest'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { BackendOptions } from '../../electron/app/backend-options.ts'
import type { SettingsStore } from '../../electron/ports/system.ts'
import type { FaultEntry } from '../../electron/practice-exchange/faults.ts'
import type { OperationName, Output } from '../../shared/contract/contract.ts'
import { type Fixture, startFixture } from '../electron/practice-exchange/fixture.ts'
import { type AppClock, toAppClock } from './app-clock.ts'
import { migratedProfile } from './profile/migrated-profile.ts'

/** An address at which nobody listens. */
export const NOBODY = 'http://127.0.0.1:9'

export const ENVIRONMENTS = ['practice', 'test', 'live'] as const

/** A backend on a clock that stands still. */
export interface BareDesk {
  backend: Backend
  dataDir: string
  clock: AppClock
  /** The value of an operation that must succeed. */
  ok<K extends OperationName>(operation: K, input?: unknown): Promise<Output<K>>
  /** The error code of an operation that must fail. */
  code(operation: OperationName, input?: unknown): Promise<string>
  /** Closes the backend and opens the same profile again. */
  restart(options?: Partial<BackendOptions>): Promise<void>
}

export interface Desk extends BareDesk {
  exchange: Fixture
  /** Orders in the exchange's ledger. */
  placed(): number
}

/** Preferences that are kept in memory. */
function memorySettings(): SettingsStore {
  let kept: unknown
  return {
    get: () => kept,
    set: (value) => {
      kept = value
    },
  }
}

/** A backend on a profile of its own, closed after the test. */
export async function openBackend(options: Partial<BackendOptions> = {}): Promise<Backend> {
  const backend = await createBackend({ dataDir: options.dataDir ?? migratedProfile(), ...options })
  onTestFinished(() => backend.close())
  return backend
}

/** A backend and the practice exchange that it trades at, both on one clock that stands still. */
export async function startDesk(
  faults: readonly FaultEntry[] = [],
  options: Partial<BackendOptions> = {},
): Promise<Desk> {
  const exchange = await startFixture(faults)
  const venueHosts = { practice: exchange.exchange.url }
  const desk = await startBareDesk(toAppClock(exchange.clock), { venueHosts, ...options })
  return Object.assign(desk, { exchange, placed: () => exchange.query('SELECT * FROM orders').length })
}

/** A backend on this clock; where no host is named nothing answers for practice. */
export async function startBareDesk(clock: AppClock, options: Partial<BackendOptions> = {}): Promise<BareDesk> {
  const dataDir = migratedProfile()
  const open = (more: Partial<BackendOptions>) =>
    openBackend({ dataDir, clock, settings: memorySettings(), venueHosts: { practice: NOBODY }, ...options, ...more })
  const desk: BareDesk = {
    backend: await open({}),
    dataDir,
    clock,
    ok: (operation, input = {}) => okOf(desk.backend, operation, input),
    code: async (operation, input = {}) => {
      const result = await desk.backend.call(operation, input)
      return result.ok ? `ok: ${JSON.stringify(result.value)}` : result.error.code
    },
    restart: async (more = {}) => {
      await desk.backend.close()
      desk.backend = await open(more)
    },
  }
  return desk
}

/** The value of an operation that must succeed. */
export async function okOf<K extends OperationName>(
  backend: Backend,
  operation: K,
  input: unknown,
): Promise<Output<K>> {
  const result = await backend.call(operation, input)
  if (!result.ok) throw new Error(`${operation}: ${result.error.code} ${result.error.message}`)
  return result.value as Output<K>
}
