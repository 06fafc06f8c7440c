// Runs the practice exchange alone:
// node electron/practice-exchange/main.ts --port N --data DIR [--seed N] [--fault SCRIPT] [--rotate keys|identity]

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { faultEntry } from './faults.ts'
import { startPracticeExchange } from './server.ts'

const wholeNumber = z.string().regex(/^\d+$/).transform(Number)

const commandLine = z.object({
  port: wholeNumber.pipe(z.int().max(65_535)),
  data: z.string().min(1),
  seed: wholeNumber.pipe(z.int().max(0xffff_ffff)).optional(),
  fault: z.string().min(1).optional(),
  rotate: z.enum(['keys', 'identity']).optional(),
})

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      fault: { type: 'string' },
      rotate: { type: 'string' },
    },
  })
  const { port, data, seed, fault, rotate } = commandLine.parse(values)
  const faults = fault === undefined ? [] : z.array(faultEntry).parse(JSON.parse(readFileSync(fault, 'utf8')))
  const exchange = await startPracticeExchange({
    dataDir: data,
    port,
    faults,
    // Nobody tells it any.
    realPrices: [],
    ...(seed === undefined ? {} : { seed }),
    ...(rotate === undefined ? {} : { rotate }),
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void exchange.close())
  process.stdout.write(`${JSON.stringify({ listening: exchange.port })}\n`)
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
