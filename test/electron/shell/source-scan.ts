// Reads the source of the shell and the backend as a syntax tree and names what would open a way around the lockdown.

import { parseSync, Visitor } from 'vite'

/** What a file of its path alone may do. */
const ALONE: Record<string, readonly string[]> = {
  'new BrowserWindow': ['electron/window.ts'],
  loadURL: ['electron/main.ts'],
}

/** Settings that must never have this value, wherever they are written. */
const SETTINGS: Record<string, boolean> = {
  sandbox: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  contextIsolation: false,
  webSecurity: false,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  webviewTag: true,
  navigateOnDragDrop: true,
  bypassCSP: true,
  allowServiceWorkers: true,
  supportFetchAPI: true,
  corsEnabled: true,
}

/** Names that have no business here, as a call, a member or an import. */
const BANNED = [
  ...['loadFile', 'openExternal', 'openPath', 'openDevTools', 'toggleDevTools', 'executeJavaScript'],
  ...['executeJavaScriptInIsolatedWorld', 'insertCSS', 'crashReporter', 'webFrame', 'remote', 'BrowserView'],
  ...['WebContentsView', 'setCertificateVerifyProc', 'registerFileProtocol', 'interceptFileProtocol', 'appendSwitch'],
  ...['appendArgument', 'configureWebAuthn', 'setAsDefaultProtocolClient', 'enableBlinkFeatures', 'disableHardwareSandbox'],
  ...['registerPreloadScript', 'setPreloads', 'loadExtension', 'runInThisContext', 'runInNewContext', 'runInContext'],
]

/** Names that turn text into code. */
const EVALUATORS = ['eval', 'Function', 'AsyncFunction', 'GeneratorFunction', 'execScript']

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

export interface Violation {
  path: string
  what: string
}

interface Node {
  type: string
  name?: string
  value?: unknown
  computed?: boolean
  object?: Node
  property?: Node
  quasis?: { value: { raw: string } }[]
  expressions?: Node[]
}

/** The name of an identifier, a member or a literal key. */
function nameOf(node: Node | null | undefined): string {
  if (node === null || node === undefined) return ''
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name ?? ''
  if (node.type === 'Literal') return String(node.value)
  if (node.type === 'MemberExpression') return nameOf(node.property)
  if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') return nameOf(Reflect.get(node, 'expression'))
  return ''
}

/** Whether the argument of `loadURL` is `${ORIGIN}/…` and nothing else. */
function isOwnAddress(node: Node | undefined): boolean {
  if (node?.type !== 'TemplateLiteral') return false
  const [first, ...rest] = node.quasis ?? []
  const [origin, ...others] = node.expressions ?? []
  return first?.value.raw === '' && nameOf(origin) === 'ORIGIN' && others.length === 0 && rest[0]?.value.raw[0] === '/'
}

/**
 * Everything in the file that the rules forbid. `path` is relative to the repository.
 * @throws Error when the text cannot be parsed, so that a file is never passed over
 */
export function scanSource(path: string, text: string): Violation[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Violation[] = []
  const report = (what: string) => void found.push({ path, what })
  const alone = (what: string) => {
    if (!ALONE[what]?.includes(path)) report(what)
  }
  const calls = (callee: Node, given: readonly Node[]) => {
    const name = nameOf(callee)
    if (EVALUATORS.includes(name)) report(name)
    if (name === 'BrowserWindow') alone('new BrowserWindow')
    if (name === 'loadURL' && !isOwnAddress(given[0])) report('loadURL of a foreign address')
    if (/^set(Timeout|Interval|Immediate)$/.test(name) && given[0]?.type === 'Literal') report(`${name} of text`)
  }
  new Visitor({
    CallExpression: (node) => calls(node.callee, node.arguments),
    NewExpression: (node) => calls(node.callee, node.arguments),
    MemberExpression: (node) => {
      const name = nameOf(node as Node)
      if (BANNED.includes(name)) report(name)
      if (name === 'loadURL') alone('loadURL')
      if (name === 'random' && nameOf(node.object as Node) === 'Math') report('Math.random')
    },
    ImportSpecifier: (node) => {
      if (BANNED.includes(nameOf(node.imported as Node))) report(nameOf(node.imported as Node))
    },
    ImportDeclaration: (node) => {
      if (/^(node:)?(vm|inspector|repl)(\/|$)/.test(node.source.value)) report(`import of ${node.source.value}`)
    },
    Property: (node) => {
      const name = nameOf(node.key as Node)
      const value = (node.value as Node).value
      if (name in SETTINGS && SETTINGS[name] === value) report(`${name}: ${value}`)
      if (BANNED.includes(name)) report(name)
    },
    ClassDeclaration: (node) => {
      if (nameOf(node.superClass as Node | null) === 'BrowserWindow') alone('new BrowserWindow')
    },
    Literal: (node) => text_(String(node.value)),
    TemplateElement: (node) => text_(node.value.raw),
  }).visit(program)
  return found

  function text_(value: string): void {
    if (/^file:/i.test(value)) report('file:// address')
    if (/^--?(remote-debugging|inspect|no-sandbox|disable-web-security)/.test(value)) report(`switch ${value}`)
    if (path.startsWith('electron/window') && ADDRESS.test(value)) report('address in the window')
  }
}
