// What `npm run verify:electron -- --runtime old` sets in motion. The decisions stand beside it.

import { chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILDS, ensureBuilt } from '../setup/build.mjs'
import { exec } from '../setup/exec.mjs'
import { NODE, PLAYWRIGHT, ROOT } from '../setup/paths.mjs'
import { countPlaywright, readCounts, settle } from '../suites/results.mjs'
import { inspectConfinement, planConfinement } from './confinement.mjs'
import { ensureOldElectron } from './runtime.mjs'
import { skipReasons, verifyOldElectron } from './verify.mjs'

/** Not in version control. */
const KEPT = join(ROOT, '.cache', 'old-electron')
const REPORTS = join(ROOT, 'test-results')
/** Debian's packages that this needs besides those of the app. */
export const OLD_ELECTRON_PACKAGES = ['xvfb', 'xauth', 'iproute2', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']

const SUITES = [
  { name: 'the shell’s promises', project: 'shell', folder: 'test/real-electron/' },
  { name: 'end-to-end', project: 'e2e', folder: 'test/e2e/' },
]

/**
 * @param {{ install: () => Promise<boolean>, stamps: string, endToEnd: string[] }} given `endToEnd`: the files that fit Electron.
 * @param {string[]} names Test files, where not all are to be run.
 * @returns {Promise<number>} The exit code.
 */
export async function runOldElectron({ install, stamps, endToEnd }, names) {
  const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pl-old-'))
  const who = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  /** @type {string[]} */
  let prefix = []
  let program = ''
  let packaged = ''
  try {
    return await verifyOldElectron({
      install,
      confine: () => {
        const plan = planConfinement(inspectConfinement(ROOT, exec, who), environment(home))
        if ('failed' in plan) return plan
        chownSync(home, plan.uid, plan.gid)
        prefix = plan.prefix
        return plan
      },
      runtime: async () => {
        const found = await ensureOldElectron(KEPT, process, exec)
        if ('program' in found) ({ program, packaged } = found)
        return found
      },
      build: async () =>
        (await ensureBuilt({ root: ROOT, node: NODE, stamps }, BUILDS.all, exec)) &&
        (await exec.run(NODE, [join(ROOT, 'tools', 'old-electron', 'build.ts')])) === 0,
      suites: SUITES.flatMap(({ name, project, folder }) => {
        const files = names.length === 0 && project === 'e2e' ? endToEnd : names.filter((one) => one.startsWith(folder))
        if (names.length > 0 && files.length === 0) return []
        return [{ name, run: () => runSuite(project, files, { home, prefix, program, packaged }) }]
      }),
      say: exec.say,
    })
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * @param {string} project @param {string[]} files
 * @param {{ home: string, prefix: string[], program: string, packaged: string }} at
 */
async function runSuite(project, files, { home, prefix, program, packaged }) {
  // Written where the user without rights may write, and kept beside the other reports.
  const written = join(home, `${project}.json`)
  const kept = join(REPORTS, `old-electron-${project}.json`)
  const [command = '', ...words] = prefix
  const code = await exec.run(command, [
    ...words,
    ...['env', `PLAYWRIGHT_JSON_OUTPUT_NAME=${written}`, `PRELIST_E2E_ELECTRON=${program}`],
    ...[`PRELIST_E2E_PACKAGED=${packaged}`, NODE, PLAYWRIGHT, 'test', `--project=${project}`, '--workers=1'],
    ...['--reporter=list,json', `--output=${join(home, 'results')}`, ...files],
  ])
  mkdirSync(REPORTS, { recursive: true })
  rmSync(kept, { force: true })
  if (existsSync(written)) copyFileSync(written, kept)
  const counts = settle(code, readCounts(kept, countPlaywright))
  return { ...counts, reasons: existsSync(kept) ? skipReasons(JSON.parse(readFileSync(kept, 'utf8'))) : [] }
}

/**
 * All that is handed on: nothing of the session, its bus, its profile or its tokens.
 * @param {string} home
 * @returns {Record<string, string>}
 */
function environment(home) {
  return {
    ...{ HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home, LANG: 'C.UTF-8', PATH: process.env['PATH'] ?? '' },
    ...(process.env['CI'] === undefined ? {} : { CI: process.env['CI'] }),
    PRELIST_E2E_SHELL: 'old-electron',
  }
}
