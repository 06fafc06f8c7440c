// What the browser is started with. The driver's launch is recorded instead of carried out.

import { chromium } from 'playwright'
import { afterEach, expect, test, vi } from 'vitest'
import { openAppWindow } from '../../../../electron/shell/chromium/app-window.ts'

afterEach(() => vi.restoreAllMocks())

/** The options with which a launch for this user is asked for. */
async function launchOptions(asRoot: boolean) {
  const launch = vi.spyOn(chromium, 'launchPersistentContext').mockRejectedValue(new Error('not launched'))
  const opened = openAppWindow({
    backend: { dispatch: () => Promise.reject(new Error('not called')), on: () => () => {} },
    pages: { get: () => null },
    bridge: '',
    browser: '/usr/bin/browser',
    asRoot,
  })
  await expect(opened).rejects.toThrow('not launched')
  const [folder, options] = launch.mock.lastCall ?? []
  return { folder, ...options }
}

test('the sandbox is on for everyone but root, and never switched off by an argument [R14]', async () => {
  const [user, root] = [await launchOptions(false), await launchOptions(true)]
  expect(user.chromiumSandbox).toBe(true)
  expect(root.chromiumSandbox).toBe(false)
  for (const { args } of [user, root])
    expect(args?.join(' ')).not.toMatch(/no-sandbox|disable-web-security|remote-debugging/)
})

test('size, colours and motion are left to the system, and there are no downloads', async () => {
  expect(await launchOptions(false)).toMatchObject({
    folder: '',
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    acceptDownloads: false,
    headless: false,
    ignoreDefaultArgs: ['--enable-automation'],
  })
})

test('the browser keeps no history, asks no permissions and resolves no names [R4]', async () => {
  const { args } = await launchOptions(false)
  expect(args).toEqual(
    expect.arrayContaining(['--incognito', '--deny-permission-prompts', '--host-resolver-rules=MAP * ~NOTFOUND']),
  )
})
