// `npm run mutation`: breaks the order desk's core on purpose, in a copy, and counts what its tests notice; the files
// stand in stryker.config.mjs. Options of Stryker's go after `--`, as in `-- --mutate shared/order-states.ts`.

import { join } from 'node:path'
import { exec } from './setup/exec.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'

const STRYKER = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js')

process.exitCode = (await ensureNpmPackages({ root: ROOT, node: NODE, stamps: STAMPS }, exec))
  ? await exec.run(NODE, [STRYKER, 'run', ...process.argv.slice(2)])
  : 1
