// `npm run probe -- <exchange>`: asks an exchange's test environment what its documents leave open, with the trader's own
// test key and a limit on what may be spent, and keeps the dated answers in `probes/`. Alone it lists what it would ask.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '../../electron/adapters/system-clock.ts'
import { ROOT } from '../../scripts/setup/paths.mjs'
import { member, textOf } from '../../shared/venues/json.ts'
import { runCommand } from './command.ts'
import type { Pause } from './parts.ts'
import { VARIABLES } from './table.ts'
import { ask, askSecret } from './terminal.ts'

const versionOf = (folder: string): string => {
  const told: unknown = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  return textOf(member(told, 'version')) ?? 'unknown'
}

function commit(): string | null {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return `${git('rev-parse', '--short', 'HEAD').trim()}${git('status', '--porcelain').trim() === '' ? '' : ' and changes'}`
  } catch {
    return null
  }
}

// The clock's own sleep would let the process end while it waits.
const pause: Pause = async (ms, signal) => {
  await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
}

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (!stop.signal.aborted) console.log('Stopping: what stands is cancelled first.')
    stop.abort()
  })
}

// Children that a probe might start must not inherit the key.
const env = Object.fromEntries(Object.values(VARIABLES).map((name) => [name, process.env[name]]))
for (const name of Object.values(VARIABLES)) delete process.env[name]

process.exitCode = await runCommand(process.argv.slice(2), {
  clock: systemClock,
  pause,
  signal: stop.signal,
  env,
  print: (line) => console.log(line),
  ask,
  askSecret,
  folder: join(ROOT, 'probes'),
  versions: { prelist: versionOf('.'), commit: commit(), ccxt: versionOf('node_modules/ccxt') },
})
