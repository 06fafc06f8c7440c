// Where the backend is put together, no name is used before it exists, in closures neither.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { earlyUses } from './early-use.ts'

const APP = new URL('../../electron/app/', import.meta.url)
const FILES = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

it.each(FILES)('electron/app/%s uses no name above the line that makes it', (name) => {
  expect(earlyUses(name, readFileSync(new URL(name, APP), 'utf8'))).toEqual([])
})

it('electron/app holds a root below 150 lines, and an area a file', () => {
  const root = readFileSync(new URL('backend.ts', APP), 'utf8')
  expect(root.trimEnd().split('\n').length).toBeLessThan(150)
  const opened = [...root.matchAll(/from '\.\/(open-\w+)\.ts'/g)].map(([, name]) => `${name}.ts`)
  expect(opened.toSorted()).toEqual(FILES.filter((name) => name.startsWith('open-')).toSorted())
})

it.each([
  [
    'a closure above',
    'function f() {\n  const tell = () => hub.emit()\n  const hub = make()\n  return tell\n}',
    ['hub (2)'],
  ],
  ['at the top of a file', 'const a = () => b\nexport const b = 1\n', ['b (1)']],
  ['a call with its own result', 'const a = make(() => a.end())\n', ['a (1)']],
  ['a pattern', 'const f = () => [one, two]\nconst { one, x: [two = 1] } = make()\n', ['one (1)', 'two (1)']],
  ['a short property', 'const f = () => ({ a })\nlet a = 1\n', ['a (1)']],
  ['a class', 'const f = () => new A()\nclass A {}\n', ['A (1)']],
  ['a block within', 'function f() {\n  {\n    g(() => a)\n  }\n  const a = 1\n}', ['a (3)']],
  ['through a cast', 'const f = () => a as number\nconst a = 1\n', ['a (1)']],
])('finds %s', (_what, text, found) => {
  expect(earlyUses('a.ts', text)).toEqual(found)
})

it.each([
  ['a use below', 'const a = 1\nconst f = () => a\n'],
  ['a function that calls itself', 'const f = () => g(() => f())\n'],
  ['a function declared below', 'const f = () => g()\nfunction g() {}\n'],
  ['another thing of the same name', 'const f = (a: number) => a\nconst g = () => ({ a: h.a })\nconst a = 1\n'],
  ['a type', 'const f = (one: typeof a): A => one as A\nconst a = 1\ntype A = 1\n'],
  ['a name within another function', 'const f = () => {\n  const a = 1\n  return a\n}\nconst a = 2\n'],
])('lets %s pass', (_what, text) => {
  expect(earlyUses('a.ts', text)).toEqual([])
})
