// Getting and starting Electron, played by small Node programs: nothing is downloaded here.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { electronProgram, ensureElectron } from '../../scripts/setup/electron-binary.mjs'
import { launchElectron } from '../../scripts/setup/electron-launch.mjs'
import { until } from '../support/until.ts'

let root = ''
const said: string[] = []
const say = (line: string) => said.push(line)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prelist-electron-'))
  said.length = 0
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const places = () => ({ root, node: process.execPath, stamps: join(root, 'stamps') })

function putBinary() {
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
}

test('a binary that is there is not downloaded again', async () => {
  putBinary()
  const start = () => expect.unreachable('nothing is to be downloaded')
  const program = join(root, 'node_modules/electron/dist/electron')
  expect(await ensureElectron(places(), { forced: false }, { say, start })).toEqual({ program })
})

test('a note of a path without the file behind it is no binary', () => {
  putBinary()
  rmSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  expect(electronProgram(root)).toBeNull()
})

test('the download tells its progress', async () => {
  const start = (_node: string, args: string[], env: NodeJS.ProcessEnv) => {
    expect(args).toEqual([join(root, 'node_modules/electron/install.js')])
    writeFileSync(join(env['TMPDIR'] ?? '', 'electron.zip'), Buffer.alloc(3_000_000))
    const exited = until(() => said.some((line) => line.endsWith('so far'))).then(() => {
      putBinary()
      return 0
    })
    return { kill: () => {}, exited }
  }
  const got = await ensureElectron(places(), { forced: false }, { say, start, tickMs: 10 })
  expect(got).toEqual({ program: expect.stringContaining('electron') })
  expect(said).toEqual(['Downloading Electron', 'Downloading Electron: 3 MB so far'])
})

test('a failed download is not tried again on the same day, unless it is asked for', async () => {
  let tries = 0
  const start = () => {
    tries += 1
    return { kill: () => {}, exited: Promise.resolve(1) }
  }
  const at = (hours: number, forced = false) =>
    ensureElectron(places(), { forced }, { say, start, now: () => hours * 3600_000 })
  expect(await at(0)).toEqual({ failed: 'its download failed' })
  expect(await at(23)).toEqual({ failed: 'its download failed less than a day ago' })
  expect(tries).toBe(1)
  await at(23, true)
  expect(tries).toBe(2)
  await at(48)
  expect(tries).toBe(3)
})

test('a download that stands still is ended', async () => {
  let time = 0
  const ended = Promise.withResolvers<number>()
  const start = () => ({ kill: () => ended.resolve(1), exited: ended.promise })
  const now = () => {
    time += 30_000
    return time
  }
  const got = await ensureElectron(places(), { forced: false }, { say, start, now, tickMs: 5 })
  expect(got).toEqual({ failed: 'its download failed' })
})

/** Plays Electron by a script; `child` is the process, of which the test hears and which it tells when to go on. */
function play(script: string, limitMs = 10_000) {
  let begun: ChildProcessByStdio<Writable, Readable, null> | undefined
  let heard = ''
  const launched = launchElectron(process.execPath, ['-e', script], {
    limitMs,
    killAfterMs: 200,
    spawnProgram: (program, args) => {
      const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdout.on('data', (data: Buffer) => (heard += data.toString()))
      begun = child
      return child
    },
  })
  return { launched, child: () => begun, heard: (word: string) => until(() => heard.includes(word)) }
}

test('Electron is ready when it says so, and its exit code comes later', async () => {
  const { launched, child } = play("console.log('prelist ready'); process.stdin.once('data', () => process.exit(3))")
  const app = await launched
  expect(app.state).toBe('ready')
  child()?.stdin.write('go on')
  expect(await app.exited).toBe(3)
})

test('an Electron that ends at once has failed', async () => {
  expect(await play('process.exit(5)').launched).toMatchObject({
    state: 'failed',
    why: 'Electron ended at once (exit code 5)',
  })
})

test('an Electron that is not ready in time is asked to end, then ended, before this is known', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const deaf = "process.on('SIGTERM', () => console.log('asked')); setInterval(() => {}, 1000); console.log('deaf')"
  const { launched, child, heard } = play(deaf, 300)
  await heard('deaf')
  vi.advanceTimersByTime(299)
  expect(child()?.killed).toBe(false)
  vi.advanceTimersByTime(1)
  await heard('asked')
  vi.advanceTimersByTime(200)
  const app = await launched
  expect(app).toMatchObject({ state: 'failed', why: 'Electron was not ready within 0.3 s' })
  expect([child()?.signalCode, await app.exited]).toEqual(['SIGKILL', 1])
})

test('an Electron that cannot be started has failed', async () => {
  const app = await launchElectron(join(root, 'nothing'), [], { limitMs: 10_000 })
  expect(app.state).toBe('failed')
})
