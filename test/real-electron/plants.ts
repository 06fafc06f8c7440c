// Unsafe settings that somebody could write into the shell by mistake, and the promise that each of them breaks.

import type { Edit } from '../../tools/old-electron/bundle.ts'
import type { PromiseName } from './promises.ts'

export interface Plant {
  what: string
  breaks: PromiseName
  /** Part of what is said then, so that a promise broken by something else does not count. */
  says: string
  edits: Edit[]
}

const WINDOW = 'electron/shell/electron/window.ts'
const MAIN = 'electron/main.ts'
const SESSION = 'electron/shell/electron/session-hardening.ts'
const HEADERS = 'electron/shell/security-headers.ts'
const PROTOCOL = 'electron/shell/page-protocol.ts'
const SENDER = 'electron/ipc/trusted-sender.ts'
const PRELOAD = 'electron/preload.ts'
const VAULT = 'electron/shell/electron/electron-vault.ts'

const edit = (file: string, from: string, to: string): Edit => ({ file, from, to })
/** A web preference that is turned round. */
const preference = (name: string, is: boolean) => edit(WINDOW, `${name}: ${is},`, `${name}: ${!is},`)

/** The app's own switch forces the sandbox on, whatever a window says; so both have to be missing. */
const NO_SANDBOX = [preference('sandbox', true), edit(MAIN, 'app.enableSandbox()\n', '')]

const PREFERENCES: Plant[] = [
  ['contextIsolation', true],
  ['webSecurity', true],
  ['nodeIntegrationInSubFrames', false],
  ['webviewTag', false],
  ['allowRunningInsecureContent', false],
  ['experimentalFeatures', false],
].map(([name, is]) => ({
  what: `${name}: ${!is}`,
  breaks: 'the web preferences are the safe ones',
  says: `${name} is ${!is}`,
  edits: [preference(String(name), is === true)],
}))

const OF_PAGE: Plant[] = [
  {
    what: 'no sandbox',
    breaks: 'the page runs in a process that the system holds in a sandbox',
    says: 'Seccomp is',
    edits: NO_SANDBOX,
  },
  ...PREFERENCES,
  {
    what: 'nodeIntegration: true',
    breaks: 'the web preferences are the safe ones',
    says: 'nodeIntegration is true',
    edits: [...NO_SANDBOX, preference('nodeIntegration', false)],
  },
  {
    what: 'Node in the page',
    breaks: 'the page finds the bridge and nothing else',
    says: '"require"',
    edits: [...NO_SANDBOX, preference('nodeIntegration', false), preference('contextIsolation', true)],
  },
  {
    what: 'a spell checker that fetches its words',
    breaks: 'the web preferences are the safe ones',
    says: 'spellChecker is true',
    edits: [edit(SESSION, 'setSpellCheckerEnabled(false)', 'setSpellCheckerEnabled(true)')],
  },
  {
    what: 'a second thing beside the bridge',
    breaks: 'the page finds the bridge and nothing else',
    says: 'own is ["ipc","desktop"]',
    edits: [
      edit(
        PRELOAD,
        "contextBridge.exposeInMainWorld(\n  'desktop',",
        "contextBridge.exposeInMainWorld('ipc', { send: (channel: string) => ipcRenderer.send(channel) })\ncontextBridge.exposeInMainWorld(\n  'desktop',",
      ),
    ],
  },
  {
    what: 'Electron’s event handed to the page',
    breaks: 'the page finds the bridge and nothing else',
    says: 'heard is [["object"]]',
    edits: [edit(PRELOAD, 'listener(payload)\n', 'listener({ event: _event.senderId, payload })\n')],
  },
]

const OF_CALLS: Plant[] = [
  {
    what: 'calls from any window',
    breaks: 'only our page in our window may call',
    says: 'anotherWindow is "let in"',
    edits: [
      edit('electron/ipc/electron-ipc.ts', 'if (frame === null || event.sender !== page)', 'if (frame === null)'),
    ],
  },
  {
    what: 'calls from any address',
    breaks: 'only our page in our window may call',
    says: 'anotherHost is "let in"',
    edits: [edit(SENDER, '!== origin) return null', "=== '') return null")],
  },
  {
    what: 'calls from any file of ours',
    breaks: 'only our page in our window may call',
    says: 'anotherFile is "let in"',
    edits: [edit(SENDER, "page.pathname !== '/' && page.pathname !== '/index.html'", "page.pathname === ''")],
  },
]

