// `npm run bench`: measures window, order, memory and the table of coins side by side with a baseline, in one run. Names
// after `--` choose parts, as in `npm run bench -- order`; `--json` prints the figures as JSON, `--no-source` leaves out
// the source of the bare program, `--real` has the click wait a minute where it else moves the clocks. A missed goal is
// information, not a failure.

import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'

if (await ensureBuilt({ root: ROOT, node: NODE, stamps: STAMPS }, BUILDS.chromium, exec)) await import('./bench/run.ts')
else process.exitCode = 1
