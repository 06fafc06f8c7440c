// A disk that is full at the start: the profile opens to be read, and says why nothing is saved. The calls fail in the kernel,
// by strace, so that SQLite and its index beside the log are the real ones.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { requirePrograms } from '../../../storage/faults.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'

const BACKEND = fileURLToPath(new URL('../../../../electron/app/backend.ts', import.meta.url))

test('the profile opens to be read, says that the disk is full, and saves nothing', async () => {
  requirePrograms()
  const dataDir = makeProfile()
  const backend = await openBackend({ dataDir, venueHosts: { practice: 'http://127.0.0.1:9' } })
  await okOf(backend, 'notes.save', { coinId: 'peaq', text: 'kept' })
  await backend.close()
  const script = `
    const { createBackend } = await import(${JSON.stringify(BACKEND)})
    const backend = await createBackend({ dataDir: ${JSON.stringify(dataDir)}, venueHosts: { practice: 'http://127.0.0.1:9' } })
    const calls = [['coins.get', { coinId: 'peaq' }], ['orders.list', {}], ['app.status', {}], ['notes.save', { coinId: 'peaq', text: 'new' }]]
    const told = []
    for (const [operation, input] of calls) told.push(await backend.call(operation, input))
    await backend.close()
    console.log(JSON.stringify(told))`
  const files = [
    '',
    ...readdirSync(dataDir),
    'prelist.sqlite-wal',
    'prelist.sqlite-shm',
    'session.json.new',
    'prelist.log',
  ]
  const full = ['pwrite64', 'write', 'ftruncate', 'fallocate'].join(',')
  const { stdout, stderr } = spawnSync(
    'strace',
    [
      ...['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${full}`, '-e', `inject=${full}:error=ENOSPC`],
      ...files.flatMap((name) => ['-P', path.join(dataDir, name)]),
      ...[process.execPath, '--input-type=module', '-e', script],
    ],
    { encoding: 'utf8' },
  )
  const [coin, orders, status, saved] = JSON.parse(stdout || JSON.stringify([stderr]))
  expect(coin, stderr).toMatchObject({ ok: true, value: { note: { text: 'kept' } } })
  expect(orders).toMatchObject({ ok: true })
  expect(status.value.notices).toEqual([{ code: 'DISK_FULL', params: {} }])
  expect(saved).toMatchObject({
    ok: false,
    error: { code: 'STORAGE_FAILED', message: expect.stringContaining('full') },
  })
})
