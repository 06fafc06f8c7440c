// Composition root of the Electron shell: the only place where its parts are put together. No rules of the business here.

import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, protocol, session } from 'electron'
import ElectronStore from 'electron-store'
import type { Settings } from '../shared/app.ts'
import { CANNOT_START, whyInEnglish } from './app/parts/english.ts'
import { openProfile } from './app/profile.ts'
import { closeForeignChannels, connectPage } from './ipc/electron-ipc.ts'
import type { SettingsStore } from './ports/system.ts'
import { dropSteeringSwitches } from './shell/command-line.ts'
import { confirmCommand, lockWithTheScreen, utilitySpawner } from './shell/electron/electron-vault.ts'
import { createFileDialogs } from './shell/electron/file-dialogs.ts'
import { systemNotifications } from './shell/electron/notifications.ts'
import { openOutside } from './shell/electron/open-outside.ts'
import { closeBeforeQuit } from './shell/electron/quit.ts'
import { lockContents, lockSession } from './shell/electron/session-hardening.ts'
import { createWindow, setMenu } from './shell/electron/window.ts'
import { blankEnvironment } from './shell/environment.ts'
import { createPageDocument } from './shell/page-document.ts'
import { loadPageFiles } from './shell/page-files.ts'
import { answerRequest } from './shell/page-protocol.ts'
import { profileFolder } from './shell/profile-folder.ts'

const SCHEME = 'app'
const ORIGIN = `${SCHEME}://prelist`

/** Files of the build, relative to `out/main/`. */
const built = (path: string) => new URL(path, import.meta.url)

blankEnvironment(process.env, app.isPackaged)
const dataDir = profileFolder(process.platform, process.env, homedir())
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
// The browser's own files go below the profile, and with them the lock that makes the app a single instance.
app.setPath('userData', join(dataDir, 'electron'))
app.enableSandbox()
dropSteeringSwitches(app.commandLine, app.isPackaged)
lockContents(app)
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp)
else app.quit()

async function start(): Promise<void> {
  lockSession(session.defaultSession, ORIGIN, app.isPackaged)
  setMenu(process.platform)
  const pages = loadPageFiles(fileURLToPath(built('../renderer')))
  let toFront = () => {}
  const backend = await openProfile({
    dataDir,
    settings: openSettings(),
    shell: 'electron',
    practiceWorkerUrl: built('./practice-worker.js'),
    fileWorkerUrl: built('./file-worker.js'),
    marketDataWorkerUrl: built('./market-data-worker.js'),
    files: createFileDialogs(),
    notify: systemNotifications(() => toFront()),
    build: app.isPackaged ? 'product' : 'development',
    spawnVault: utilitySpawner(built('./vault-process.js')),
    confirmCommand,
    openOutside,
  })
  const document = createPageDocument({
    pages,
    firstScreen: built('../document/first-screen.js'),
    ask: (operation) => backend.dispatch({ window: 'main' }, operation, {}),
  })
  document.prepare()
  protocol.handle(SCHEME, async ({ method, url }) => {
    const { status, headers, body } = await answerRequest({ pages, origin: ORIGIN, document }, method, url)
    return new Response(new Uint8Array(body), { status, headers })
  })
  closeBeforeQuit(app, () => backend.close())
  lockWithTheScreen((reason) => backend.lock(reason))
  app.on('window-all-closed', () => app.quit())

  const window = createWindow(fileURLToPath(built('../preload/preload.cjs')), app.isPackaged)
  connectPage(window.webContents, ORIGIN, backend)
  toFront = () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', toFront)
  await window.loadURL(`${ORIGIN}/index.html`)
  // `npm start` waits for this line; without it in time it opens the other shell.
  process.stdout.write('prelist ready\n')
}

/** Preferences only: the store's writer can truncate its file on a full disk. */
function openSettings(): SettingsStore {
  const store = new ElectronStore<{ settings?: Settings }>({
    cwd: dataDir,
    name: 'config',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: true,
  })
  closeForeignChannels()
  return { get: () => store.get('settings'), set: (value) => store.set('settings', value) }
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(CANNOT_START, whyInEnglish(error))
  app.exit(1)
}
