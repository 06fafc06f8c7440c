// How the old Electron is kept in: a user without rights, no network, a home that vanishes, a display and a keychain of its
// own. Only the command line is made here.

import { readFileSync } from 'node:fs'

/** @typedef {import('../setup/exec.mjs').Exec} Exec */

/**
 * @typedef {object} Facts
 * @property {number} uid Of whoever runs this.
 * @property {number} gid
 * @property {{ uid: number, gid: number } | null} nobody The user without rights, where there is one.
 * @property {(program: string) => boolean} has Whether the program can be started.
 * @property {boolean} closesNetwork Whether a process can be started without a network here.
 * @property {boolean} isReadable Whether that user can read this checkout.
 */

/** @typedef {{ uid: number, gid: number, prefix: string[], notes: string[] }} Confinement */

const PACKAGES = {
  'xvfb-run': 'xvfb',
  setpriv: 'util-linux',
  'dbus-run-session': 'dbus',
  'gnome-keyring-daemon': 'gnome-keyring',
}

const LOOPBACK = 'ip link set lo up && exec "$@"'

/** A keyring that was never unlocked asks with a window, and nobody is there to answer. */
const WITH_KEYRING =
  'printf "passphrase\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'

/**
 * The words that are put before a command, or why it cannot be kept in here. Who runs it and with which home is part of it;
 * an open network is not fatal, since nothing real is used, but it is said.
 * @param {Facts} facts
 * @param {Record<string, string>} env All that the command gets of an environment.
 * @returns {Confinement | { failed: string }}
 */
export function planConfinement(facts, env) {
  const isRoot = facts.uid === 0
  const wanted = ['xvfb-run', 'dbus-run-session', 'gnome-keyring-daemon', ...(isRoot ? ['setpriv'] : [])]
  const lacking = Object.entries(PACKAGES).filter(([program]) => wanted.includes(program) && !facts.has(program))
  if (lacking.length > 0) {
    const packages = lacking.map(([, name]) => name).join(' ')
    return {
      failed: `Missing: ${lacking.map(([program]) => program).join(', ')}. Install with: apt-get install ${packages}`,
    }
  }
  if (isRoot && facts.nobody === null) {
    return {
      failed:
        'Electron does not run as root with its sandbox on, and there is no user nobody. Run this as another user.',
    }
  }
  if (!facts.isReadable) {
    return { failed: 'The user nobody cannot read this folder. Move the checkout to one that all users can read.' }
  }
  const who = isRoot && facts.nobody !== null ? facts.nobody : { uid: facts.uid, gid: facts.gid }
  const notes = facts.closesNetwork
    ? []
    : [
        'The network stays open: `unshare` or `ip` does not work here. Only the app’s own locks keep this Electron off it.',
      ]
  return {
    ...who,
    notes,
    prefix: [
      ...(facts.closesNetwork ? withoutNetwork(isRoot, who) : []),
      ...(isRoot ? ['setpriv', `--reuid=${who.uid}`, `--regid=${who.gid}`, '--clear-groups', '--no-new-privs'] : []),
      ...['env', '-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)],
      ...(facts.closesNetwork ? [] : ['PRELIST_E2E_NETWORK=open']),
      ...['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24 -nolisten tcp'],
      ...['dbus-run-session', '--', 'sh', '-c', WITH_KEYRING, 'sh'],
    ],
  }
}

/**
 * A network of its own in which only this machine's own address is up.
 * @param {boolean} isRoot @param {{ uid: number, gid: number }} who @returns {string[]}
 */
function withoutNetwork(isRoot, who) {
  if (isRoot) return ['unshare', '--net', '--', 'sh', '-c', LOOPBACK, 'sh']
  // Root of a namespace for as long as it takes to bring the address up, then oneself again.
  const back = ['unshare', '--user', `--map-user=${who.uid}`, `--map-group=${who.gid}`, '--']
  return ['unshare', '--user', '--map-root-user', '--net', '--', 'sh', '-c', LOOPBACK, 'sh', ...back]
}

/**
 * @param {string} root The checkout.
 * @param {Pick<Exec, 'capture'>} exec
 * @param {{ uid: number, gid: number }} who
 * @param {string} [users] The table of users.
 * @returns {Facts}
 */
export function inspectConfinement(root, { capture }, who, users = readFileSync('/etc/passwd', 'utf8')) {
  const isRoot = who.uid === 0
  const works = (/** @type {string[]} */ [command = '', ...args]) => capture(command, args).code === 0
  const line = users.split('\n').find((one) => one.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  const nobody = uid === undefined || gid === undefined ? null : { uid, gid }
  const asNobody =
    nobody === null ? [] : ['setpriv', `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups']
  return {
    ...who,
    nobody,
    has: (program) => works(['sh', '-c', `command -v ${program}`]),
    closesNetwork: works([...withoutNetwork(isRoot, who), 'true']),
    isReadable: !isRoot || works([...asNobody, 'test', '-r', `${root}/package.json`]),
  }
}
