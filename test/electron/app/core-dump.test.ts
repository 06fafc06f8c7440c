// A backend that has run keeps its memory, with what was typed into it, out of core dumps.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeProfile } from '../../support/profile/temp-folder.ts'

const BACKEND = fileURLToPath(new URL('../../../electron/app/backend.ts', import.meta.url))

test.runIf(existsSync('/proc/self/coredump_filter'))('the backend writes no memory into a core dump', () => {
  const script = `
    const { createBackend } = await import(${JSON.stringify(BACKEND)})
    const backend = await createBackend({ dataDir: ${JSON.stringify(makeProfile())} })
    console.log((await import('node:fs')).readFileSync('/proc/self/coredump_filter', 'utf8').trim())
    await backend.close()`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(Number.parseInt(stdout, 16), stderr).toBe(0)
})
