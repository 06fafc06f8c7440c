// `npm run tour`: drives the real app without a display as a trader would, with a profile that is thrown away, and
// leaves numbered pictures in `tour/`.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'
import { order } from './tour/order-steps.ts'
import { research } from './tour/research-steps.ts'
import { openStage, TourError } from './tour/stage.ts'

const PICTURES = join(ROOT, 'tour')

async function run(): Promise<void> {
  const { browser } = parseArgs({ options: { browser: { type: 'string', default: '' } } }).values
  if (!(await ensureBuilt({ root: ROOT, node: NODE, stamps: STAMPS }, BUILDS.chromium, exec))) {
    throw new TourError('The page could not be built.')
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'prelist-tour-'))
  const print = (line: string) => console.log(line)
  try {
    const stage = await openStage({ dataDir, folder: PICTURES, browser: browser === '' ? undefined : browser }, print)
    try {
      await research(stage)
      await order(stage)
      print(`The ledger of the practice exchange holds ${stage.practiceOrders()} orders. The pictures are in tour/.`)
    } finally {
      await stage.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

try {
  await run()
} catch (error) {
  const text =
    error instanceof TourError ? error.message : error instanceof Error ? (error.stack ?? error.message) : 'unknown'
  console.error(`The tour stopped. ${text}`)
  process.exitCode = 1
}
