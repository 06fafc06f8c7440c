// The only importer of `ipcMain`: turns channels into calls of the router, and says who called.

import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { EVENT_NAMES, OPERATION_NAMES } from '../../shared/contract/contract.ts'
import { eventChannel, operationChannel } from './channels.ts'
import type { Dispatch } from './router.ts'
import { type Sender, trustedSender } from './trusted-sender.ts'

/** What the page is connected to. */
interface Connected {
  dispatch: Dispatch
  on(event: string, listener: (payload: unknown) => void): () => void
}

/**
 * Connects the one window's page with the backend: a channel for each operation, and every event sent to that page
 * alone. A call from anywhere else reaches the router as a stranger's and is refused there.
 */
export function connectPage(page: WebContents, origin: string, backend: Connected): void {
  for (const operation of OPERATION_NAMES) {
    ipcMain.handle(operationChannel(operation), (event, input: unknown) =>
      backend.dispatch(senderOf(event, page, origin), operation, input),
    )
  }
  for (const name of EVENT_NAMES) {
    const stop = backend.on(name, (payload) => page.send(eventChannel(name), payload))
    page.once('destroyed', stop)
  }
}

/**
 * electron-store opens a synchronous channel that tells any page the profile's path. No page of ours needs it.
 * To be called after the store was made.
 */
export function closeForeignChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}

function senderOf(event: IpcMainInvokeEvent, page: WebContents, origin: string): Sender | null {
  const frame = event.senderFrame
  // Null when the frame has navigated away meanwhile: then nobody is left to whom an answer is due.
  if (frame === null || event.sender !== page) return null
  return trustedSender({ url: frame.url, isMainFrame: frame.parent === null, window: 'main' }, origin)
}
