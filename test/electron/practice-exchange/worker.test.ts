// The exchange as a worker of the app: reports its port, ends when told, and says why when it cannot start.

import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { connect } from './client.ts'
import { makeFolder, marketBuy } from './fixture.ts'

const ENTRY = new URL('../../../electron/practice-exchange/worker.ts', import.meta.url)

it('listens, serves, closes on demand and ends', async () => {
  const worker = new Worker(ENTRY, { workerData: { dataDir: makeFolder() } })
  const [started] = await once(worker, 'message')
  const { listening, registration } = z
    .strictObject({ listening: z.number(), identity: z.string(), registration: z.string().min(40) })
    .parse(started)
  const url = `http://127.0.0.1:${listening}`
  // Any other program of this machine reaches the port as well, and has no business there.
  await expect(connect(url)).rejects.toThrow('belongs to another program')
  await expect(connect(url, { registration: 'x'.repeat(43) })).rejects.toThrow('belongs to another program')
  const client = await connect(url, { registration })
  expect((await client.accepted(marketBuy())).status).toBe('filled')
  const ended = once(worker, 'exit')
  worker.postMessage('close')
  expect((await once(worker, 'message'))[0]).toEqual({ closed: true })
  expect((await ended)[0]).toBe(0)
})

it('says why it failed to start', async () => {
  const folder = makeFolder()
  writeFileSync(path.join(folder, 'file'), '')
  const worker = new Worker(ENTRY, { workerData: { dataDir: path.join(folder, 'file') } })
  const ended = once(worker, 'exit')
  const [failed] = await once(worker, 'message')
  expect(z.strictObject({ failed: z.string() }).parse(failed).failed).toContain('EEXIST')
  await ended
})
