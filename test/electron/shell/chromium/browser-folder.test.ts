// The sweep of old browser folders removes what is surely ours and dead, and nothing else.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const MODULE = fileURLToPath(new URL('../../../../electron/shell/chromium/browser-folder.ts', import.meta.url))

/** Another process takes a folder in `temp`, says what it found, and exits. */
function takeFolder(temp: string): { tmpdir: string; mode: number; pid: number } {
  const script = `import { statSync } from 'node:fs'
    import { tmpdir } from 'node:os'
    import { takeBrowserFolder } from ${JSON.stringify(MODULE)}
    takeBrowserFolder()
    const mode = statSync(tmpdir()).mode & 0o777
    process.stdout.write(JSON.stringify({ tmpdir: tmpdir(), mode, pid: process.pid }))`
  const env = { ...process.env, TMPDIR: temp, TMP: temp, TEMP: temp }
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
  return JSON.parse(stdout)
}

function makeTemp(): string {
  const temp = mkdtempSync(join(tmpdir(), 'prelist-sweep-'))
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }))
  return temp
}

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

test('gives each run a private folder and removes it at exit', () => {
  const temp = makeTemp()
  const { tmpdir: folder, mode, pid } = takeFolder(temp)
  expect(folder.startsWith(join(temp, `prelist-browser-${pid}-`))).toBe(true)
  expect(mode).toBe(0o700)
  expect(readdirSync(temp)).toEqual([])
})

test('sweeps the folder of a dead run, with everything in it', () => {
  const temp = makeTemp()
  const dead = join(temp, `prelist-browser-${deadPid()}-abc`)
  mkdirSync(join(dead, 'profile'), { recursive: true })
  writeFileSync(join(dead, 'profile', 'History'), 'x')
  takeFolder(temp)
  expect(existsSync(dead)).toBe(false)
})

test('leaves what is in use, what is no folder and what has another name', () => {
  const temp = makeTemp()
  const elsewhere = makeTemp()
  writeFileSync(join(elsewhere, 'kept'), 'x')
  const pid = deadPid()
  mkdirSync(join(temp, `prelist-browser-${process.pid}-abc`))
  writeFileSync(join(temp, `prelist-browser-${pid}-file`), 'x')
  symlinkSync(elsewhere, join(temp, `prelist-browser-${pid}-link`))
  for (const name of [
    `x-prelist-browser-${pid}-a`,
    'prelist-browser--a',
    'prelist-browser-1e3-a',
    `prelist-${pid}-a`,
  ]) {
    mkdirSync(join(temp, name))
  }
  const before = readdirSync(temp)
  takeFolder(temp)
  expect(readdirSync(temp)).toEqual(before)
  expect(statSync(join(elsewhere, 'kept')).isFile()).toBe(true)
})

test.runIf(process.getuid?.() === 0)("leaves another user's folder alone", () => {
  const temp = makeTemp()
  const theirs = join(temp, `prelist-browser-${deadPid()}-abc`)
  mkdirSync(theirs)
  spawnSync('chown', ['65534', theirs])
  takeFolder(temp)
  expect(existsSync(theirs)).toBe(true)
})
