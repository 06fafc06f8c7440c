// `npm run sbom`: writes out/sbom.cdx.json, the bill of materials that the packaged app carries. Asks no registry.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOfMaterials } from './packages/lock.mjs'
import { ROOT } from './setup/paths.mjs'

const out = join(ROOT, 'out')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'sbom.cdx.json'), billOfMaterials(ROOT))
