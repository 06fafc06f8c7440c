// Writes out/licences.txt, which the packaged app carries: the licence text of every package that is shipped.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceTexts } from './packages/lock.mjs'
import { ROOT } from './setup/paths.mjs'

const out = join(ROOT, 'out')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'licences.txt'), licenceTexts(ROOT))
