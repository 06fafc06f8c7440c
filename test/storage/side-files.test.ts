// The files beside the profile: preferences and log may be lost, and that stops nothing; the exchange's ledger refuses
// what it cannot write down.

import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { openSettingsFile } from '../../electron/adapters/settings-file.ts'
import { createBackend } from '../../electron/app/backend.ts'
import { DEFAULT_SETTINGS } from '../../shared/app.ts'
import { DEFAULT_RULES } from '../../shared/portfolio.ts'
import { connect } from '../electron/practice-exchange/client.ts'
import { marketBuy, queryLedger } from '../electron/practice-exchange/fixture.ts'
import { makeProfile } from '../support/profile/temp-folder.ts'
import { okOf } from '../support/start-backend.ts'
import { runWithFault } from './faults.ts'

const SETTINGS = fileURLToPath(new URL('./settings-process.ts', import.meta.url))
const EXCHANGE = fileURLToPath(new URL('../../electron/practice-exchange/main.ts', import.meta.url))
const NOWHERE = 'http://127.0.0.1:9'

it.each([1, 20, 60])('says that preferences were not saved when only %d bytes had room [R47]', (bytes) => {
  const dataDir = makeProfile()
  const set = (limit: string) => execFileSync('prlimit', [limit, process.execPath, SETTINGS, dataDir]).toString()
  expect(set('--fsize=unlimited')).toBe('saved')
  expect(set(`--fsize=${bytes}`)).toMatch(/^STORAGE_FAILED: Couldn’t save your preferences/)
  // Gone or as it was before; the start takes the defaults for what is gone.
  expect([undefined, { ...DEFAULT_SETTINGS, theme: 'dark' }]).toContainEqual(openSettingsFile(dataDir).get())
  expect(set('--fsize=unlimited')).toBe('saved')
})

it.each<[string, (file: string) => void]>([
  ['cut short', (file) => writeFileSync(file, '{"settings":{"theme":"da')],
  ['empty', (file) => writeFileSync(file, '')],
  ['noise', (file) => writeFileSync(file, Buffer.alloc(5_000, 0xa7))],
  ['a folder', (file) => mkdirSync(file)],
  [
    'closed to everybody',
    (file) => {
      writeFileSync(file, '{')
      chmodSync(file, 0)
    },
  ],
])('starts with preferences that are %s, and keeps the work and the limits all the same', async (_name, spoil) => {
  const dataDir = makeProfile()
  const start = () => createBackend({ dataDir, venueHosts: { practice: NOWHERE } })
  const first = await start()
  const rules = await okOf(first, 'rules.save', { ...DEFAULT_RULES, project: { limit: '0.04', level: 'block' } })
  await okOf(first, 'notes.save', { coinId: 'peaq', text: 'mine' })
  await first.close()
  spoil(path.join(dataDir, 'config.json'))
  const backend = await start()
  onTestFinished(() => backend.close())
  expect(await okOf(backend, 'settings.get', {})).toEqual(DEFAULT_SETTINGS)
  expect((await okOf(backend, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('mine')
  expect(await okOf(backend, 'rules.get', {})).toEqual(rules)
})

it.each(['error=ENOSPC', 'error=EIO'])('works with a log that cannot be written, %s [R47]', async (what) => {
  const task = { dataDir: makeProfile(), venueUrl: NOWHERE, rounds: 1, pieces: ['note', 'market', 'settings'] as const }
  for (const call of ['openat', 'write'] as const) {
    const { told } = await runWithFault(task, { call, what, when: '1+' }, ['prelist.log', 'prelist.log.1'])
    // Nobody answers at that address; all the rest succeeds.
    const failed = told.filter(({ ok }) => !ok).map(({ operation, code }) => `${operation} ${code}`)
    expect([told.length, failed]).toEqual([5, ['orders.draft VENUE_UNREACHABLE']])
  }
})

it('accepts no order that the ledger has no room for, and none is there later [R47]', async () => {
  const dataDir = path.join(makeProfile(), 'exchange')
  const start = async (limit: string) => {
    const child = spawn('prlimit', [limit, process.execPath, EXCHANGE, '--port', '0', '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const stop = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    return { url: `http://127.0.0.1:${(JSON.parse(line) as { listening: number }).listening}`, stop }
  }
  const roomy = await start('--fsize=unlimited')
  await connect(roomy.url)
  await roomy.stop()
  const tight = await start('--fsize=600000')
  const client = await connect(tight.url)
  const accepted: string[] = []
  const refused: string[] = []
  for (let order = 0; order < 60; order++) {
    const key = randomUUID()
    const answer = await client.place(marketBuy({ amount: '40' }), key).catch(() => null)
    if (answer?.status === 200 || answer?.status === 201) accepted.push(key)
    else if (answer === null || answer.status >= 500) refused.push(key)
    else throw new Error(`status ${answer.status}`)
  }
  await tight.stop()
  expect([accepted.length > 0, refused.length > 0]).toEqual([true, true])
  const again = await start('--fsize=unlimited')
  await again.stop()
  const kept = queryLedger(dataDir, 'SELECT idempotency_key AS key FROM orders').map(({ key }) => String(key))
  expect(kept.toSorted()).toEqual(accepted.toSorted())
  expect(queryLedger(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})
