// The one window: its sandbox, its size, and that it is shown only once there is something to see.

import { BrowserWindow, Menu } from 'electron'

/** Smaller than this the order ticket would cover the list that it belongs to. */
const MIN_WIDTH = 1000
const MIN_HEIGHT = 640

/** Creates the window without loading anything. `preload` is an absolute path. */
export function createWindow(preload: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Prelist',
    width: 1440,
    height: 900,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from a host of the browser's maker.
      spellcheck: false,
      devTools: !isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

/** Takes away the default menu, which opens developer tools and reloads. On macOS copy and paste live in a menu. */
export function setMenu(platform: NodeJS.Platform): void {
  const menu = [{ role: 'appMenu' } as const, { role: 'editMenu' } as const, { role: 'windowMenu' } as const]
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(menu) : null)
}
