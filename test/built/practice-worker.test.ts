// The practice exchange as the packaged app starts it: the built worker, here in plain Node. Needs `npm run build`.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

test('the built worker listens on loopback, answers and closes', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'prelist-worker-'))
  const worker = new Worker(new URL('../../out/main/practice-worker.js', import.meta.url), { workerData: { dataDir } })
  const nextMessage = () =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  try {
    const { listening } = await nextMessage()
    const markets = await fetch(`http://127.0.0.1:${listening}/v1/markets`)
    expect(markets.status).toBe(200)
    const closed = nextMessage()
    worker.postMessage('close')
    expect(await closed).toEqual({ closed: true })
  } finally {
    await worker.terminate()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
