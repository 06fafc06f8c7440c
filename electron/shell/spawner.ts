// Starts the vault's process. In Node it is a fork of the source or the built file; the Electron shell brings its own.

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Spawner } from '../ports/vault.ts'
import { keychainEnvironment } from './vault-environment.ts'

/** Neither an inspector that another process could wake with a signal, nor flags that this process was started with. */
const FLAGS = ['--disable-sigusr1']

/** Forks `entry` with Node itself, which the packaged Electron app cannot do. */
export function forkSpawner(entry: URL, env: NodeJS.ProcessEnv = process.env): Spawner {
  return (build) => {
    const child = fork(fileURLToPath(entry), [build], {
      env: keychainEnvironment(env),
      execArgv: FLAGS,
      serialization: 'advanced',
      // What it could print would be a stack trace, and values can be part of one.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const gone = Promise.withResolvers<void>()
    child.once('exit', () => gone.resolve())
    // Without a handler a process that cannot be started would end this one.
    child.on('error', () => {
      if (child.pid === undefined) gone.resolve()
    })
    return {
      pid: child.pid,
      send: (message) => void child.send(message as object, () => {}),
      onMessage: (listener) => void child.on('message', listener),
      gone: gone.promise,
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
