// The preload hands the page the bridge and nothing of Electron.

import { beforeAll, expect, test, vi } from 'vitest'
import type { DesktopApi } from '../../../shared/contract.ts'
import { contextBridge, ipcRenderer } from '../../fakes/electron.ts'

let desktop: DesktopApi

beforeAll(async () => {
  await import('../../../electron/preload.ts')
  desktop = contextBridge.exposed.get('desktop') as DesktopApi
})

test('only `desktop` is exposed', () => {
  expect([...contextBridge.exposed.keys()]).toEqual(['desktop'])
})

test('each function has its own channel', async () => {
  expect(await desktop.coins.get({ coinId: 'peaq' })).toEqual({
    channel: 'prelist:call:coins.get',
    input: { coinId: 'peaq' },
  })
})

test('a listener gets the payload without the event object, and can be removed', () => {
  const listener = vi.fn()
  const stop = desktop.on('coins.changed', listener)
  ipcRenderer.emit('prelist:event:coins.changed', { sender: ipcRenderer }, null)
  expect(listener.mock.calls).toEqual([[null]])
  stop()
  ipcRenderer.emit('prelist:event:coins.changed', { sender: ipcRenderer }, null)
  expect(listener).toHaveBeenCalledOnce()
  expect(ipcRenderer.listenerCount('prelist:event:coins.changed')).toBe(0)
})
