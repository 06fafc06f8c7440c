// Stands in for the package `electron`, which cannot even be imported without starting a download. It records what the
// shell asks of it; Vitest puts it in the package's place for every test.

import { EventEmitter } from 'node:events'
import { type Mock, vi } from 'vitest'

/** Named, because the inferred type of `recorder()` cannot be written down in a declaration. */
const recorder = (): Mock => vi.fn()

type Handler = (event: unknown, input: unknown) => unknown

export class FakeContents extends EventEmitter {
  readonly send = vi.fn<(channel: string, payload: unknown) => void>()
  readonly setWindowOpenHandler = vi.fn<(handler: (details: { url: string }) => { action: string }) => void>()
}

class FakeApp extends EventEmitter {
  isPackaged = false
  readonly paths = new Map<string, string>()
  /** The names of the browser's own switches, without their dashes. */
  readonly switches = new Set<string>()
  readonly switchesAtSandbox: string[] = []
  readonly commandLine = { removeSwitch: (name: string) => void this.switches.delete(name) }
  readonly quit = recorder()
  readonly exit = recorder()
  readonly enableSandbox = vi.fn(() => void this.switchesAtSandbox.push(...this.switches))
  readonly requestSingleInstanceLock = vi.fn(() => true)
  readonly ready = Promise.withResolvers<void>()
  readonly whenReady = () => this.ready.promise
  readonly setPath = (name: string, path: string) => void this.paths.set(name, path)
}

export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = []
  static readonly getFocusedWindow = (): BrowserWindow | null => BrowserWindow.made.at(-1) ?? null
  readonly webContents = new FakeContents()
  readonly loadURL = vi.fn(async (_url: string) => {})
  readonly show = recorder()
  readonly focus = recorder()
  readonly restore = recorder()
  readonly isMinimized = vi.fn(() => true)
  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    BrowserWindow.made.push(this)
  }
}

class FakeSession extends EventEmitter {
  readonly setPermissionRequestHandler = recorder()
  readonly setPermissionCheckHandler = recorder()
  readonly setDevicePermissionHandler = recorder()
  readonly setDisplayMediaRequestHandler = recorder()
  readonly setBluetoothPairingHandler = recorder()
  readonly setUSBProtectedClassesHandler = recorder()
  readonly setCertificateVerifyProc = recorder()
  readonly setSpellCheckerEnabled = recorder()
  readonly webRequest = { onBeforeRequest: recorder() }
}

export const app = new FakeApp()
export const session = { defaultSession: new FakeSession() }
export const shell = { openExternal: vi.fn(async (_url: string) => {}) }
export const dialog = {
  showErrorBox: recorder(),
  showMessageBox: vi.fn(async (..._asked: unknown[]) => ({ response: 0, checkboxChecked: false })),
  showSaveDialog: vi.fn(async (..._asked: unknown[]) => ({ canceled: true, filePath: '' })),
  showOpenDialog: vi.fn(async (..._asked: unknown[]) => ({ canceled: true, filePaths: [] as string[] })),
}
/** One process that was forked: what was sent to it, and what it is made to say. */
export class FakeUtilityProcess extends EventEmitter {
  static readonly made: FakeUtilityProcess[] = []
  readonly pid = 4711
  readonly postMessage = vi.fn<(message: unknown) => void>()
  readonly kill = vi.fn(() => this.emit('exit', 0))
  readonly forked: unknown[]

  constructor(...forked: unknown[]) {
    super()
    this.forked = forked
    FakeUtilityProcess.made.push(this)
  }
}
export const utilityProcess: { fork: (...forked: unknown[]) => FakeUtilityProcess } = {
  fork: (...forked) => new FakeUtilityProcess(...forked),
}
/** A notification of the system: what it says, and whether it was shown. */
export class Notification extends EventEmitter {
  static readonly made: Notification[] = []
  static isSupported: () => boolean = () => true
  readonly options: Record<string, unknown>
  readonly show: Mock = recorder()
  readonly close: Mock = recorder()

  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    Notification.made.push(this)
  }
}
export const powerMonitor: EventEmitter = new EventEmitter()
export const Menu: Record<'setApplicationMenu' | 'buildFromTemplate', Mock> = {
  setApplicationMenu: recorder(),
  buildFromTemplate: vi.fn((template: unknown) => template),
}
type PageHandler = (request: { method: string; url: string }) => Response

export const protocol: {
  registerSchemesAsPrivileged: Mock
  handle: Mock<(scheme: string, handler: PageHandler) => void>
} = {
  registerSchemesAsPrivileged: recorder(),
  handle: vi.fn(),
}

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  /** A second handler for a channel throws, as it does in Electron. */
  handle: (channel: string, handler: Handler) => {
    if (ipcMain.handlers.has(channel)) throw new Error(`There is a handler for ${channel} already`)
    ipcMain.handlers.set(channel, handler)
  },
  on: recorder(),
  removeAllListeners: recorder(),
}

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn(async (channel: string, input: unknown): Promise<unknown> => ({ channel, input })),
})

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld: (name: string, api: unknown) => void contextBridge.exposed.set(name, api),
}
