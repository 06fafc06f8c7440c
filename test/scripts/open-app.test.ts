// Which shell opens, what is said about it, and what happens when Electron is missing, slow or broken.

import { expect, test } from 'vitest'
import type { Machine } from '../../scripts/setup/machine.mjs'
import { type Openers, openApp } from '../../scripts/setup/open-app.mjs'
import { readShellOption } from '../../scripts/setup/shell-choice.mjs'

const machine: Machine = {
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  hasApt: true,
  browser: '/usr/bin/chromium',
}

function openers(override: Partial<Openers> = {}) {
  const did: string[] = []
  const said: string[] = []
  const open: Openers = {
    electron: async ({ forced }) => {
      did.push(forced ? 'get electron at once' : 'get electron')
      return { program: '/electron' }
    },
    build: async (kind) => {
      did.push(`build ${kind}`)
      return true
    },
    launch: async (program, args) => {
      did.push([program, ...args].join(' '))
      return { state: 'ready', why: '', exited: Promise.resolve(0) }
    },
    runScript: async (script) => {
      did.push(script)
      return 0
    },
    say: (line) => said.push(line),
    ...override,
  }
  return { did, said, open }
}

test('a normal user gets Electron', async () => {
  const { did, said, open } = openers()
  expect(await openApp(machine, null, open)).toBe(0)
  expect(did).toEqual(['get electron', 'build electron', '/electron .'])
  expect(said).toEqual(['Prelist opens the Electron shell: it is the product as shipped.'])
})

test('root gets the Chromium shell', async () => {
  const { did, said, open } = openers()
  await openApp({ ...machine, isRoot: true }, null, open)
  expect(did).toEqual(['build chromium', 'electron/chromium.ts'])
  expect(said).toEqual([expect.stringContaining('the Chromium shell: the user is root')])
})

test('root can force Electron, which then runs without its sandbox', async () => {
  const { did, said, open } = openers()
  await openApp({ ...machine, isRoot: true }, 'electron', open)
  expect(did).toEqual(['get electron at once', 'build electron', '/electron . --no-sandbox'])
  expect(said).toEqual(['Prelist opens the Electron shell: --shell=electron asks for it.'])
})

test('a normal user can force the Chromium shell', async () => {
  const { did, open } = openers()
  await openApp(machine, 'chromium', open)
  expect(did).toEqual(['build chromium', 'electron/chromium.ts'])
})

test.each([null, 'electron', 'chromium'] as const)('without a display the tour runs (forced: %s)', async (forced) => {
  const { did, said, open } = openers()
  await openApp({ ...machine, hasDisplay: false }, forced, open)
  expect(did).toEqual(['build chromium', 'scripts/tour.mjs'])
  expect(said).toEqual(['Prelist opens the tour instead of a window: there is no display to open a window on.'])
})

test('a failed download leads to the Chromium shell, in one line', async () => {
  const { did, said, open } = openers({ electron: async () => ({ failed: 'its download failed' }) })
  expect(await openApp(machine, null, open)).toBe(0)
  expect(did).toEqual(['build chromium', 'electron/chromium.ts'])
  expect(said).toEqual(['Prelist opens the Chromium shell: Electron is not there, because its download failed.'])
})

test('an Electron that is not ready in time leads to the Chromium shell, in one line', async () => {
  const why = 'Electron was not ready within 20 s'
  const { did, said, open } = openers({ launch: async () => ({ state: 'failed', why, exited: Promise.resolve(1) }) })
  expect(await openApp(machine, null, open)).toBe(0)
  expect(did).toEqual(['get electron', 'build electron', 'build chromium', 'electron/chromium.ts'])
  expect(said).toEqual([`Prelist opens the Chromium shell: ${why}.`])
})

test('with neither Electron nor a browser it says so and fails', async () => {
  const { did, said, open } = openers({ electron: async () => ({ failed: 'its download failed' }) })
  expect(await openApp({ ...machine, browser: null }, null, open)).toBe(1)
  expect(did).toEqual([])
  expect(said).toEqual([expect.stringContaining('no Chromium, Chrome or Edge')])
})

test('the exit code is that of the app', async () => {
  const { open } = openers({ launch: async () => ({ state: 'ready', why: '', exited: Promise.resolve(7) }) })
  expect(await openApp(machine, null, open)).toBe(7)
  const broken = openers({ build: async () => false })
  expect(await openApp(machine, null, broken.open)).toBe(1)
})

test('the only option is --shell', () => {
  expect(readShellOption([])).toEqual({ forced: null, error: null })
  expect(readShellOption(['--shell=chromium'])).toEqual({ forced: 'chromium', error: null })
  expect(readShellOption(['--shell=firefox']).error).toContain('--shell=firefox')
})
