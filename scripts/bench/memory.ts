// Memory: all processes of the app with the watchlist open, against the empty page and the Node that opened it.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compared, type Part } from './measure.ts'
import { interleave } from './statistics.ts'

const SIDE = fileURLToPath(new URL('./memory-side.ts', import.meta.url))
const KIB_PER_MB = 1_000_000 / 1024

interface Held {
  /** MB of the Node process. */
  node: number
  /** MB of all processes of the browser. */
  browser: number
}

function parentOf(pid: string): string | null {
  try {
    // The name in brackets may hold spaces; the parent is the second field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] ?? null
  } catch {
    return null
  }
}

function descendants(root: string): string[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, parentOf(pid)]),
  )
  const below = (pid: string): string[] =>
    [...parents].flatMap(([child, parent]) => (parent === pid ? [child, ...below(child)] : []))
  return below(root)
}

/** Proportional set size: what a process shares with others is divided among them, so that a sum counts it once. */
function pssOf(pid: string): number {
  try {
    const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    return Number(found?.[1] ?? 0) / KIB_PER_MB
  } catch {
    return 0
  }
}

async function hold(side: 'prelist' | 'empty', dataDir: string, browser: string): Promise<Held> {
  const child = fork(SIDE, [side, dataDir, browser], { stdio: 'inherit', execArgv: ['--expose-gc'] })
  const exited = once(child, 'exit')
  try {
    const opened = await Promise.race([once(child, 'message').then(() => true), exited.then(() => false)])
    if (!opened) throw new Error(`the ${side} side ended before its window was open`)
    const root = String(child.pid)
    return { node: pssOf(root), browser: descendants(root).reduce((sum, pid) => sum + pssOf(pid), 0) }
  } finally {
    if (child.connected) child.disconnect()
    await exited
  }
}

/** Null where the system does not say what a process holds. */
export async function measureMemory(
  dataDir: string,
  browser: string,
  plan: { warmUp: number; rounds: number },
): Promise<Part | null> {
  if (pssOf(String(process.pid)) === 0) return null
  const { measured, baseline } = await interleave(
    plan,
    () => hold('prelist', dataDir, browser),
    () => hold('empty', dataDir, browser),
  )
  const pair = (name: string, of: (held: Held) => number, atMost: number | null) =>
    compared({ name, unit: 'MB', measured: measured.map(of), baseline: baseline.map(of), atMost })
  return {
    measures: [
      pair('memory: all processes', (held) => held.node + held.browser, 1.5),
      pair('memory: Node process', (held) => held.node, null),
      pair('memory: browser processes', (held) => held.browser, null),
    ],
    notes: [
      'memory: proportional set size (PSS) after garbage collection in Node and in the page.',
      'memory, Prelist: one Node process (backend, practice exchange in its worker, the shell’s driver) and the browser with the watchlist.',
      'memory, baseline: one Node process (the driver alone) and the same browser with the empty page.',
    ],
  }
}
