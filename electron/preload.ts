// Runs in the sandbox before the page and gives it `window.desktop`, nothing else. Bundled whole, as CommonJS.

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { buildBridge } from './bridge.ts'
import { eventChannel, operationChannel } from './ipc/channels.ts'

contextBridge.exposeInMainWorld(
  'desktop',
  buildBridge(
    (operation, input) => ipcRenderer.invoke(operationChannel(operation), input),
    (event, listener) => {
      const channel = eventChannel(event)
      // The Electron event object stays here: through its `sender` the page could reach every channel.
      const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
      ipcRenderer.on(channel, forward)
      return () => void ipcRenderer.off(channel, forward)
    },
  ),
)
