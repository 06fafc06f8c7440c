// Reads the source of the shell and the backend as a syntax tree and names what would open a way around the lockdown.

import { parseSync, Visitor } from 'vite'

/** What one file alone may do. */
const ALONE = {
  'new BrowserWindow': 'electron/shell/electron/window.ts',
  loadURL: 'electron/main.ts',
  // After a dialog of the system, and of https alone.
  openExternal: 'electron/shell/electron/open-outside.ts',
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
  ...['loadFile', 'openPath', 'openDevTools', 'toggleDevTools', 'executeJavaScript'],
  ...['executeJavaScriptInIsolatedWorld', 'insertCSS', 'crashReporter', 'webFrame', 'remote', 'BrowserView'],
  ...['WebContentsView', 'setCertificateVerifyProc', 'registerFileProtocol', 'interceptFileProtocol', 'appendSwitch'],
  ...[
    'appendArgument',
    'configureWebAuthn',
    'setAsDefaultProtocolClient',
    'enableBlinkFeatures',
    'disableHardwareSandbox',
  ],
  ...['registerPreloadScript', 'setPreloads', 'loadExtension', 'runInThisContext', 'runInNewContext', 'runInContext'],
]

/** Names that turn text into code. */
const EVALUATORS = ['eval', 'Function', 'AsyncFunction', 'GeneratorFunction', 'execScript']

export interface Violation {
  path: string
  what: string
}

interface Node {
  type: string
  name?: string
  value?: unknown
  expression?: Node
  object?: Node
  property?: Node
  quasis?: { value: { raw: string } }[]
  expressions?: Node[]
}

/** The expression inside brackets, type assertions and `(0, x)`. */
function unwrapped(node: Node): Node {
  if (node.type === 'SequenceExpression') return unwrapped(node.expressions?.at(-1) ?? { type: '' })
  const isWrapper = /^(TS\w+Expression|ParenthesizedExpression|ChainExpression)$/.test(node.type)
  return isWrapper && node.expression !== undefined ? unwrapped(node.expression) : node
}

/** The name of an identifier, a member or a literal key. */
function nameOf(given: Node | null | undefined): string {
  if (given === null || given === undefined) return ''
  const node = unwrapped(given)
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name ?? ''
  if (node.type === 'Literal') return String(node.value)
  if (node.type === 'MemberExpression') return nameOf(node.property)
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
export function scanSource(path: string, source: string): Violation[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Violation[] = []
  const report = (what: string) => void found.push({ path, what })
  const alone = (what: keyof typeof ALONE) => {
    if (path !== ALONE[what]) report(what)
  }
  const calls = (callee: Node, given: readonly Node[]) => {
    const name = nameOf(callee)
    if (EVALUATORS.includes(name)) report(name)
    if (name === 'BrowserWindow') alone('new BrowserWindow')
    if (name === 'loadURL' && !isOwnAddress(given[0])) report('loadURL of a foreign address')
    if (/^set(Timeout|Interval|Immediate)$/.test(name) && given[0]?.type === 'Literal') report(`${name} of text`)
  }
  const text = (value: string) => {
    if (/^file:/i.test(value)) report('file: address')
    if (/^--(remote-debugging|inspect|no-sandbox|disable-web-security)/.test(value)) report(`switch ${value}`)
  }
  const module = (name: string) => {
    if (/^(node:)?(vm|inspector|repl)(\/|$)/.test(name)) report(`import of ${name}`)
  }
  const setting = (name: string, given: Node) => {
    const value = unwrapped(given).value
    if (Object.hasOwn(SETTINGS, name) && SETTINGS[name] === value) report(`${name}: ${value}`)
  }
  new Visitor({
    CallExpression: (node) => calls(node.callee as Node, node.arguments as Node[]),
    NewExpression: (node) => calls(node.callee as Node, node.arguments as Node[]),
    MemberExpression: (node) => {
      const name = nameOf(node as Node)
      if (BANNED.includes(name)) report(name)
      if (name === 'loadURL' || name === 'openExternal') alone(name)
      if (name === 'random' && nameOf(node.object as Node) === 'Math') report('Math.random')
    },
    ImportSpecifier: (node) => {
      if (BANNED.includes(nameOf(node.imported as Node))) report(nameOf(node.imported as Node))
    },
    ImportDeclaration: (node) => module(node.source.value),
    ImportExpression: (node) => module(nameOf(node.source as Node)),
    Property: (node) => {
      const name = nameOf(node.key as Node)
      setting(name, node.value as Node)
      if (BANNED.includes(name)) report(name)
      if (name === 'openExternal') alone(name)
    },
    AssignmentExpression: (node) => setting(nameOf(node.left as Node), node.right as Node),
    VariableDeclarator: (node) => {
      if (node.id.type === 'ObjectPattern' && nameOf(node.init as Node | null) === 'Math') report('Math.random')
    },
    ClassDeclaration: (node) => {
      if (nameOf(node.superClass as Node | null) === 'BrowserWindow') alone('new BrowserWindow')
    },
    Literal: (node) => text(String(node.value)),
    TemplateElement: (node) => text(node.value.raw),
  }).visit(program)
  return found
}
