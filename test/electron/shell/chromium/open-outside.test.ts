// The Chromium shell asks in a window of its own, and hands the address to the system's own opener as one argument.

import { expect, test, vi } from 'vitest'
import { createOpenOutside, type Launch } from '../../../../electron/shell/chromium/open-outside.ts'

const ADDRESS = { url: 'https://www.peaq.network/a?b=c&d=$(id)', domain: 'peaq.network' }

test.each([
  ['linux', 'xdg-open', [ADDRESS.url]],
  ['darwin', 'open', [ADDRESS.url]],
  ['win32', 'rundll32', ['url.dll,FileProtocolHandler', ADDRESS.url]],
] as const)('%s', async (platform, program, args) => {
  const launch = vi.fn<Launch>(async () => true)
  expect(await createOpenOutside(async () => true, platform, launch)(ADDRESS)).toBe(true)
  expect(launch.mock.calls).toEqual([[program, args]])
})

test('nothing is started without a yes, for another kind of address, or where no opener is known', async () => {
  const launch = vi.fn<Launch>(async () => true)
  const yes = async () => true
  expect(await createOpenOutside(async () => false, 'linux', launch)(ADDRESS)).toBe(false)
  expect(await createOpenOutside(yes, 'linux', launch)({ ...ADDRESS, url: '--help' })).toBe(false)
  expect(await createOpenOutside(yes, 'aix', launch)(ADDRESS)).toBe(false)
  expect(launch).not.toHaveBeenCalled()
})

test('an opener that is not installed is told as not opened', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = '/nowhere'
  try {
    expect(await createOpenOutside(async () => true, 'linux')(ADDRESS)).toBe(false)
  } finally {
    process.env['PATH'] = path
  }
})
