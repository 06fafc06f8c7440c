// What the old Electron's main process and the backend's process say to each other.

import type { Settings } from '../../shared/app.ts'
import type { LockReason } from '../../shared/vault.ts'

/** What the backend can be asked for. */
export interface Calls {
  dispatch: [sender: unknown, operation: unknown, input: unknown]
  lock: [reason: LockReason]
  close: []
}

/** What only a shell can do for the backend. */
export interface Asks {
  save: [name: string, ending: string]
  open: [ending: string]
  confirm: [command: string]
}

export interface OpenOptions {
  dataDir: string
  build: 'product' | 'development'
  settings: unknown
}

export type ToBackend =
  | { kind: 'start'; options: OpenOptions }
  | { [K in keyof Calls]: { kind: 'call'; id: number; name: K; given: Calls[K] } }[keyof Calls]
  | { kind: 'answer'; id: number; value: unknown }

export type FromBackend =
  | { kind: 'started' }
  | { kind: 'not-started'; why: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'event'; name: string; payload: unknown }
  | { kind: 'setting'; value: Settings }
  | { [K in keyof Asks]: { kind: 'ask'; id: number; name: K; given: Asks[K] } }[keyof Asks]
