// `npm run imports`: writes the import map of scripts/imports/map.ts into biome.imports.json, as the linter reads it.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importRules } from './imports/biome.ts'
import { exec } from './setup/exec.mjs'
import { NODE, ROOT } from './setup/paths.mjs'

const PATH = join(ROOT, 'biome.imports.json')
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

writeFileSync(PATH, importRules())
process.exitCode = await exec.run(NODE, [BIOME, 'format', '--write', PATH])
