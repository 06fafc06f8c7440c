// The backend's side of the old Electron's shell: the product's own `openProfile`, spoken to by messages.

import type { Backend } from '../../electron/app/backend.ts'
import type { BackendOptions } from '../../electron/app/backend-options.ts'
import { whyInEnglish } from '../../electron/app/parts/english.ts'
import { openProfile } from '../../electron/app/profile.ts'
import type { Sender } from '../../electron/ipc/trusted-sender.ts'
import { EVENT_NAMES } from '../../shared/contract/contract.ts'
import type { Link } from './link.ts'
import type { Asks, FromBackend, OpenOptions, ToBackend } from './messages.ts'

export interface Served {
  /** Rejects when the profile cannot be opened. */
  backend: Promise<Backend>
  /** Resolves when the shell is gone, in order or not, and the backend has closed. */
  closed: Promise<void>
}

/** Serves one shell. `changes` go before what the shell says. */
export function serveBackend(link: Link, changes: Partial<BackendOptions> = {}): Served {
  const opening = Promise.withResolvers<Backend>()
  // Whoever does not ask for it is told by the message.
  opening.promise.catch(() => {})
  const waiting = new Map<number, (value: unknown) => void>()
  const send = (message: FromBackend) => link.send(message)
  let asked = 0
  const ask = <K extends keyof Asks>(name: K, ...given: Asks[K]) =>
    new Promise<unknown>((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      send({ kind: 'ask', id: asked, name, given } as FromBackend)
    })

  const start = async (given: OpenOptions) => {
    try {
      const backend = await openProfile({ ...optionsOf(given, ask, send), ...changes })
      for (const name of EVENT_NAMES) backend.on(name, (payload) => send({ kind: 'event', name, payload }))
      opening.resolve(backend)
      send({ kind: 'started' })
    } catch (error) {
      opening.reject(error)
      send({ kind: 'not-started', why: whyInEnglish(error) })
    }
  }
  link.onMessage((message: ToBackend) => {
    if (message.kind === 'start') void start(message.options)
    else if (message.kind === 'call') {
      void opening.promise
        .then((backend) => answerOf(backend, message))
        .then((value) => send({ kind: 'answer', id: message.id, value }))
    } else {
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
    }
  })
  const closed = link.gone.then(() =>
    opening.promise.then(
      (backend) => backend.close(),
      () => {},
    ),
  )
  return { backend: opening.promise, closed }
}

type Ask = <K extends keyof Asks>(name: K, ...given: Asks[K]) => Promise<unknown>

function optionsOf(
  { dataDir, build, settings }: OpenOptions,
  ask: Ask,
  send: (message: FromBackend) => void,
): BackendOptions {
  let kept = settings
  return {
    dataDir,
    build,
    shell: 'electron',
    settings: {
      get: () => kept,
      set: (value) => {
        kept = value
        send({ kind: 'setting', value })
      },
    },
    files: {
      save: async (name, ending) => (await ask('save', name, ending)) as string | null,
      open: async (ending) => (await ask('open', ending)) as string | null,
    },
    confirmCommand: async (command) => (await ask('confirm', command)) === true,
  }
}

async function answerOf(backend: Backend, message: Extract<ToBackend, { kind: 'call' }>): Promise<unknown> {
  if (message.name === 'dispatch') {
    const [sender, operation, input] = message.given
    return backend.dispatch(sender as Sender | null, operation, input)
  }
  if (message.name === 'lock') return backend.lock(...message.given)
  return backend.close()
}
