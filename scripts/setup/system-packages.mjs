// The Debian packages the app needs: which are missing, and what is done about it on this machine.

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./exec.mjs').Exec} Exec */

/**
 * @typedef {{ kind: 'nothing' }
 *   | { kind: 'install', packages: string[] }
 *   | { kind: 'tell', text: string, fatal: boolean }} PackagePlan
 */

const BROWSER = 'chromium'

/** The keychain's library, service and bus, and one font for text the app's own font does not cover. */
const OTHERS = ['libsecret-1-0', 'gnome-keyring', 'dbus', 'fonts-liberation']

/** What the tests need besides: strace makes the system calls of a running app fail, age opens and writes backups. */
export const TEST_PACKAGES = ['strace', 'age']

/**
 * The missing packages, by one `dpkg-query`. Chrome or Edge counts as Chromium.
 * @param {Machine} machine
 * @param {Exec['capture']} capture
 * @param {readonly string[]} more What is wanted besides.
 * @returns {string[]}
 */
export function missingPackages(machine, capture, more = []) {
  if (!machine.hasApt) return []
  const wanted = [...(machine.browser === null ? [BROWSER] : []), ...OTHERS, ...more]
  const { stdout } = capture('dpkg-query', ['-W', '-f', `\${Package} \${db:Status-Status}\n`, ...wanted])
  const installed = new Set(
    stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? line.split(' ')[0] : [])),
  )
  return wanted.filter((name) => !installed.has(name))
}

/**
 * What to do about them: root installs, others are told the command. `needs.browser` says that nothing works without a
 * browser, `needs.keychain` the same of the keychain (the tests use a real one; the app starts without).
 * @param {Machine} machine
 * @param {string[]} missing
 * @param {{ browser: boolean, keychain: boolean }} needs
 * @returns {PackagePlan}
 */
export function planPackages(machine, missing, needs) {
  if (!machine.hasApt) return planWithoutApt(machine, needs)
  if (missing.length === 0) return { kind: 'nothing' }
  if (machine.isRoot) return { kind: 'install', packages: missing }
  const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
  const fatal = needs.keychain || (needs.browser && missing.includes(BROWSER))
  return { kind: 'tell', text: `System packages are missing. Install them with:\n\n    ${command}\n`, fatal }
}

/** @param {Machine} machine @param {{ browser: boolean }} needs @returns {PackagePlan} */
function planWithoutApt(machine, needs) {
  if (machine.browser !== null) return { kind: 'nothing' }
  const keychain = machine.platform === 'linux' ? ', libsecret and a keyring service such as gnome-keyring' : ''
  return {
    kind: 'tell',
    text: `No browser was found. Install Google Chrome, Chromium or Edge${keychain}.`,
    fatal: needs.browser,
  }
}

/**
 * Carries the plan out.
 * @param {PackagePlan} plan
 * @param {Pick<Exec, 'run' | 'say'>} exec
 * @returns {Promise<boolean>} Whether set-up can go on.
 */
export async function carryOutPackages(plan, { run, say }) {
  if (plan.kind === 'nothing') return true
  if (plan.kind === 'tell') {
    say(plan.text)
    return !plan.fatal
  }
  say(`Installing system packages: ${plan.packages.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // A list from yesterday can name files that are gone, so it is fetched anew; an old list is better than none.
  if ((await run('apt-get', ['update'], env)) !== 0)
    say('The package list could not be updated; trying with the old one.')
  const code = await run('apt-get', ['install', '-y', '--no-install-recommends', ...plan.packages], env)
  if (code !== 0) say(`apt-get could not install them (exit code ${code}).`)
  return code === 0
}
