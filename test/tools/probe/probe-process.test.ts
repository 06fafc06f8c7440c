// The command as it is started, in a process of its own: from variables, at a terminal, and ended by Ctrl-C.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import type { ProbeRecord } from '../../../tools/probe/record.ts'
import { Engine, type Manners } from '../../exchanges/engine.ts'
import { startVenue } from '../../exchanges/start-venue.ts'
import { ROOT } from '../../house/planted.ts'
import { until } from '../../support/until.ts'
import { envOf, fakeOf, makeFolder } from './probe-kit.ts'

interface Started {
  engine: Engine
  child: ChildProcessByStdio<Writable, Readable, Readable>
  said(): string
  ended: Promise<number | null>
  record(): ProbeRecord
}

async function start(
  program: (argv: string[]) => [string, string[]],
  env: Record<string, string>,
  more: string[],
  manners: Partial<Manners> = {},
): Promise<Started> {
  const engine = new Engine(() => Date.now(), manners)
  const venue = await startVenue(fakeOf('binance').dialect, engine)
  const folder = makeFolder()
  const argv = [
    'tools/probe/main.ts',
    'binance',
    '--host',
    venue.url,
    '--out',
    folder,
    '--market',
    'PEAQ/USDT',
    ...more,
  ]
  const [command, args] = program(argv)
  const options = { cwd: ROOT, env: { PATH: process.env['PATH'], ...env } }
  const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    engine,
    child,
    said: () => said,
    ended: new Promise((resolve) => child.on('close', resolve)),
    record: () => {
      const [name = ''] = existsSync(folder) ? readdirSync(folder) : []
      expect(name).toMatch(/^binance-\d{4}-\d{2}-\d{2}\.json$/)
      return JSON.parse(readFileSync(join(folder, name), 'utf8'))
    },
  }
}

const plain = (argv: string[]): [string, string[]] => [process.execPath, argv]
const atTerminal = (argv: string[]): [string, string[]] => {
  return ['script', ['-qec', [process.execPath, ...argv].map((word) => `'${word}'`).join(' '), '/dev/null']]
}
const { key } = fakeOf('binance')

test('with the key in variables it asks, prints and writes', async () => {
  const run = await start(plain, envOf(fakeOf('binance')), ['--yes', '--only', 'key-open,late'])
  expect(await run.ended, run.said()).toBe(0)
  const record = run.record()
  expect(record).toMatchObject({ versions: { prelist: '0.1.0', ccxt: '4.5.84' }, environment: 'stand-in', left: [] })
  expect(record.probes.map(({ outcome }) => outcome)).toEqual(['refused-as-known', 'refused-listed'])
  expect(run.said()).toContain('the record says: refused while the first is open')
  expect(run.said() + JSON.stringify(record)).not.toContain(key.apiSecret)
  expect(run.engine.orders.map(({ status }) => status)).toEqual(['canceled', 'canceled'])
})

test('at a terminal the key is typed unseen, and the question is answered', async () => {
  const run = await start(atTerminal, {}, ['--only', 'key-open'])
  const answers: [string, string][] = [
    ['API key for Binance (not shown): ', key.apiKey],
    ['API secret for Binance (not shown): ', key.apiSecret],
    ['Go on? (yes/no) ', 'yes'],
  ]
  for (const [question, answer] of answers) {
    await until(() => run.said().includes(question))
    run.child.stdin.write(`${answer}\r`)
  }
  expect(await run.ended, run.said()).toBe(0)
  expect(run.said()).not.toContain(key.apiKey)
  expect(run.said()).not.toContain(key.apiSecret)
  expect(run.record().probes[0]).toMatchObject({ outcome: 'refused-as-known' })
})

test('Ctrl-C cancels what stands and keeps what was answered', async () => {
  const never = { id: 0, open: 0, history: Number.POSITIVE_INFINITY, trades: 0 }
  const run = await start(plain, envOf(fakeOf('binance')), ['--yes', '--only', 'look-open,key-filled'], { lag: never })
  await until(() => run.engine.orders.length > 0)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(1)
  expect(run.engine.orders.map(({ status }) => status)).toEqual(['canceled'])
  expect(run.said()).toContain('Stopping: what stands is cancelled first.')
  expect(run.record()).toMatchObject({ left: [], probes: [{ id: 'look-open' }] })
})

test('alone it lists what it would ask', async () => {
  const run = await start(([script = '']) => [process.execPath, [script]], {}, [])
  expect(await run.ended).toBe(0)
  expect(run.said()).toContain('Probes ask an exchange what its documents leave open.')
})
