// A run of the probes for one test: a stand-in that tells what its key may do, a clock that only the run's own pauses move,
// and everything that was printed and written.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand } from '../../../tools/probe/command.ts'
import type { Parts } from '../../../tools/probe/parts.ts'
import type { ProbeRecord } from '../../../tools/probe/record.ts'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import { Engine, type Manners } from '../../exchanges/engine.ts'
import { telling } from '../../exchanges/key-rights.ts'
import type { FakeVenue } from '../../exchanges/server.ts'
import { startVenue } from '../../exchanges/start-venue.ts'
import { type AppClock, makeAppClock } from '../../support/app-clock.ts'

export interface ProbeKit {
  venue: FakeVenue
  engine: Engine
  clock: AppClock
  folder: string
  printed: string[]
  stop: AbortController
  parts: Parts
  /** Runs against the stand-in; more of the command line may follow. */
  run(...more: string[]): Promise<number>
  /** The only record that was written; `null` without one. */
  record(): ProbeRecord | null
}

/** The stand-in of that name. */
export function fakeOf(venue: string): Fake {
  const fake = FAKES.find((one) => one.venue === venue)
  if (fake === undefined) throw new Error(`no stand-in for ${venue}`)
  return fake
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prelist-probe-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The variables that hold this key. */
export const envOf = ({ key }: Fake): Record<string, string> => ({
  PRELIST_PROBE_API_KEY: key.apiKey,
  PRELIST_PROBE_API_SECRET: key.apiSecret,
  ...('passphrase' in key ? { PRELIST_PROBE_PASSPHRASE: String(key.passphrase) } : {}),
})

export async function startProbe(fake: Fake, manners: Partial<Manners> = {}, mayWithdraw = false): Promise<ProbeKit> {
  const clock = makeAppClock()
  const engine = new Engine(() => clock.now(), { keyRule: fake.record.keyRule, ...manners })
  const venue = await startVenue(telling(fake, mayWithdraw).dialect, engine)
  const folder = makeFolder()
  const printed: string[] = []
  const stop = new AbortController()
  const parts: Parts = {
    clock,
    pause: async (ms) => clock.advance(ms),
    signal: stop.signal,
    env: envOf(fake),
    print: (line) => void printed.push(line),
    ask: async () => null,
    askSecret: async () => null,
    folder: join(folder, 'nobody-writes-here'),
    versions: { prelist: '0.1.0', commit: 'abc1234', ccxt: '4.5.84' },
  }
  const options = ['--host', venue.url, '--out', folder, '--market', 'PEAQ/USDT', '--yes']
  return {
    venue,
    engine,
    clock,
    folder,
    printed,
    stop,
    parts,
    run: (...more) => runCommand([fake.venue, ...options, ...more], parts),
    record: () => {
      const [name] = existsSync(folder) ? readdirSync(folder) : []
      return name === undefined ? null : JSON.parse(readFileSync(join(folder, name), 'utf8'))
    },
  }
}
