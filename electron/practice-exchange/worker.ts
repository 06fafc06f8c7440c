// Runs the practice exchange in a worker of the app, on a free port that is reported to the parent.

import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { startPracticeExchange } from './server.ts'

const startOptions = z.object({ dataDir: z.string().min(1), seed: z.int().min(0).max(0xffff_ffff).optional() })

async function run(post: (message: unknown) => void, onClose: (listener: () => void) => void): Promise<void> {
  const { dataDir, seed } = startOptions.parse(workerData)
  const exchange = await startPracticeExchange({ dataDir, port: 0, ...(seed === undefined ? {} : { seed }) })
  onClose(() => {
    void exchange.close().finally(() => post({ closed: true }))
  })
  post({ listening: exchange.port })
}

const port = parentPort
if (port === null) throw new Error('the practice exchange worker was started outside of a worker')

run(
  (message) => port.postMessage(message),
  (listener) => {
    port.on('message', (message: unknown) => {
      if (message !== 'close') return
      // Without its listener the port lets the worker end by itself once the exchange is closed.
      port.removeAllListeners('message')
      listener()
    })
  },
).catch((error: unknown) => {
  port.postMessage({ failed: error instanceof Error ? error.message : String(error) })
})
