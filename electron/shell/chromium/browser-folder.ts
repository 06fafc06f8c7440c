// The browser's own files: one private folder for each run, gone with it. What a killed run left, the next start sweeps.

import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = /^prelist-browser-(\d+)-/

/** The driver and the browser ask these where temporary files go. */
const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'] as const

/**
 * Sweeps what dead runs left, then makes a folder of mode 0700 and has the driver and the browser keep everything
 * temporary in it: browser profile, downloads, sockets. It goes when this process exits, which waits for the browser.
 */
export function takeBrowserFolder(): void {
  const parent = tmpdir()
  sweep(parent)
  const folder = mkdtempSync(join(parent, `prelist-browser-${process.pid}-`))
  for (const name of VARIABLES) process.env[name] = folder
  process.once('exit', () => remove(folder))
}

// Ours alone: by name, by owner, a real folder, and of a process that is no more. A process id that was given to another
// program keeps its folder until that one has ended too.
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const path = join(parent, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid)) remove(path)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Anything but "no such process" means that there is one, for example another user's.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** A folder that cannot be removed must keep nobody from trading; the next start tries again. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  } catch {}
}
