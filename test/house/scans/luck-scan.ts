// Reads a test as a syntax tree and names what would make it pass or fail by luck.

import { type ESTree, parseSync, Visitor } from 'vite'

const UNSAID = 'a property without an announced seed'
const WAIT = 'a wait for a time'
const PORT = 'a fixed port'

/** Timers that run at real times. A stand-in may send something again and again; a test that does so waits for luck. */
const TIMERS = ['setTimeout', 'waitForTimeout']
/** A script for a page or a process that does nothing until a time has passed. */
const WAITING_SCRIPT = /\bsetTimeout\(\s*[A-Za-z]\w*\s*[,)]/

type Node = ESTree.Node

const nameOf = (node: Node): string => {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression') return ''
  return node.property.type === 'Identifier' ? node.property.name : ''
}

/** Every finding in the text, one for each place; empty where nothing is left to luck. */
export function luckIn(path: string, text: string): string[] {
  const found: string[] = []
  /** A number written down, or a moment, repeats nothing that was said. */
  const isAnnounced = (options: Node | undefined) =>
    options?.type === 'ObjectExpression' &&
    options.properties.some(
      (each) =>
        each.type === 'Property' &&
        nameOf(each.key) === 'seed' &&
        /\b(announcedSeed\(|(batchS|s)eed\b)/.test(text.slice(each.value.start, each.value.end)),
    )
  const { program } = parseSync(path, text)
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const name = nameOf(callee)
      const owner = callee.type === 'MemberExpression' ? nameOf(callee.object) : ''
      if (owner === 'fc' && ['assert', 'check', 'sample'].includes(name) && !isAnnounced(given[1])) found.push(UNSAID)
      const isLimit = owner === 'test' && name === 'setTimeout'
      const isRepeated = name === 'setInterval' && path.endsWith('.test.ts')
      if ((TIMERS.includes(name) && !isLimit) || isRepeated) found.push(WAIT)
      if (owner === 'Atomics' && name === 'wait') found.push(WAIT)
      if (name === 'waitForLoadState' && text.slice(given[0]?.start, given[0]?.end).includes('networkidle'))
        found.push(WAIT)
      if (name === 'listen' && /^([1-9]|\{.*\bport: [1-9])/.test(text.slice(given[0]?.start, given[0]?.end)))
        found.push(PORT)
    },
    ImportDeclaration({ source, specifiers }) {
      if (source.value.endsWith('timers/promises')) found.push(WAIT)
      const isWhole = specifiers.every(({ type }) => type === 'ImportDefaultSpecifier')
      if (source.value === 'fast-check' && !isWhole) found.push(UNSAID)
    },
    ImportExpression({ source }) {
      if (text.slice(source.start, source.end).includes('timers/promises')) found.push(WAIT)
    },
    Literal({ value }) {
      if (typeof value === 'string' && WAITING_SCRIPT.test(value)) found.push(WAIT)
    },
    TemplateElement({ value }) {
      if (WAITING_SCRIPT.test(value.raw)) found.push(WAIT)
    },
  }).visit(program)
  return found
}
