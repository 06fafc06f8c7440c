// How the Chromium shell begins and ends, each time as a real process with a real browser.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { browserProcesses, type Shell, test, type Workplace } from './shell-process.ts'

const isRoot = process.getuid?.() === 0

/** The browser's first process: the one that is no helper of another. */
function browserProcess(temp: string): [number, string[]] {
  const first = [...browserProcesses(temp)].find(([, line]) => !line.some((word) => word.startsWith('--type=')))
  if (first === undefined) throw new Error('no browser is running')
  return first
}

test('starts a browser without an open port, sandboxed unless root has to [R14]', async ({ workplace }) => {
  const shell = workplace.start()
  expect(await shell.ready).toBe(true)
  const [, line] = browserProcess(workplace.temp)
  expect(line).toContain('--remote-debugging-pipe')
  expect(line.filter((word) => /remote-debugging-(port|address)|--inspect|enable-automation/.test(word))).toEqual([])
  expect(line.includes('--no-sandbox')).toBe(isRoot)
  expect(await shell.launched).toMatchObject({ chromiumSandbox: !isRoot, acceptDownloads: false, headless: false })
  const [folder = ''] = readdirSync(workplace.temp)
  expect(statSync(join(workplace.temp, folder)).mode & 0o777).toBe(0o700)
})

const LOOKS = {
  dark: `matchMedia('(prefers-color-scheme: dark)').matches`,
  still: `matchMedia('(prefers-reduced-motion: reduce)').matches`,
}

for (const [system, args, wanted] of [
  ['light and moving', [], { dark: false, still: false }],
  ['dark and still', ['--force-dark-mode', '--force-prefers-reduced-motion'], { dark: true, still: true }],
] as const) {
  test(`follows a system that is ${system}`, async ({ workplace }) => {
    const shell = workplace.start({ extraArgs: [...args] })
    expect(await shell.ready).toBe(true)
    const seen = { dark: await shell.evaluate(LOOKS.dark), still: await shell.evaluate(LOOKS.still) }
    expect(seen).toEqual(wanted)
    expect(await shell.launched).toMatchObject({ viewport: null, colorScheme: null, reducedMotion: null })
  })
}

test('stays on its page when the page goes back or closes itself [R7]', async ({ workplace }) => {
  const shell = workplace.start()
  expect(await shell.ready).toBe(true)
  const home = await shell.evaluate('location.href')
  await shell.evaluate(`void setTimeout(() => history.go(1 - history.length), 0)`)
  await shell.evaluate(`void setTimeout(() => window.close(), 0)`).catch(() => {})
  // A question that falls into the way home is lost with its page, so it is asked until it is answered.
  await expect(async () => {
    expect(await shell.evaluate(`desktop.app.status({}).then(({ ok }) => [ok, location.href])`)).toEqual([true, home])
  }).toPass()
})

/** The process has ended in order, the journal is closed, and nothing of the browser is left. */
async function endsInOrder(shell: Shell, { dataDir, temp }: Workplace, code = 0): Promise<void> {
  expect(await shell.ended).toMatchObject({ code, signal: null, stdout: 'prelist ready\n' })
  // SQLite removes its log when the last connection closes; a process that just dies leaves it.
  expect(existsSync(join(dataDir, 'prelist.sqlite'))).toBe(true)
  expect(existsSync(join(dataDir, 'prelist.sqlite-wal'))).toBe(false)
  expect(existsSync(join(dataDir, 'front.sock'))).toBe(false)
  expect(readdirSync(temp)).toEqual([])
  expect(browserProcesses(temp).size).toBe(0)
}

// The answer may be lost with the window.
const ENDS: [string, (shell: Shell, workplace: Workplace) => void][] = [
  ['its window is closed', (shell) => void shell.act({ act: 'close-page' }).catch(() => {})],
  ['the browser is quit', (shell) => void shell.act({ act: 'close-browser' }).catch(() => {})],
  ['the browser is killed', (_, { temp }) => void process.kill(browserProcess(temp)[0], 'SIGKILL')],
  ['it is told to end', (shell) => void shell.process.kill('SIGTERM')],
  ['the terminal is interrupted', (shell) => void shell.process.kill('SIGINT')],
]

for (const [name, end] of ENDS) {
  test(`ends in order when ${name}`, async ({ workplace }) => {
    const shell = workplace.start()
    expect(await shell.ready).toBe(true)
    end(shell, workplace)
    await endsInOrder(shell, workplace)
  })
}

test('ends in order when something in it fails unseen, and says what', async ({ workplace }) => {
  const shell = workplace.start()
  expect(await shell.ready).toBe(true)
  void shell.act({ act: 'fail' }).catch(() => {})
  await endsInOrder(shell, workplace, 1)
  expect((await shell.ended).stderr).toContain('Prelist can’t start. Error: the driver failed')
})

test('a killed shell takes the browser with it, and the next start sweeps what it left', async ({ workplace }) => {
  const first = workplace.start()
  expect(await first.ready).toBe(true)
  first.process.kill('SIGKILL')
  expect((await first.ended).signal).toBe('SIGKILL')
  await expect(() => expect(browserProcesses(workplace.temp).size).toBe(0)).toPass()
  const [left = ''] = readdirSync(workplace.temp)
  expect(left).toMatch(new RegExp(`^prelist-browser-${first.process.pid}-`))

  const second = workplace.start()
  expect(await second.ready).toBe(true)
  expect(readdirSync(workplace.temp)).not.toContain(left)
  second.process.kill('SIGTERM')
  await endsInOrder(second, workplace)
})
