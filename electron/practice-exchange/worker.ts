// Runs the practice exchange in a worker of the app, on a free port that is reported to the parent.

import { randomBytes } from 'node:crypto'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { startPracticeExchange } from './server.ts'

const startOptions = z.object({
  dataDir: z.string().min(1),
  seed: z.int().min(0).max(0xffff_ffff).optional(),
  realPrices: z.unknown().optional(),
})
/** The app's alone: no other program can speak on the worker's own channel. */
const follow = z.strictObject({ follow: z.unknown() })

async function run(port: MessagePort): Promise<void> {
  const { dataDir, seed, realPrices } = startOptions.parse(workerData)
  // The port is open to every user of this machine; this word goes to the parent alone.
  const registration = randomBytes(32).toString('base64url')
  const exchange = await startPracticeExchange({
    dataDir,
    port: 0,
    registration,
    ...(seed === undefined ? {} : { seed }),
    ...(realPrices === undefined ? {} : { realPrices }),
  })
  port.on('message', (message: unknown) => {
    if (message === 'close') void exchange.close().finally(() => finish(port, { closed: true }))
    const parsed = follow.safeParse(message)
    if (parsed.success) tryFollow(port, () => exchange.follow(parsed.data.follow))
  })
  port.postMessage({ listening: exchange.port, identity: exchange.identity, registration })
}

/** Without them the markets that follow real prices halt after two minutes: no reason to end the exchange. */
function tryFollow(port: MessagePort, run: () => void): void {
  try {
    run()
  } catch (error) {
    port.postMessage({ notFollowed: error instanceof Error ? error.message : String(error) })
  }
}

/** The last word of the worker: with its port closed nothing keeps it alive. */
function finish(port: MessagePort, message: unknown): void {
  port.postMessage(message)
  port.close()
}

const port = parentPort
if (port === null) throw new Error('the practice exchange worker was started outside of a worker')

run(port).catch((error: unknown) => finish(port, { failed: error instanceof Error ? error.message : String(error) }))
