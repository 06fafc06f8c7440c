// The system calls of a process that places one order at a fake exchange: what it wrote to its journal, when the disk said that
// it has it, and what went over the wire. All of it happens on the process's first thread, so that its order is the order
// of the lines.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Fake } from '../exchanges/all.ts'
import { Engine } from '../exchanges/engine.ts'
import { startVenue } from '../exchanges/start-venue.ts'
import { makeProfile } from '../support/profile/temp-folder.ts'
import { atOnce } from './venue-desk.ts'

const DOOMED = fileURLToPath(new URL('../kill/crashing-trader.ts', import.meta.url))
const CALLS = 'pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg'

export interface Line {
  kind: 'journal written' | 'journal on the disk' | 'bytes to the venue'
  /** Which connection, for bytes. */
  socket: string
  text: string
}

/** Runs the trader until it has written down the outcome, and reads what strace saw of its first thread. */
export async function traceOrder(fake: Fake): Promise<{ lines: Line[]; intentId: string; engine: Engine }> {
  const engine = new Engine(Date.now, { keyRule: fake.record.keyRule })
  const venue = await startVenue(fake.dialect, engine)
  const dataDir = makeProfile()
  const task = {
    ...{ dataDir, secrets: path.join(path.dirname(dataDir), 'secrets.json'), venue: fake.venue, url: venue.url },
    ...{
      key: fake.key,
      terms: atOnce(fake, engine.priceOf('')),
      crashAt: 'outcome-recorded',
      midway: null,
      recovers: false,
    },
  }
  const trace = `${dataDir}.trace`
  const options = ['-f', '-qq', '--seccomp-bpf', '-yy', '-s', '5000', '-o', trace, '-e', `trace=${CALLS}`]
  const child = spawn('strace', [...options, process.execPath, DOOMED, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'close')
  const [intentId] = (await once(createInterface(child.stdout), 'line')) as [string]
  const [, signal] = (await exited) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`the trader ended by ${signal}`)
  const port = new URL(venue.url).port
  return { lines: readLines(readFileSync(trace, 'utf8'), port), intentId, engine }
}

function readLines(trace: string, port: string): Line[] {
  const all = trace.split('\n').filter((line) => line !== '')
  const first = all[0]?.split(' ')[0] ?? ''
  return all
    .filter((line) => line.startsWith(`${first} `))
    .flatMap((text): Line[] => {
      const [, call = '', target = ''] = /^\d+ +(\w+)\(([^,)]*)/.exec(text) ?? []
      const isJournal = target.includes('prelist.sqlite-wal')
      if (isJournal && call === 'pwrite64') return [{ kind: 'journal written', socket: '', text }]
      if (isJournal && text.endsWith('= 0')) return [{ kind: 'journal on the disk', socket: '', text }]
      return target.includes(`->127.0.0.1:${port}]`) ? [{ kind: 'bytes to the venue', socket: target, text }] : []
    })
}
