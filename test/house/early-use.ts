// Reads a file as a syntax tree and names every `const`, `let` or class that a function uses above the line that makes it: it
// works as long as nobody calls that function too early, and neither the compiler nor the linter sees when somebody does.

import { type ESTree, parseSync } from 'vite'

type Node = ESTree.Node

interface Name {
  /** Where it is there to be used. */
  from: number
  /** Where its own function lies that may call itself. */
  self: [start: number, end: number] | null
}

type Scope = Map<string, Name>

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
const SCOPES = [...FUNCTIONS, 'Program', 'BlockStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement']
/** Of the nodes that only types have, those around an expression. */
const AROUND_EXPRESSIONS = [
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
]
const ALWAYS: Name = { from: -1, self: null }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const isName = (key === 'key' || key === 'property') && !('computed' in node && node.computed)
    return isName ? [] : [value].flat().filter(isNode)
  })
}

/** The names that a pattern makes: of an object, a list, a rest or a default, its parts. */
function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name]
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left)
  if (pattern.type === 'Property') return namesIn(pattern.value)
  return childrenOf(pattern).flatMap(namesIn)
}

function declaredBy(node: Node): [string, Name][] {
  const one = 'declaration' in node && isNode(node.declaration) ? node.declaration : node
  if (one.type === 'ClassDeclaration') return [[one.id?.name ?? '', { from: one.end, self: [one.start, one.end] }]]
  if (one.type === 'FunctionDeclaration') return [[one.id?.name ?? '', ALWAYS]]
  if (one.type !== 'VariableDeclaration') return []
  return one.declarations.flatMap(({ id, init, start, end }) => {
    const isFunction = init !== null && FUNCTIONS.includes(init.type)
    const name: Name = { from: end, self: isFunction ? [start, end] : null }
    return namesIn(id).map((each): [string, Name] => [each, name])
  })
}

function scopeOf(node: Node): Scope {
  const made = childrenOf(node).flatMap(declaredBy)
  const given = 'params' in node && Array.isArray(node.params) ? node.params.filter(isNode).flatMap(namesIn) : []
  return new Map([...given.map((name): [string, Name] => [name, ALWAYS]), ...made])
}

/** Each as `name (line)`; empty where every name is there before anything that uses it. */
export function earlyUses(path: string, text: string): string[] {
  const found: string[] = []
  const look = (node: Node, scopes: readonly Scope[]) => {
    if (node.type.startsWith('TS') && !AROUND_EXPRESSIONS.includes(node.type)) return
    if (node.type === 'ImportDeclaration') return
    if (node.type === 'Identifier') {
      const name = scopes.find((scope) => scope.has(node.name))?.get(node.name)
      const isOwn = name?.self !== null && name !== undefined && node.start > name.self[0] && node.end < name.self[1]
      // The name where it is made stands before it is there too, and is no use of it.
      if (name !== undefined && node.start < name.from && !isOwn && !made.has(node.start)) {
        found.push(`${node.name} (${text.slice(0, node.start).split('\n').length})`)
      }
      return
    }
    const inner = SCOPES.includes(node.type) ? [scopeOf(node), ...scopes] : scopes
    for (const child of childrenOf(node)) look(child, inner)
  }
  const made = new Set<number>()
  const mark = (node: Node) => {
    if (node.type === 'VariableDeclarator') for (const start of startsIn(node.id)) made.add(start)
    if (node.type === 'ClassDeclaration' && node.id) made.add(node.id.start)
    for (const child of childrenOf(node)) mark(child)
  }
  const { program } = parseSync(path, text)
  mark(program)
  look(program, [])
  return found
}

function startsIn(pattern: Node): number[] {
  if (pattern.type === 'Identifier') return [pattern.start]
  if (pattern.type === 'AssignmentPattern') return startsIn(pattern.left)
  if (pattern.type === 'Property') return startsIn(pattern.value)
  return childrenOf(pattern).flatMap(startsIn)
}
