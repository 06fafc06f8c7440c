// Which Debian packages are missing and what is done about it, for root, for others, and without apt.

import { expect, test } from 'vitest'
import { inspectMachine, type Machine } from '../../scripts/setup/machine.mjs'
import { carryOutPackages, missingPackages, planPackages, TEST_PACKAGES } from '../../scripts/setup/system-packages.mjs'
import { fakeExec } from './fake-exec.ts'

const debian: Machine = {
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  hasApt: true,
  browser: '/usr/bin/chromium',
}
const everything = { browser: true, keychain: true }
const installed = (...names: string[]) =>
  fakeExec({}, { 'dpkg-query': names.map((name) => `${name} installed\n`).join('') }).capture

test('nothing is missing when dpkg knows all of them', () => {
  const capture = installed('libsecret-1-0', 'gnome-keyring', 'dbus', 'fonts-liberation')
  expect(missingPackages(debian, capture)).toEqual([])
  expect(planPackages(debian, [], everything)).toEqual({ kind: 'nothing' })
})

test('a removed package whose configuration is left counts as missing', () => {
  const { capture } = fakeExec({}, { 'dpkg-query': 'dbus config-files\nlibsecret-1-0 installed\n' })
  expect(missingPackages(debian, capture)).toEqual(['gnome-keyring', 'dbus', 'fonts-liberation'])
})

test('a bare machine lacks the browser too, and dpkg answering nothing is no error', () => {
  const { capture } = fakeExec({ 'dpkg-query': 1 })
  const missing = missingPackages({ ...debian, browser: null }, capture)
  expect(missing).toEqual(['chromium', 'libsecret-1-0', 'gnome-keyring', 'dbus', 'fonts-liberation'])
})

test('the tests want strace and age besides, and the app does not', () => {
  const capture = installed('libsecret-1-0', 'gnome-keyring', 'dbus', 'fonts-liberation')
  expect(missingPackages(debian, capture, TEST_PACKAGES)).toEqual(['strace', 'age'])
})

test('root installs, after the list was updated', async () => {
  const plan = planPackages({ ...debian, isRoot: true }, ['chromium', 'dbus'], everything)
  const exec = fakeExec()
  expect(await carryOutPackages(plan, exec)).toBe(true)
  expect(exec.ran).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium dbus'])
})

test('an outdated list is no reason to stop, a failed installation is', async () => {
  const plan = planPackages({ ...debian, isRoot: true }, ['dbus'], everything)
  expect(await carryOutPackages(plan, fakeExec({ 'apt-get update': 100 }))).toBe(true)
  expect(await carryOutPackages(plan, fakeExec({ 'apt-get install': 100 }))).toBe(false)
})

test('a normal user is told the exact command, and nothing is run', async () => {
  const plan = planPackages({ ...debian, browser: null }, ['chromium', 'libsecret-1-0'], everything)
  const exec = fakeExec()
  expect(await carryOutPackages(plan, exec)).toBe(false)
  expect(exec.ran).toEqual([])
  expect(exec.said.join('\n')).toContain('sudo apt-get install --no-install-recommends chromium libsecret-1-0')
})

test.each([
  { missing: ['chromium'], needs: { browser: true, keychain: false }, goesOn: false },
  { missing: ['chromium'], needs: { browser: false, keychain: false }, goesOn: true },
  { missing: ['libsecret-1-0'], needs: { browser: true, keychain: false }, goesOn: true },
  { missing: ['libsecret-1-0'], needs: { browser: true, keychain: true }, goesOn: false },
])('a normal user without $missing, needing $needs', async ({ missing, needs, goesOn }) => {
  expect(await carryOutPackages(planPackages(debian, missing, needs), fakeExec())).toBe(goesOn)
})

test('without apt only a missing browser is worth a word', async () => {
  const mac: Machine = { ...debian, platform: 'darwin', hasApt: false }
  expect(missingPackages(mac, fakeExec().capture)).toEqual([])
  expect(planPackages(mac, [], everything)).toEqual({ kind: 'nothing' })
  const exec = fakeExec()
  expect(await carryOutPackages(planPackages({ ...mac, browser: null }, [], everything), exec)).toBe(false)
  expect(exec.said.join('\n')).toContain('Install Google Chrome, Chromium or Edge.')
})

test.each([
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome', { browser: '/usr/bin/google-chrome', hasDisplay: false }],
  ['linux', { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' }, '/usr/bin/apt-get', { hasApt: true, hasDisplay: true }],
  ['linux', { PATH: '', DISPLAY: ':0' }, '/usr/bin/chromium', { browser: null, hasDisplay: true }],
  [
    'darwin',
    {},
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    { hasDisplay: true, browser: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
  ],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files' },
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    { hasDisplay: true, hasApt: false, browser: 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe' },
  ],
] as const)('looks at %s with %j', (platform, env, present, facts) => {
  const machine = inspectMachine({ platform, env, uid: 1000, exists: (path) => path === present })
  expect(machine).toMatchObject({ ...facts, isRoot: false })
})
