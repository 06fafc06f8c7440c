// `npm run verify:packages`: what only the registry can say of the packages, and the list of their licences. It is not
// part of `npm test`, which speaks to nobody. With `-- --strict` a check that could not be run counts as failed.

import { parseArgs } from 'node:util'
import { exitCodeOf, judgeAudit, judgeSignatures, judgeTree } from './packages/judgements.mjs'
import { lockedPackages } from './packages/lock.mjs'
import { exec } from './setup/exec.mjs'
import { ensureNpmPackages, npmCommand } from './setup/npm-packages.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'

const { strict } = parseArgs({ options: { strict: { type: 'boolean', default: false } } }).values

/** @param {string[]} args */
function npm(args) {
  const { command, args: first } = npmCommand(process.env)
  // A registry that does not answer is asked once: by default npm would wait for more than a minute.
  return exec.capture(command, [...first, ...args, '--fetch-retries=0'])
}

/** @returns {number} */
function verify() {
  const packages = lockedPackages(ROOT)
  for (const production of [true, false]) {
    const some = packages.filter((one) => one.production === production)
    exec.say(`${production ? 'Shipped' : 'For development'}: ${some.length} packages`)
    for (const { name, version, licence } of some) exec.say(`  ${name} ${version}  ${licence}`)
  }
  const checks = {
    'installed as locked': judgeTree(npm(['ls', '--all', '--json'])),
    'npm audit --omit=dev': judgeAudit(npm(['audit', '--omit=dev', '--json'])),
    'npm audit signatures': judgeSignatures(npm(['audit', 'signatures', '--json'])),
  }
  for (const [name, { state, why }] of Object.entries(checks)) exec.say(`${state}: ${name}: ${why}`)
  return exitCodeOf(Object.values(checks), { strict })
}

process.exitCode = (await ensureNpmPackages({ root: ROOT, node: NODE, stamps: STAMPS }, exec)) ? verify() : 1
