// What the Electron shell adds to the vault: the process that holds its keys, the signals on which it is locked, and the
// question that a page cannot answer for the trader.

import { fileURLToPath } from 'node:url'
import { BrowserWindow, dialog, powerMonitor, utilityProcess } from 'electron'
import type { LockReason } from '../../../shared/vault.ts'
import type { ConfirmCommand } from '../../ports/accounts.ts'
import type { Spawner } from '../../ports/vault.ts'
import { keychainEnvironment } from '../vault-environment.ts'

/** @param entry the built file of the vault's process */
export function utilitySpawner(entry: URL): Spawner {
  return (build) => {
    const child = utilityProcess.fork(fileURLToPath(entry), [build], {
      env: keychainEnvironment(process.env),
      // Neither the options of this process, nor output in which a value could be part of a stack trace.
      execArgv: [],
      stdio: 'ignore',
      serviceName: 'Prelist vault',
    })
    const gone = Promise.withResolvers<void>()
    child.once('exit', () => gone.resolve())
    return {
      // Known only once it runs, and asked for by nobody before.
      get pid() {
        return child.pid
      },
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      gone: gone.promise,
      kill: () => void child.kill(),
    }
  }
}

/** Locks on sleep and when the screen is locked: whoever comes back may be somebody else. */
export function lockWithTheScreen(lock: (reason: LockReason) => Promise<void>): void {
  powerMonitor.on('suspend', () => void lock('sleep'))
  powerMonitor.on('lock-screen', () => void lock('screen-lock'))
}

const RUN = 1

/** Shows the exact command in a dialog of the system. Closing it, and Enter, mean no. */
export const confirmCommand: ConfirmCommand = async (command) => {
  const options = {
    type: 'warning' as const,
    message: 'Run this command each time the key is used?',
    detail: `${command}\n\nIt runs as you, without a shell. Prelist uses its output as the key.`,
    buttons: ['Don’t run', 'Run'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const parent = BrowserWindow.getFocusedWindow()
  const { response } = await (parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options))
  return response === RUN
}
