// `npm run torture`: the long runs against a built checkout. Names after `--` choose files, as in `npm run torture -- kills`.

import { join } from 'node:path'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'

const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const AT = { root: ROOT, node: NODE, stamps: STAMPS }
const names = process.argv.slice(2)

if ((await ensureNpmPackages(AT, exec)) && (await ensureBuilt(AT, BUILDS.all, exec))) {
  process.exitCode = await exec.run(NODE, [VITEST, 'run', '--config', 'vitest.torture.config.ts', ...names])
} else process.exitCode = 1
