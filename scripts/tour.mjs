// `npm run tour`: builds the page and runs Playwright's project `tour`, which drives the app as a trader would and leaves
// numbered pictures in `tour/`.

import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { NODE, PLAYWRIGHT, ROOT, STAMPS } from './setup/paths.mjs'

const TOUR = [PLAYWRIGHT, 'test', '--project=tour', '--reporter=line']

process.exitCode = (await ensureBuilt({ root: ROOT, node: NODE, stamps: STAMPS }, BUILDS.chromium, exec))
  ? await exec.run(NODE, TOUR)
  : 1
