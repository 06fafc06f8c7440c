// Takes the place of `electron/app/profile.ts` in the old Electron's main process: the same `openProfile`, with the backend
// in a process of Node 24, because this Electron's Node has no SQLite.

import { fork } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Backend } from '../../electron/app/backend.ts'
import type { BackendOptions } from '../../electron/app/backend-options.ts'
import type { Result } from '../../shared/result.ts'
import { type Link, processLink, socketLink } from './link.ts'
import type { Calls, FromBackend, ToBackend } from './messages.ts'

// The driver starts Electron in the repository's folder.
const ENTRY = join(process.cwd(), 'tools', 'old-electron', 'backend-process.ts')
const NODE_24 = join(process.cwd(), 'node_modules', '.bin', 'node')
/** Where a test holds the backend itself. Read at once: a packaged app forgets its own variables. */
const SOCKET = process.env['PRELIST_BACKEND_SOCKET']

type ShellBackend = Pick<Backend, 'dispatch' | 'on' | 'lock' | 'close'>

const reach = (): Link =>
  SOCKET === undefined
    ? processLink(fork(ENTRY, [], { execPath: NODE_24, execArgv: [], serialization: 'advanced' }))
    : socketLink(connect(SOCKET))

/**
 * Opens the profile in the backend's process.
 * @throws Error with the backend's own words when the profile cannot be opened
 */
export async function openProfile(options: BackendOptions): Promise<ShellBackend> {
  const link = reach()
  const send = (message: ToBackend) => link.send(message)
  const waiting = new Map<number, (value: unknown) => void>()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const started = Promise.withResolvers<void>()
  let count = 0

  const call = <K extends keyof Calls>(name: K, ...given: Calls[K]) =>
    new Promise<unknown>((resolve) => {
      count += 1
      waiting.set(count, resolve)
      send({ kind: 'call', id: count, name, given } as ToBackend)
    })
  link.onMessage((message: FromBackend) => {
    if (message.kind === 'started') started.resolve()
    else if (message.kind === 'not-started') started.reject(new Error(message.why))
    else if (message.kind === 'setting') options.settings?.set(message.value)
    else if (message.kind === 'ask') {
      void answered(options, message).then((value) => send({ kind: 'answer', id: message.id, value }))
    } else if (message.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload)
    } else {
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
    }
  })
  void link.gone.then(() => started.reject(new Error('The backend’s process ended at its start.')))
  const { dataDir, build = 'development', settings } = options
  send({ kind: 'start', options: { dataDir, build, settings: settings?.get() } })
  await started.promise
  return {
    dispatch: async (sender, operation, input) => (await call('dispatch', sender, operation, input)) as Result<unknown>,
    on: (event, listener) => {
      const those = listeners.get(event) ?? new Set()
      listeners.set(event, those.add(listener))
      return () => void those.delete(listener)
    },
    lock: async (reason) => void (await call('lock', reason)),
    close: async () => {
      await Promise.race([call('close'), link.gone])
      link.end()
      await link.gone
    },
  }
}

/** What the trader says to the dialogs of this process. */
async function answered(options: BackendOptions, ask: Extract<FromBackend, { kind: 'ask' }>): Promise<unknown> {
  if (ask.name === 'save') return options.files?.save(...ask.given) ?? null
  if (ask.name === 'open') return options.files?.open(...ask.given) ?? null
  return options.confirmCommand?.(...ask.given) ?? false
}
