// Runs a script against a real keychain of its own: a private session bus with gnome-keyring, in fresh folders.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface KeyringRun {
  code: number
  stdout: string
  stderr: string
}

/**
 * Runs `script` with Node in that session. A keyring that was never unlocked has no collection to write to, which is
 * how `unlocked: false` plays a locked one. The folders are new each time: an old collection stays locked.
 */
export async function runWithKeyring(
  script: string,
  { unlocked = true, args = [] }: { unlocked?: boolean; args?: string[] } = {},
): Promise<KeyringRun> {
  const home = mkdtempSync(join(tmpdir(), 'prelist-keyring-'))
  const start = unlocked
    ? "printf 'passphrase\\n' | gnome-keyring-daemon --unlock --components=secrets"
    : 'gnome-keyring-daemon --start --components=secrets'
  const inner = `${start} >/dev/null 2>&1; exec "$@"`
  // The desktop's own bus and display are taken away: a prompt must not wait for a person.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, DBUS_SESSION_BUS_ADDRESS: _bus, ...rest } = process.env
  const env = { ...rest, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home }
  const command = ['--', 'bash', '-c', inner, 'bash', process.execPath, script, ...args]
  try {
    return await collect(spawn('dbus-run-session', command, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function collect(child: ReturnType<typeof spawn>): Promise<KeyringRun> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}
