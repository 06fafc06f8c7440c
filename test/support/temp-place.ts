// Where tests keep their profiles: in memory where the system offers a place for it, because thousands of them are made and
// each waits for the disk hundreds of times. What is asked of the disk stays the same, every fsync included; only the
// answer comes at once. A test that is about a disk mounts one, or looks at the calls.

import { accessSync, chmodSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Short: the path of a socket may have 107 signs, and a browser's lies four folders below. */
const NAME = /^pl-(\d+)$/
/** Far more than the tests need at once; containers often have 64 MB there. */
const ROOM_BYTES = 2 * 1024 ** 3

/** Some profiles hold programs that are run. */
function canHoldProfiles(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    const [, , , options = ''] = mountOf(readFileSync('/proc/mounts', 'utf8'))
    return bavail * bsize >= ROOM_BYTES && options !== '' && !options.split(',').includes('noexec')
  } catch {
    return false
  }
}

const mountOf = (mounts: string): string[] =>
  mounts
    .split('\n')
    .map((line) => line.split(' '))
    .findLast(([, place]) => place === MEMORY) ?? []

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/**
 * Has this process and those it starts keep temporary files in a folder in memory, which goes with this process. Where the
 * caller has named a place (`TMPDIR`) or there is none in memory, nothing changes.
 */
export function keepTempInMemory(): void {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined || !canHoldProfiles()) return
  // What a killed run left would fill the memory.
  for (const name of readdirSync(MEMORY)) {
    const pid = NAME.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(MEMORY, name), { recursive: true, force: true })
  }
  const folder = join(MEMORY, `pl-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  // As the system's own place: some tests act as another user.
  chmodSync(folder, 0o1777)
  process.env['TMPDIR'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}
