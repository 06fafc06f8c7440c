// `npm run requirements`: writes the table of docs/security-requirements.md from the reports of the last `npm test`.
// With `--check`, as `npm test` runs it at its end, it writes nothing and fails when the table differs or a requirement
// has no proof.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REQUIREMENTS } from './requirements/list.ts'
import { type PlaywrightReport, playwrightProofs, type VitestReport, vitestProofs } from './requirements/reports.ts'
import { REQUIREMENTS_PAGE, requirementTable, unproven, withTable } from './requirements/table.ts'
import { ROOT } from './setup/paths.mjs'

const PAGE = join(ROOT, REQUIREMENTS_PAGE)

/** @throws Error when the runner has not left its report */
function report<Report>(name: string): Report {
  const path = join(ROOT, 'test-results', `${name}.json`)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`There is no whole report of the tests in ${path}: run \`npm test\` first.`, { cause })
  }
}

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values
const proofs = [
  ...vitestProofs(report<VitestReport>('vitest'), ROOT),
  ...playwrightProofs(report<PlaywrightReport>('playwright'), 'test/e2e'),
]
const page = readFileSync(PAGE, 'utf8')
const next = withTable(page, requirementTable(REQUIREMENTS, proofs))
const open = unproven(REQUIREMENTS, proofs)

if (open.length > 0) {
  console.error(`No passing test answers for: ${open.map((number) => `R${number}`).join(', ')}`)
  process.exitCode = 1
}
if (check && next !== page) {
  console.error(
    `The table in ${REQUIREMENTS_PAGE} is not what the tests say. Run \`npm run requirements\` after \`npm test\`.`,
  )
  process.exitCode = 1
}
if (!check) writeFileSync(PAGE, next)
