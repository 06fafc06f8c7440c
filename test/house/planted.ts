// Plants lines of code in a copy of the house that holds nothing else, runs a check there once, and says what it found.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Makes the folder with these files and links the house's packages into it; `remove` takes it away. */
export function plant(files: Record<string, string>): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'prelist-house-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction')
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** Copies a file of the house into a planted folder, changed on the way if need be. */
export function borrow(dir: string, path: string, change: (text: string) => string = (text) => text): void {
  cpSync(join(ROOT, path), join(dir, path))
  writeFileSync(join(dir, path), change(readFileSync(join(ROOT, path), 'utf8')))
}

/** Runs a tool of the house under this Node in the planted folder. */
export function runTool(dir: string, tool: string, args: string[]): { code: number; stdout: string } {
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], { cwd: dir, encoding: 'utf8' })
  return { code: done.status ?? 1, stdout: done.stdout + done.stderr }
}

/** The import map as the linter reads it; `biome.json` takes it up. */
export const IMPORT_RULES = 'biome.imports.json'

export interface Finding {
  path: string
  line: number
  rule: string
  message: string
}

interface BiomeReport {
  diagnostics: { category: string; message: string; location: { path: string; start?: { line: number } } }[]
}

/** Runs `biome check` with the house's rules over a planted folder. Without version control there, ignoring is off. */
export function biomeFindings(dir: string): Finding[] {
  borrow(dir, IMPORT_RULES)
  borrow(dir, 'biome.json', (text) => JSON.stringify({ ...JSON.parse(text), vcs: { enabled: false } }))
  const args = ['check', '--reporter=json', '--max-diagnostics=none', 'electron', 'renderer', 'shared', 'test']
  const { stdout } = runTool(dir, '@biomejs/biome/bin/biome', args)
  const report: BiomeReport = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? stdout)
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path,
    line: location.start?.line ?? 0,
    rule: category.split('/').at(-1) ?? category,
    message,
  }))
}
