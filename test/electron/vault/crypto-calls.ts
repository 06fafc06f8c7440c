// Reads source as a syntax tree and names each use of cryptography that Electron's BoringSSL may not have, and each source
// of randomness but the system's. What is not on the list is refused, so that a new call is a decision.

import { parseSync, Visitor } from 'vite'

/** What may be imported of node:crypto, and what its first argument may name. */
const ALLOWED: Record<string, readonly (string | null)[] | 'any'> = {
  createHash: ['sha256', 'sha512'],
  // The same digest in one call.
  hash: ['sha256', 'sha512'],
  createHmac: ['sha256', 'sha512'],
  hkdfSync: ['sha256', 'sha512'],
  createCipheriv: ['aes-256-gcm'],
  createDecipheriv: ['aes-256-gcm'],
  generateKeyPairSync: ['ed25519'],
  // Ed25519 names no digest.
  sign: [null],
  verify: [null],
  createPrivateKey: 'any',
  createPublicKey: 'any',
  randomBytes: 'any',
  randomFillSync: 'any',
  randomUUID: 'any',
  scrypt: 'any',
  timingSafeEqual: 'any',
  KeyObject: 'any',
}

const WHOLE = 'all of node:crypto'

interface Node {
  type: string
  name?: string
  value?: unknown
  computed?: boolean
}

const nameOf = (node: Node | null | undefined): string =>
  node?.type === 'Identifier' ? (node.name ?? '') : node?.type === 'Literal' ? String(node.value) : ''

const isCrypto = (source: Node | null) => /^(node:)?crypto(\/|$)/.test(nameOf(source))

/**
 * Everything in the file that is not allowed.
 * @throws Error when the text cannot be parsed, so that a file is never passed over
 */
export function forbiddenCrypto(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: string[] = []
  const imported = new Set<string>()
  /** Where a name stands without being used as a value. */
  const plain = new Set<unknown>()

  new Visitor({
    ImportDeclaration: ({ source: from, specifiers }) => {
      if (!isCrypto(from as Node)) return
      if (specifiers.length === 0) found.push(WHOLE)
      for (const one of specifiers) {
        const name = one.type === 'ImportSpecifier' ? nameOf(one.imported as Node) : WHOLE
        plain.add(one.local)
        if (one.type === 'ImportSpecifier') plain.add(one.imported)
        // Under its own name, so that its calls are known by it.
        if (!Object.hasOwn(ALLOWED, name) || one.local.name !== name) found.push(name)
        else imported.add(name)
      }
    },
    ExportNamedDeclaration: ({ source: from }) => void (isCrypto(from as Node | null) && found.push(WHOLE)),
    ExportAllDeclaration: ({ source: from }) => void (isCrypto(from as Node) && found.push(WHOLE)),
    ImportExpression: ({ source: from }) => void (isCrypto(from as Node) && found.push(WHOLE)),
  }).visit(program)

  const call = (callee: Node, given: readonly Node[]) => {
    const name = nameOf(callee)
    const algorithms = imported.has(name) ? ALLOWED[name] : undefined
    if (algorithms === undefined) return
    plain.add(callee)
    const [first] = given
    const algorithm = first?.type === 'Literal' ? first.value : undefined
    if (algorithms === 'any' || algorithms.some((one) => one === algorithm)) return
    found.push(`${name} of ${algorithm === undefined ? 'what is decided elsewhere' : String(algorithm)}`)
  }
  const key = ({ key: node, computed }: { key: unknown; computed: boolean }) => void (computed || plain.add(node))
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      call(callee as Node, given as Node[])
      const loads = callee.type === 'MemberExpression' ? nameOf(callee.property as Node) : nameOf(callee as Node)
      if (/^(require|getBuiltinModule)$/.test(loads) && isCrypto(given[0] as Node)) found.push(WHOLE)
    },
    MemberExpression: ({ object, property, computed }) => {
      if (!computed) plain.add(property)
      const name = nameOf(property as Node)
      if (/^(subtle|webcrypto)$/.test(name)) found.push(name)
      if (name === 'random' && nameOf(object as Node) === 'Math') found.push('Math.random')
    },
    VariableDeclarator: ({ id, init }) => {
      const from = nameOf(init as Node | null)
      if (id.type === 'ObjectPattern' && /^(Math|crypto)$/.test(from)) found.push(`parts of ${from}`)
    },
    // `{ sign }` is one name for key and value, and uses it.
    Property: (node) => void (node.shorthand || key(node)),
    MethodDefinition: key,
    PropertyDefinition: key,
    TSPropertySignature: key,
    TSMethodSignature: key,
  }).visit(program)

  new Visitor({
    Identifier: (node) => {
      // Handed on, it may be called with anything elsewhere.
      const guarded = imported.has(node.name) && ALLOWED[node.name] !== 'any'
      if (guarded && !plain.has(node)) found.push(`${node.name} handed on`)
    },
  }).visit(program)
  return found
}
