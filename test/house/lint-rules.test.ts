// One violation a rule, planted in a copy of the house: a check that no longer goes red would go unnoticed.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { IMPORT_CASES } from './import-cases.ts'
import { biomeFindings, type Finding, plant } from './planted.ts'

/** File, text, and the rule that must go red in it. */
const RULE_CASES: [file: string, text: string, rule: string][] = [
  ['shared/a-any.ts', 'export const value: any = 1\n', 'noExplicitAny'],
  ['shared/a-default.ts', 'export default 1\n', 'noDefaultExport'],
  ['shared/a-enum.ts', 'export enum Side {\n  Buy,\n}\n', 'noEnum'],
  ['shared/a-barrel.ts', "export { twice } from './a-barrel-part.ts'\n", 'noBarrelFile'],
  ['shared/a-barrel-all.ts', "export * from './a-barrel-part.ts'\n", 'noReExportAll'],
  ['shared/a-assertion.ts', 'export const first = (list: string[]) => list[0]!.length\n', 'noNonNullAssertion'],
  ['shared/a-console.ts', "console.log('x')\n", 'noConsole'],
  ['electron/a-console.ts', "console.error('x')\n", 'noConsole'],
  ['renderer/a-console.ts', "console.warn('x')\n", 'noConsole'],
  ['shared/a-extension.ts', "import { twice } from './a-barrel-part'\n\ntwice()\n", 'useImportExtensions'],
  ['shared/a-ignore.ts', "// @ts-ignore\nexport const value: string = 'x'\n", 'noTsIgnore'],
  ['shared/a-floating.ts', 'const work = async () => {}\n\nwork()\n', 'noFloatingPromises'],
  ['shared/a-namespace.ts', 'export namespace Money {\n  export const zero = 0\n}\n', 'noNamespace'],
  ['shared/a-cycle.ts', "import { b } from './a-cycle-back.ts'\n\nexport const a = () => b\n", 'noImportCycles'],
  ['renderer/a-cycle.ts', "import type { B } from './a-cycle-back.ts'\n\nexport type A = B[]\n", 'noImportCycles'],
  ['shared/a-type.ts', "import { Side } from './order.ts'\n\nexport type Sides = Side[]\n", 'useImportType'],
  ['shared/a-unused.ts', "import { twice } from './a-barrel-part.ts'\n", 'noUnusedImports'],
  ['shared/a-format.ts', 'export const value = "x";\n', 'format'],
  ['shared/a-order.ts', "import { b } from './b.ts'\nimport { a } from './a.ts'\n\na(b)\n", 'organizeImports'],
  [
    'shared/a-long-function.ts',
    `export function long(seen: string[]): void {\n${"  seen.push('a')\n".repeat(121)}}\n`,
    'noExcessiveLinesPerFunction',
  ],
  ['shared/a-long.ts', `${'// A line.\n'.repeat(400)}export const value = 1\n`, 'noExcessiveLinesPerFile'],
]

const HELPERS = {
  'shared/a-barrel-part.ts': 'export const twice = () => 2\n',
  'shared/a-cycle-back.ts': "import { a } from './a-cycle.ts'\n\nexport const b = () => a\n",
  'renderer/a-cycle-back.ts': "import type { A } from './a-cycle.ts'\n\nexport type B = A | null\n",
  'shared/order.ts': "export type Side = 'buy' | 'sell'\n",
}

let findings: Finding[] = []
let remove = () => {}

/** The line of a file's import is its place among that file's cases. */
function importFiles(): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [file, specifier] of IMPORT_CASES) files[file] = `${files[file] ?? ''}import '${specifier}'\n`
  return files
}

beforeAll(() => {
  const cases = Object.fromEntries(RULE_CASES.map(([file, text]) => [file, text]))
  const planted = plant({ ...HELPERS, ...cases, ...importFiles() })
  remove = planted.remove
  findings = biomeFindings(planted.dir)
})
afterAll(() => remove())

test.each(RULE_CASES)('%s', (file, _text, rule) => {
  expect(findings.filter((finding) => finding.path === file).map((finding) => finding.rule)).toContain(rule)
})

test.each(IMPORT_CASES)('%s imports %s: %s', (file, specifier, verdict) => {
  const line = 1 + IMPORT_CASES.filter(([path]) => path === file).findIndex(([, name]) => name === specifier)
  const found = findings.filter((one) => one.path === file && one.line === line && one.rule === 'noRestrictedImports')
  expect(found.length > 0 ? 'refused' : 'allowed').toBe(verdict)
  // A refusal that does not say why only teaches people to work around it.
  for (const { message } of found) expect(message.length).toBeGreaterThan(40)
})
