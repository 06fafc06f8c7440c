// `npm run mutation`: breaks the order desk's core, one place at a time, in a copy, and counts how many breaks its tests
// notice. Nothing in this folder is changed. A number after the command is the number of the only break to try.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './setup/paths.mjs'

/** What is broken, and the tests that must notice. */
const CORE: Readonly<Record<string, string[]>> = {
  'shared/order-states.ts': ['test/shared/order-states.test.ts'],
  'electron/services/answers.ts': ['test/electron/services/answers.test.ts', 'test/electron/services/verdicts.test.ts'],
  'electron/services/reconcile.ts': ['test/electron/services/reconcile.test.ts'],
  'electron/services/order-check.ts': ['test/electron/services/order-check.test.ts'],
}

const BREAKS: readonly [RegExp, string][] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ <= /g, ' < '],
  [/ < /g, ' <= '],
  [/ >= /g, ' > '],
  [/ > /g, ' >= '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/ \+ 1\b/g, ' - 1'],
  [/\breturn null$/gm, 'return undefined as never'],
  [/\b5_000\b/g, '5_001'],
]

interface Mutant {
  file: string
  line: number
  text: string
  source: string
}

function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return BREAKS.flatMap(([pattern, replacement]) =>
    [...source.matchAll(pattern)].flatMap((match) => {
      const before = source.slice(0, match.index)
      const text = source.slice(before.lastIndexOf('\n') + 1, source.indexOf('\n', match.index)).trim()
      // Words about the code, and types, break nothing.
      if (/^(\/\/|\*|\/\*|import|export (type|interface)|type|\|)/.test(text)) return []
      const broken = before + replacement + source.slice(match.index + match[0].length)
      return [{ file, line: before.split('\n').length, text: `${text}  [${match[0].trim()}]`, source: broken }]
    }),
  )
}

function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prelist-mutation-'))
  const configs = readdirSync(ROOT).filter((name) => /^(tsconfig.*|package)\.json$/.test(name))
  for (const name of ['electron', 'shared', 'renderer', 'test', 'vitest.config.ts', ...configs]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const folder = copyOfProject()

function passes(file: string): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', ...(CORE[file] ?? []), '--bail=1', '--reporter=dot']
  return spawnSync(process.execPath, args, { cwd: folder, timeout: 60_000, stdio: 'ignore' }).status === 0
}

const only = process.argv[2] === undefined ? null : Number(process.argv[2])
const all = Object.keys(CORE).flatMap(mutantsOf)
const survivors: string[] = []
try {
  for (const file of Object.keys(CORE)) {
    // Tests that fail anyway would notice everything.
    if (!passes(file)) throw new Error(`The tests of ${file} fail before anything is broken.`)
  }
  for (const [index, { file, line, text, source }] of all.entries()) {
    if (only !== null && only !== index) continue
    const path = join(folder, file)
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, source)
    const isUnnoticed = passes(file)
    writeFileSync(path, whole)
    if (isUnnoticed) survivors.push(`${index}: ${file}:${line}: ${text}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const tried = only === null ? all.length : 1
const killed = tried - survivors.length
for (const survivor of survivors) console.log(`not noticed  ${survivor}`)
console.log(`${killed} of ${tried} breaks noticed (${((100 * killed) / tried).toFixed(1)}%)`)
if (killed / tried < 0.9) process.exitCode = 1
