// Where things are, as absolute paths, so that the commands work from any folder.

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Node 24, which comes as an npm package; the machine's own Node may be 20. */
export const NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** Playwright's command line, a script for Node. */
export const PLAYWRIGHT = join(ROOT, 'node_modules', 'playwright', 'cli.js')

/** Where set-up notes what it has done. It vanishes with node_modules, so that a clean start really is one. */
export const STAMPS = join(ROOT, 'node_modules', '.cache', 'prelist')
