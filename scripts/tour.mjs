// `npm run tour`: builds the page and runs Playwright's project `tour`, which drives the app as a trader would and leaves
// numbered pictures in `tour/`.

import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, PLAYWRIGHT, ROOT, STAMPS } from './setup/paths.mjs'

const TOUR = [PLAYWRIGHT, 'test', '--project=tour', '--reporter=line']
const AT = { root: ROOT, node: NODE, stamps: STAMPS }

process.exitCode =
  (await ensureNpmPackages(AT, exec)) && (await ensureBuilt(AT, BUILDS.chromium, exec)) ? await exec.run(NODE, TOUR) : 1
