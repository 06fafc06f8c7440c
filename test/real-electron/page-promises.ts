// What the shell promises of the page: its process, its settings, its bridge, its policy and who may call.

import { readFileSync } from 'node:fs'
import { SECURITY_HEADERS } from '../../electron/shell/security-headers.ts'
import { askDesktop, callDesktop } from '../../scripts/driver/desktop.ts'
import { ELECTRON_ORIGIN } from '../../scripts/driver/electron-app.ts'
import { OPERATION_NAMES } from '../../shared/contract/contract.ts'
import { differences, runLater, type Shell, settledOn } from './stage.ts'

/** The system's own sandbox, read where the system tells it. */
export async function sandboxedProcess({ electron }: Shell): Promise<string[]> {
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const line = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1]
  // 2: system calls are filtered.
  return differences({ NoNewPrivs: line('NoNewPrivs'), Seccomp: line('Seccomp') }, { NoNewPrivs: '1', Seccomp: '2' })
}

/** The settings as Electron has understood them. It tells these; what others do is looked at elsewhere. */
export async function webPreferences({ electron, page }: Shell): Promise<string[]> {
  const { told, spellChecker } = await electron.evaluate(({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not part of the published types.
    const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return { told: getLastWebPreferences.call(contents), spellChecker: session.defaultSession.isSpellCheckerEnabled() }
  })
  const webview = await page.evaluate(`'src' in document.createElement('webview')`)
  const isSecure = await page.evaluate('isSecureContext')
  return differences(
    { ...told, spellChecker, webview, isSecure },
    {
      ...{ sandbox: true, contextIsolation: true, webSecurity: true },
      ...{ nodeIntegration: false, nodeIntegrationInSubFrames: false, webviewTag: false },
      ...{ allowRunningInsecureContent: false, experimentalFeatures: false, enableBlinkFeatures: '' },
      ...{ spellChecker: false, webview: false, isSecure: true },
    },
  )
}

/** An empty frame has every name that is the browser's own, so what is left is ours. */
const OWN_NAMES = `(() => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const native = new Set(Object.getOwnPropertyNames(frame.contentWindow))
  frame.remove()
  return Object.getOwnPropertyNames(window).filter((name) => !native.has(name))
})()`

const NODE_NAMES = ['require', 'process', 'module', 'global', 'Buffer', 'setImmediate', 'electron', 'ipcRenderer']

/** `window.desktop` is all that the page finds, with one function an operation, and an event brings its payload alone. */
export async function bridgeSurface({ page }: Shell): Promise<string[]> {
  const found = await page.evaluate(`({
    own: ${OWN_NAMES},
    node: ${JSON.stringify(NODE_NAMES)}.filter((name) => typeof globalThis[name] !== 'undefined'),
    functions: Object.entries(window.desktop ?? {}).flatMap(([group, methods]) =>
      typeof methods === 'function' ? [group] : Object.keys(methods).map((method) => group + '.' + method)).sort(),
    frozen: Object.isFrozen(window.desktop) && Object.values(window.desktop ?? {}).every(Object.isFrozen),
  })`)
  const faults = differences(found as Record<string, unknown>, {
    own: ['desktop'],
    node: [],
    functions: [...OPERATION_NAMES, 'on'].sort(),
    frozen: true,
  })
  return faults.length > 0 ? faults : eventPayload({ page })
}

async function eventPayload({ page }: Pick<Shell, 'page'>): Promise<string[]> {
  await page.evaluate(`{ window.heard = []; desktop.on('coins.changed', (...given) => heard.push(given)) }`)
  await askDesktop(page, 'watchlist.set', { coinId: 'peaq', watched: false })
  const heard = await settledOn(
    () => page.evaluate(`heard.map((given) => given.map((one) => one === null ? 'null' : typeof one))`),
    (answer) => (answer as unknown[]).length > 0,
  )
  return differences({ heard }, { heard: [['null']] })
}

/** A window, a page and a place in the same window that are not ours are turned away; ours is not. */
export async function senderChecks({ electron, page, preload }: Shell): Promise<string[]> {
  const own = await callDesktop(page, 'app.status', {})
  const others = await electron.evaluate(
    async ({ BrowserWindow }, [path, origin]) => {
      const ask = 'desktop.app.status({}).then((answer) => answer.ok ? "let in" : answer.error.code)'
      const [ours] = BrowserWindow.getAllWindows()
      const webPreferences = { preload: path, sandbox: true, contextIsolation: true }
      const second = new BrowserWindow({ show: false, webPreferences })
      const answerAt = async (window: typeof second | undefined, address: string) => {
        // A page that is not there is a page all the same.
        await window?.loadURL(address).catch(() => {})
        return window?.webContents.executeJavaScript(ask)
      }
      const answers = {
        anotherWindow: await answerAt(second, `${origin}/index.html`),
        anotherPage: await answerAt(ours, 'data:text/html,<title>other</title>'),
        anotherFile: await answerAt(ours, `${origin}/other.html`),
        anotherHost: await answerAt(ours, 'app://prelist.example/index.html'),
        home: await answerAt(ours, `${origin}/index.html`),
      }
      second.destroy()
      return answers
    },
    [preload, ELECTRON_ORIGIN] as const,
  )
  const refused = 'FORBIDDEN_SENDER'
  return differences(
    { ...others, own: own.ok },
    {
      ...{ anotherWindow: refused, anotherPage: refused, anotherFile: refused, anotherHost: refused },
      ...{ home: 'let in', own: true },
    },
  )
}

const ASKED: [method: string, path: string, status: number][] = [
  ['GET', `${ELECTRON_ORIGIN}/`, 200],
  ['GET', `${ELECTRON_ORIGIN}/index.html?a#b`, 200],
  ['GET', `${ELECTRON_ORIGIN}/../main/main.cjs`, 404],
  ['GET', `${ELECTRON_ORIGIN}/%2e%2e/%2e%2e/package.json`, 404],
  ['GET', `${ELECTRON_ORIGIN}/index.html/`, 404],
  ['GET', 'app://prelist.example/index.html', 404],
  ['POST', `${ELECTRON_ORIGIN}/index.html`, 405],
  ['HEAD', `${ELECTRON_ORIGIN}/index.html`, 405],
]

/** The policy of the document also lets in the one style sheet that is in it, by its hash. */
function withoutSheet(headers: Record<string, string>): Record<string, string> {
  const policy = headers['content-security-policy']
  if (policy === undefined) return headers
  return { ...headers, 'content-security-policy': policy.replace(/(style-src 'self') 'sha256-[\w+/]{43}='/, '$1') }
}

/** Every answer of the page's protocol has the headers, and there is nothing but the page's own files. */
export async function protocolAndHeaders({ electron, page }: Shell): Promise<string[]> {
  const answers = await electron.evaluate(
    ({ net }, asked) =>
      Promise.all(
        asked.map(async ([method, address]) => {
          const { status, headers } = await net.fetch(address, { method, bypassCustomProtocolHandlers: false })
          return { status, headers: Object.fromEntries(headers) }
        }),
      ),
    ASKED,
  )
  const document = await page.goto(`${ELECTRON_ORIGIN}/`)
  const ofDocument = (await document?.allHeaders()) ?? {}
  const faults = ASKED.flatMap(([method, address, status], at) => {
    const answer = answers[at] ?? { status: 0, headers: {} }
    const found = { status: answer.status, ...withoutSheet(answer.headers) }
    return differences(found, { status, ...SECURITY_HEADERS }).map((fault) => `${method} ${address}: ${fault}`)
  })
  return [...faults, ...differences(withoutSheet(ofDocument), SECURITY_HEADERS)]
}

/**
 * What a script of the page could try, and the directive of the policy that must stop it. Text that would become code is
 * stopped by the trusted types before any other directive is asked, so code comes as an import and as WebAssembly.
 */
const TRIES: [directive: string, script: string][] = [
  ['require-trusted-types-for', `new Function('window.ran = true')()`],
  ['script-src', 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))'],
  ['script-src-elem', `import('https://example.com/x.js').catch(() => {})`],
  ['style-src-attr', `document.body.setAttribute('style', 'color: red')`],
  ['style-src-elem', `add('style', 'textContent', 'b {}')`],
  ['img-src', `new Image().src = 'https://example.com/x.png'`],
  ['connect-src', `fetch('${ELECTRON_ORIGIN}/index.html').catch(() => {})`],
  ['base-uri', `add('base', 'href', 'https://example.com/')`],
  ['form-action', `add('form', 'action', '${ELECTRON_ORIGIN}/').submit()`],
  ['frame-src', `add('iframe', 'src', '${ELECTRON_ORIGIN}/index.html')`],
]

const ADD =
  'const add = (tag, name, value) => document.body.appendChild(Object.assign(document.createElement(tag), { [name]: value }))'

/** The policy as this Blink carries it out. */
export async function contentPolicy({ page }: Shell): Promise<string[]> {
  await page.evaluate(`{
    window.broken = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective))
  }`)
  for (const [, script] of TRIES) await runLater(page, `${ADD}; try { ${script} } catch {}`)
  const wanted = TRIES.map(([directive]) => directive)
  const found = await settledOn(
    () => page.evaluate('({ broken, ran: window.ran === true })') as Promise<{ broken: string[]; ran: boolean }>,
    ({ broken }) => wanted.every((directive) => broken.includes(directive)),
  )
  const missed = wanted.filter((directive) => !found.broken.includes(directive))
  return [
    ...missed.map((directive) => `nothing was stopped by ${directive}`),
    ...differences({ ran: found.ran }, { ran: false }),
  ]
}
