// Stands in for the package `electron`, which cannot even be imported without starting a download. It records what the
// shell asks of it; Vitest puts it in the package's place for every test.

import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

type Handler = (event: unknown, input: unknown) => unknown

export class FakeContents extends EventEmitter {
  readonly send = vi.fn<(channel: string, payload: unknown) => void>()
  readonly setWindowOpenHandler = vi.fn<(handler: () => { action: string }) => void>()
}

class FakeApp extends EventEmitter {
  isPackaged = false
  readonly paths = new Map<string, string>()
  readonly quit = vi.fn()
  readonly exit = vi.fn()
  readonly enableSandbox = vi.fn()
  readonly requestSingleInstanceLock = vi.fn(() => true)
  readonly ready = Promise.withResolvers<void>()
  readonly whenReady = () => this.ready.promise
  readonly setPath = (name: string, path: string) => void this.paths.set(name, path)
}

export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = []
  readonly webContents = new FakeContents()
  readonly loadURL = vi.fn(async (_url: string) => {})
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  readonly isMinimized = vi.fn(() => true)
  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    BrowserWindow.made.push(this)
  }
}

class FakeSession extends EventEmitter {
  readonly setPermissionRequestHandler = vi.fn()
  readonly setPermissionCheckHandler = vi.fn()
  readonly setDevicePermissionHandler = vi.fn()
  readonly setDisplayMediaRequestHandler = vi.fn()
  readonly setBluetoothPairingHandler = vi.fn()
  readonly setSpellCheckerEnabled = vi.fn()
  readonly webRequest = { onBeforeRequest: vi.fn() }
}

export const app = new FakeApp()
export const session = { defaultSession: new FakeSession() }
export const dialog = { showErrorBox: vi.fn() }
export const Menu = { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn((template: unknown) => template) }
export const protocol = {
  registerSchemesAsPrivileged: vi.fn(),
  handle: vi.fn<(scheme: string, handler: (request: { method: string; url: string }) => Response) => void>(),
}

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle: (channel: string, handler: Handler) => void ipcMain.handlers.set(channel, handler),
  removeAllListeners: vi.fn(),
}

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn(async (channel: string, input: unknown): Promise<unknown> => ({ channel, input })),
})

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld: (name: string, api: unknown) => void contextBridge.exposed.set(name, api),
}