const OF_ANSWERS: Plant[] = [
  {
    what: 'answers without the headers',
    breaks: 'the page’s files are all there is, with every header',
    says: 'GET app://prelist/: content-security-policy is undefined',
    edits: [edit(PROTOCOL, 'status: 200, headers: { ...SECURITY_HEADERS, ', 'status: 200, headers: { ')],
  },
  {
    what: 'refusals without the headers',
    breaks: 'the page’s files are all there is, with every header',
    says: 'POST app://prelist/index.html: content-security-policy is undefined',
    edits: [edit(PROTOCOL, 'const headers = { ...SECURITY_HEADERS, ', 'const headers: Record<string, string> = { ')],
  },
  {
    what: 'another host answered',
    breaks: 'the page’s files are all there is, with every header',
    says: 'status is 200 instead of 404',
    edits: [edit(PROTOCOL, '!== origin) return refusal(404)', "=== '') return refusal(404)")],
  },
  {
    what: 'another method answered',
    breaks: 'the page’s files are all there is, with every header',
    says: 'status is 200 instead of 405',
    edits: [edit(PROTOCOL, "method !== 'GET'", "method === ''")],
  },
  {
    what: 'text turned into code',
    breaks: 'the policy stops what a script could try',
    says: 'stopped by script-src',
    edits: [edit(HEADERS, '"script-src \'self\'"', "\"script-src 'self' 'unsafe-eval'\"")],
  },
  {
    what: 'no trusted types',
    breaks: 'the policy stops what a script could try',
    says: 'stopped by require-trusted-types-for',
    edits: [edit(HEADERS, '  "require-trusted-types-for \'script\'",\n', '')],
  },
  {
    what: 'a page with a network',
    breaks: 'the policy stops what a script could try',
    says: 'stopped by connect-src',
    edits: [edit(HEADERS, '"connect-src \'none\'"', '"connect-src \'self\'"')],
  },
  {
    what: 'a scheme that the policy does not hold for',
    breaks: 'the policy stops what a script could try',
    says: 'stopped by connect-src',
    edits: [
      edit(
        MAIN,
        'privileges: { standard: true, secure: true }',
        'privileges: { standard: true, secure: true, bypassCSP: true }',
      ),
    ],
  },
]

const OF_APP: Plant[] = [
  {
    what: 'navigation',
    breaks: 'the page cannot leave',
    says: 'was not stopped',
    edits: [
      edit(SESSION, "    contents.on('will-navigate', (event) => event.preventDefault())\n", ''),
      edit(SESSION, "    contents.on('will-frame-navigate', (event) => event.preventDefault())\n", ''),
    ],
  },
  {
    what: 'new windows',
    breaks: 'no window can be opened',
    says: 'opened is [true,true,true]',
    edits: [edit(SESSION, "action: 'deny'", "action: 'allow'")],
  },
  {
    what: 'permissions on request',
    breaks: 'no permission is given',
    says: 'notification is "got granted"',
    edits: [edit(SESSION, '_permission, answer) => answer(false)', '_permission, answer) => answer(true)')],
  },
  {
    what: 'permissions on query',
    breaks: 'no permission is given',
    says: 'geolocation is "granted"',
    edits: [edit(SESSION, 'setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)')],
  },
  {
    what: 'downloads',
    breaks: 'no file can be downloaded',
    says: 'stopped is [false]',
    edits: [edit(SESSION, "  session.on('will-download', (event) => event.preventDefault())\n", '')],
  },
  {
    what: 'requests to other hosts',
    breaks: 'nothing reaches another host',
    says: 'hits is 1',
    edits: [edit(SESSION, 'cancel: !isOwnRequest(', 'cancel: false && !isOwnRequest(')],
  },
  {
    what: 'a second instance',
    breaks: 'a second start ends and its words steer nothing',
    says: 'code is null instead of 0',
    edits: [edit(MAIN, 'if (app.requestSingleInstanceLock()) app', 'if (app.requestSingleInstanceLock() || true) app')],
  },
  {
    what: 'a link on the command line that is opened',
    breaks: 'a second start ends and its words steer nothing',
    says: 'from=link',
    edits: [
      edit(
        MAIN,
        "app.on('second-instance', toFront)",
        "app.on('second-instance', (_event, argv) => void window.loadURL(String(argv.at(-1))))",
      ),
    ],
  },
  {
    what: 'a second start that brings nothing to the front',
    breaks: 'a second start ends and its words steer nothing',
    says: 'focused is 0',
    edits: [edit(MAIN, '    window.focus()\n', '')],
  },
  {
    what: 'no lock on sleep',
    breaks: 'sleep and a locked screen lock the vault',
    says: 'suspend is "unlocked',
    edits: [edit(VAULT, "  powerMonitor.on('suspend', () => void lock('sleep'))\n", '')],
  },
  {
    what: 'no lock with the screen',
    breaks: 'sleep and a locked screen lock the vault',
    says: 'screen is "unlocked',
    edits: [edit(VAULT, "  powerMonitor.on('lock-screen', () => void lock('screen-lock'))\n", '')],
  },
]

/** Of `quit.test.ts`. */
export const DOES_NOT_WAIT = edit(
  'electron/shell/electron/quit.ts',
  "    if (state === 'closed') return\n    event.preventDefault()\n",
  "    if (state === 'closed') return\n",
)
/** Of `packaged.test.ts`. */
export const KEEPS_SWITCHES = edit('electron/shell/command-line.ts', 'if (!isPackaged) return', 'return')

export const PLANTS: Plant[] = [...OF_PAGE, ...OF_CALLS, ...OF_ANSWERS, ...OF_APP]
