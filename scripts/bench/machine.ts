// What the figures were measured on: hardware, versions, load and the cost of one durable write. No names, no paths.

import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { cpus, loadavg, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { summarise } from './statistics.ts'

const GIB = 1024 ** 3
const WRITES = 50

/** Milliseconds that one small write to a file in `folder` takes until it has reached the disk. */
function durableWrite(folder: string): number {
  const file = openSync(join(folder, 'fsync'), 'a', 0o600)
  const times = Array.from({ length: WRITES }, () => {
    const start = performance.now()
    writeSync(file, 'x'.repeat(200))
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return summarise(times).median
}

/** One line a fact. `folder` lies on the disk that the benchmark writes to. */
export function machineFacts(browser: string, folder: string): string[] {
  const [cpu] = cpus()
  const version = spawnSync(browser, ['--version'], { encoding: 'utf8' }).stdout?.trim()
  return [
    `${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${(totalmem() / GIB).toFixed(0)} GiB, ${type()} ${process.arch}`,
    `Node ${process.version}, ${version === undefined || version === '' ? 'unknown browser' : version.split(' built on ')[0]}, headless`,
    `one durable write of 200 bytes: ${durableWrite(folder).toFixed(2)} ms`,
    `load before the start: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  ]
}
