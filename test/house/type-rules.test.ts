// One violation a type rule, compiled with the house's own options: each must be an error.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrow, plant, runTool } from './planted.ts'

/** File, text, and the compiler's error. The folder decides whether Node's or the page's types are there. */
const CASES: [file: string, text: string, error: string][] = [
  ['electron/implicit-any.ts', 'export const same = (value) => value\n', 'TS7006'],
  ['electron/null.ts', 'export const text: string = null\n', 'TS2322'],
  ['electron/index.ts', 'export const first = (list: string[]): string => list[0]\n', 'TS2322'],
  ['electron/optional.ts', 'export const given: { a?: string } = { a: undefined }\n', 'TS2375'],
  ['electron/unused.ts', 'export const one = (a: string, b: string) => a\n', 'TS6133'],
  ['electron/override.ts', 'class A { a() {} }\nexport class B extends A { a() {} }\n', 'TS4114'],
  ['electron/return.ts', 'export function f(a: boolean) {\n  if (a) return 1\n}\n', 'TS7030'],
  ['electron/enum.ts', 'export enum Side { Buy }\n', 'TS1294'],
  ['electron/type-import.ts', "import { Logger } from './types.ts'\nexport type L = Logger\n", 'TS1484'],
  ['electron/dom.ts', 'export const title = () => document.title\n', 'TS2584'],
  ['electron/contract.ts', 'export const status: "open" | "filled" = "lost"\n', 'TS2322'],
  ['shared/node.ts', 'export const where = () => process.cwd()\n', 'TS2591'],
  ['renderer/node.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", 'TS2591'],
  ['scripts/script.mjs', '/** @param {string} a */\nexport const f = (a) => a.nothing\n', 'TS2339'],
]

let output = ''
let remove = () => {}

beforeAll(() => {
  const types = {
    'electron/types.ts': 'export interface Logger { info(): void }\n',
    'test/planted.ts': 'export {}\n',
    'package.json': '{ "type": "module" }',
  }
  const planted = plant({ ...types, ...Object.fromEntries(CASES.map(([file, text]) => [file, text])) })
  remove = planted.remove
  for (const path of ['tsconfig.json', 'tsconfig.base.json', 'tsconfig.node.json', 'tsconfig.web.json']) {
    // The build notes would be written into the house's own cache through the linked packages.
    borrow(planted.dir, path, (text) => text.replace('./node_modules/.cache/tsc/', './cache/'))
  }
  const run = runTool(planted.dir, 'typescript/bin/tsc', ['-b', '--pretty', 'false'])
  expect(run.code).not.toBe(0)
  output = run.stdout
})
afterAll(() => remove())

test.each(CASES)('%s', (file, _text, error) => {
  expect(output).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}\\(\\d+,\\d+\\): error ${error}`, 'm'))
})
