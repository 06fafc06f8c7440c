// Which test files run in which project of Vitest, by where they lie and by what they do to their process.

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ALL = 'test/**/*.test.{ts,tsx}'
const IN_BROWSER = /^test\/(e2e|real-electron|tour)\//
const QUICK =
  /^test\/(electron\/(ipc|services)|house|renderer|shared|styles)\/|^test\/scripts\/(results|requirements|suites)\.test/
const EXCHANGES = /^test\/electron\/exchanges\//

/** What would reach the next file of the same process: a module that is another one, or a setting of the process. */
const CHANGES =
  /\bvi\.(mock|doMock|stubGlobal|stubEnv|resetModules)\(|\bprocess\.(umask|chdir|setMaxListeners)\(|process\.env\[[^\]]+\]\s*(\?\?)?=[^=]|delete process\.env/

/** Whether a test file must have a process of its own. Fake timers that nobody ends are a change too. */
export function needsOwnProcess(source: string): boolean {
  const keepsTime = source.includes('vi.useFakeTimers(') && !source.includes('vi.useRealTimers(')
  return keepsTime || CHANGES.test(source)
}

export interface TestFiles {
  /** No server, no second process, no large file; they share a process. */
  quick: string[]
  /** Cases at stand-ins of exchanges; they share a process. */
  exchanges: string[]
  /** The rest, each in a process of its own. */
  integration: string[]
}

/** The files below `root`, with forward slashes. */
export function testFiles(root: string): TestFiles {
  const files: TestFiles = { quick: [], exchanges: [], integration: [] }
  for (const found of globSync(ALL, { cwd: root })) {
    const file = found.split(path.sep).join('/')
    if (IN_BROWSER.test(file)) continue
    const isAlone = needsOwnProcess(readFileSync(path.join(root, file), 'utf8'))
    if (!isAlone && QUICK.test(file)) files.quick.push(file)
    else if (!isAlone && EXCHANGES.test(file)) files.exchanges.push(file)
    else files.integration.push(file)
  }
  return files
}
