// Every channel of the shell, called through the real router by everybody who is not our page.

import type { WebContents } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { connectPage } from '../../../electron/ipc/electron-ipc.ts'
import { OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import { FakeContents, ipcMain } from '../../fakes/electron.ts'
import { keptState, toldState } from '../../support/profile/state-dump.ts'
import { startDesk } from '../../support/start-backend.ts'

const ORIGIN = 'app://prelist'
const OURS = { url: `${ORIGIN}/index.html`, parent: null }
const CHANNELS = OPERATION_NAMES.map((name) => `prelist:call:${name}`)

/** Who calls; each differs from our page in one thing alone. */
const STRANGERS: [who: string, frame: unknown, isOtherContents?: boolean][] = [
  ['a frame inside our page', { ...OURS, parent: OURS }],
  ['a frame inside a frame', { ...OURS, parent: { ...OURS, parent: OURS } }],
  ['a frame that is gone', null],
  ['another web contents with our page', OURS, true],
  ['another host', { ...OURS, url: 'app://other/index.html' }],
  ['a longer host', { ...OURS, url: 'app://prelist.evil.example/index.html' }],
  ['another scheme', { ...OURS, url: 'https://prelist/index.html' }],
  ['a file', { ...OURS, url: 'file:///index.html' }],
  ['a port', { ...OURS, url: 'app://prelist:1/index.html' }],
  ['a user', { ...OURS, url: 'app://prelist@prelist/index.html' }],
  ['another page of ours', { ...OURS, url: `${ORIGIN}/other.html` }],
  ['an empty page', { ...OURS, url: 'about:blank' }],
  ['a page without an address', { ...OURS, url: '' }],
]

beforeEach(() => ipcMain.handlers.clear())

async function connected() {
  const desk = await startDesk()
  const page = new FakeContents()
  connectPage(page as unknown as WebContents, ORIGIN, desk.backend)
  /** Calls a channel as Electron would, and gives the code of the answer. */
  const call = async (channel: string, senderFrame: unknown, sender: unknown = page) => {
    const handler = ipcMain.handlers.get(channel) ?? expect.unreachable(`no handler for ${channel}`)
    const answer = (await handler({ sender, senderFrame }, {})) as { ok: boolean; error?: { code: string } }
    return answer.ok ? 'ok' : answer.error?.code
  }
  return { desk, page, call }
}

test('each operation has one handler, and no channel is heard in another way [R9]', async () => {
  await connected()
  expect([...ipcMain.handlers.keys()].toSorted()).toEqual(CHANNELS.toSorted())
  expect(ipcMain.on).not.toHaveBeenCalled()
})

test('every channel refuses every stranger, and nothing is changed by them [R9]', async () => {
  const { desk, call } = await connected()
  const before = await toldState(desk.backend)
  let refused = 0
  for (const channel of CHANNELS) {
    for (const [who, frame, isOtherContents = false] of STRANGERS) {
      const sender = isOtherContents ? new FakeContents() : undefined
      expect([channel, who, await call(channel, frame, sender)]).toEqual([channel, who, 'FORBIDDEN_SENDER'])
      refused++
    }
  }
  console.log(`calls of strangers: ${refused} refused, on ${CHANNELS.length} channels`)
  expect(await toldState(desk.backend)).toEqual(before)
})

test('the same calls from our page get through the door [R9]', async () => {
  const { call } = await connected()
  for (const channel of CHANNELS) {
    // Without its fields an operation may refuse the input, but not the sender.
    expect([channel, await call(channel, OURS)]).not.toContain('FORBIDDEN_SENDER')
  }
  expect(await call('prelist:call:coins.list', OURS)).toBe('ok')
  expect(await call('prelist:call:coins.list', { ...OURS, url: `${ORIGIN}/index.html?a#b` })).toBe('ok')
})

test('events reach our page alone, and no page that is gone', async () => {
  const { desk, page } = await connected()
  const other = new FakeContents()
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: true })
  expect(page.send.mock.calls.map(([channel]) => channel)).toContain('prelist:event:coins.changed')
  expect(other.send).not.toHaveBeenCalled()
  page.emit('destroyed')
  page.send.mockClear()
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
  expect(page.send).not.toHaveBeenCalled()
  await desk.backend.close()
  expect(keptState(desk.dataDir)).toBeTruthy()
})

test('what Electron’s event object holds does not reach the backend [R10]', async () => {
  const page = new FakeContents()
  const dispatch = vi.fn(async () => ({ ok: true as const, value: null }))
  connectPage(page as unknown as WebContents, ORIGIN, { dispatch, on: () => () => {} })
  await ipcMain.handlers.get('prelist:call:coins.list')?.({ sender: page, senderFrame: OURS, reply: vi.fn() }, { a: 1 })
  expect(dispatch.mock.calls).toEqual([[{ window: 'main' }, 'coins.list', { a: 1 }]])
})
