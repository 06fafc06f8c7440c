// `npm run bench`: measures window, order, memory and the table of coins side by side with a baseline, in one run. Names
// after `--` choose parts, as in `npm run bench -- order`; `--json` prints the figures as JSON, `--no-source` leaves out
// the source of the bare program, `--real` has the click wait a minute where it else moves the clocks. A missed goal is
// information, not a failure.

import { join } from 'node:path'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'

const RUN = [join(ROOT, 'scripts/bench/run.ts'), ...process.argv.slice(2)]
const AT = { root: ROOT, node: NODE, stamps: STAMPS }

// By its own Node, since the machine's may read no TypeScript.
process.exitCode =
  (await ensureNpmPackages(AT, exec)) && (await ensureBuilt(AT, BUILDS.chromium, exec)) ? await exec.run(NODE, RUN) : 1
