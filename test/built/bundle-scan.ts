// Looks through a built file for what must not be shipped: code made of text, foreign modules, keys, places, leftovers.

import { homedir } from 'node:os'
import { parseSync, Visitor } from 'vite'
import { CATALOG } from '../../shared/catalog/catalog.ts'
import { ROOT } from '../house/planted.ts'

/** Forms that keys of well-known makers have, and keys in general. */
const KEY_FORMS: [what: string, form: RegExp][] = [
  // Parameters of a curve are no secret; the check of a typed key looks for them, to take them off.
  ['a PEM block', /-----BEGIN (?!EC PARAMETERS)[A-Z ]+-----/],
  ['a cloud key', /\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}/],
  ['a token', /\b(gh[pousr]_\w{36}|github_pat_\w{22,}|glpat-[\w-]{20}|xox[abprs]-[\w-]{10,}|npm_\w{36})/],
  ['a payment key', /\b[srp]k_(live|test)_\w{16,}/],
  ['a signed token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a secret in an address', /\b[a-z]+:\/\/[^\s/:@'"`$]+:[^\s/@'"`$]+@/],
]

/** What a build for development, or of this machine, leaves behind. */
const LEFTOVERS: [what: string, form: RegExp][] = [
  ['a source map', /sourceMappingURL/],
  ['a path of a machine', /(?<![\w.~/])\/(home|Users|root)\/\w|\b[A-Z]:\\\\(Users|work)\b/],
  [
    'the dev server',
    /import\.meta\.hot|__vite__(?!mapDeps)|\/@vite\/|ELECTRON_RENDERER_URL|\b(localhost|127\.0\.0\.1):\d{2,5}\b/,
  ],
  ['the fake backend', /fake backend/],
  ['React for development', /react(-dom)?(-client)?\.development|Download the React DevTools|jsxDEV/],
]

/** Where this build was made. */
const PLACES = [ROOT.replace(/[\\/]$/, ''), homedir()].filter((place) => place.length > 1)

/** What only looks like a key: the name of the suite that orders are sealed with, and the published contracts of coins. */
const KNOWN = [
  '/HKDF-SHA256/ChaCha20Poly1305',
  ...CATALOG.flatMap(({ contracts }) => (contracts ?? []).map(({ address }) => address)),
]

/** ccxt's name of a call at an exchange: words one after the other, as no key is. */
const CALL = /^(v\d)?[pP]rivateGet(V\d|[A-Z][a-z]+)+$/

const ENTROPY_BITS = 4
const EVALUATORS = ['Function', 'AsyncFunction', 'GeneratorFunction']

interface Callee {
  name?: string
  /** Of a member. */
  property?: { name?: string }
}

interface Specifier {
  type: string
  value?: unknown
  quasis?: { value: { cooked: string | null } }[]
}

/** The module that is meant; the minifier writes it between backticks. `null` for what is put together when it runs. */
function nameOf({ type, value, quasis = [] }: Specifier): string | null {
  if (type === 'Literal') return String(value)
  const [only, ...more] = quasis
  return type === 'TemplateLiteral' && more.length === 0 ? (only?.value.cooked ?? null) : null
}

/** Bits that one character of the text carries. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0)
}

/** A run of characters that looks drawn at random, as keys are: hexadecimal, or letters with digits and both cases. */
function isKeyLike(text: string): boolean {
  if (/^(0x)?[0-9a-f]{32,}$/i.test(text)) return entropy(text) > 3
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
  return /^[\w+/=-]{24,}$/.test(text) && isMixed && entropy(text) > ENTROPY_BITS
}

/** Findings in any shipped text, JavaScript or not. */
export function scanText(text: string): string[] {
  const found = [...KEY_FORMS, ...LEFTOVERS].filter(([, form]) => form.test(text)).map(([what]) => what)
  return PLACES.some((place) => text.includes(place)) ? [...found, 'a path of this machine'] : found
}

/** Findings in JavaScript; `allowed` names the modules that it may import. Includes those of {@link scanText}. */
export function scanScript(text: string, allowed: (module: string) => boolean): string[] {
  const { program, errors } = parseSync('built.js', text)
  if (errors.length > 0) throw new Error(`The built file cannot be parsed: ${errors[0]?.message}`)
  const found = scanText(text)
  const imported = (node: Specifier | null) => {
    const name = (node === null ? null : nameOf(node)) ?? 'unknown at build time'
    if (node !== null && !allowed(name)) found.push(`an import of ${name}`)
  }
  const called = (callee: Callee, given: readonly Specifier[]) => {
    const name = callee.name ?? callee.property?.name ?? ''
    if (EVALUATORS.includes(name)) found.push('code made of text')
    if (name === 'require') imported(given[0] ?? null)
    const isTimer = name === 'setTimeout' || name === 'setInterval'
    if (isTimer && typeof given[0]?.value === 'string') found.push('code made of text')
  }
  const keyIn = (value: string) => {
    const words = value
      .split(/[\s"'`,;:()]+/)
      .filter((word) => isKeyLike(word) && !KNOWN.includes(word) && !CALL.test(word))
    found.push(...words.map((word) => `a literal like a key: ${word}`))
  }
  new Visitor({
    ImportDeclaration: (node) => imported(node.source),
    ExportNamedDeclaration: (node) => imported(node.source),
    ExportAllDeclaration: (node) => imported(node.source),
    ImportExpression: (node) => imported(node.source),
    CallExpression: (node) => called(node.callee as Callee, node.arguments),
    NewExpression: (node) => called(node.callee as Callee, node.arguments),
    Identifier: (node) => {
      if (node.name === 'eval') found.push('code made of text')
    },
    Literal: (node) => keyIn(String(node.value)),
    TemplateElement: (node) => keyIn(node.value.raw),
  }).visit(program)
  return found
}
