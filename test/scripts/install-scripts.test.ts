// Scripts of packages do not run when they are installed: shown with the real npm on a planted package, offline.

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { npmCommand } from '../../scripts/setup/npm-packages.mjs'
import { ROOT } from '../house/planted.ts'

let dir = ''
const PLANTED = { name: 'planted', version: '1.0.0', scripts: { install: "node -e \"fs.writeFileSync('ran', '')\"" } }

function npm(folder: string, ...args: string[]) {
  const { command, args: first } = npmCommand(process.env)
  const shell = process.platform === 'win32'
  const done = spawnSync(command, [...first, ...args, '--offline'], { cwd: folder, encoding: 'utf8', shell })
  expect(done.status, done.stderr).toBe(0)
}

/** Installs the planted package with the house's own settings of npm; whether its script ran. */
function scriptRuns(name: string, ...args: string[]): boolean {
  const folder = join(dir, name)
  mkdirSync(folder)
  copyFileSync(join(ROOT, '.npmrc'), join(folder, '.npmrc'))
  const manifest = { name, version: '1.0.0', dependencies: { planted: 'file:../planted-1.0.0.tgz' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, allowScripts: { node: true } }))
  npm(folder, 'install', ...args)
  expect(existsSync(join(folder, 'node_modules/planted/package.json'))).toBe(true)
  return existsSync(join(folder, 'node_modules/planted/ran'))
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'prelist-install-'))
  mkdirSync(join(dir, 'planted'))
  writeFileSync(join(dir, 'planted/package.json'), JSON.stringify(PLANTED))
  npm(dir, 'pack', './planted', '--silent')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a script of a package does not run, and the planted one would', () => {
  expect(scriptRuns('as-here')).toBe(false)
  expect(scriptRuns('control', '--ignore-scripts=false')).toBe(true)
})
