// The security requirements that the tests answer for. A test names the ones it proves by `[R<number>]` in its title.

export interface Requirement {
  number: number
  text: string
  /** What the tests of this repository cannot reach: it stays "not run" until a machine has it. */
  beyond?: 'a current Electron' | 'macOS and Windows'
  /** The long run that says the same in greater numbers. */
  long?: string
}

export const REQUIREMENTS: readonly Requirement[] = [
  {
    number: 1,
    text: 'Every window has exactly the web preferences that were written down; the source holds no way around them',
    beyond: 'a current Electron',
  },
  { number: 2, text: 'The sandbox is on for all windows before the app is ready', beyond: 'a current Electron' },
  {
    number: 3,
    text: 'Pages come from a fixed map under our own scheme; a file, a path or another address is never served',
    beyond: 'a current Electron',
  },
  { number: 4, text: 'Every answer to the page carries the one content security policy, and it has no weak spot' },
  { number: 5, text: 'No text, typed or stored, becomes a script, an element or a request' },
  { number: 6, text: 'Every permission and every device is denied', beyond: 'a current Electron' },
  {
    number: 7,
    text: 'No navigation, redirect, window, frame, download or dropped link leaves the page of the app',
    beyond: 'a current Electron',
  },
  { number: 8, text: 'Nothing is opened in another program but fixed https addresses chosen by name' },
  { number: 9, text: 'Every operation checks frame, origin, size, rate and shape; a refused caller is written down' },
  {
    number: 10,
    text: 'The page finds the listed functions and nothing else of the shell',
    beyond: 'a current Electron',
  },
  {
    number: 11,
    text: 'No generated message crashes, changes a prototype or state when refused, or comes back in an error',
    long: 'npm run torture -- messages',
  },
  { number: 12, text: 'The built page holds no Node, no Electron, no evaluation of text, no key' },
  { number: 13, text: 'Every fuse is set; the wire is read back', beyond: 'a current Electron' },
  {
    number: 14,
    text: 'Developer tools, remote debugging and inspection are off in the packaged app',
    beyond: 'a current Electron',
  },
  {
    number: 15,
    text: 'After a whole day of use no file of the profile holds a secret, in any form',
  },
  {
    number: 16,
    text: 'Neither the page nor its memory holds a secret that was not typed into it',
  },
  {
    number: 17,
    text: 'After the lock the vault’s process is gone and the memory that remains holds none of its keys; while it is open copies of the long-lived keys are few',
  },
  {
    number: 18,
    text: 'No log, error, answer or entry of the audit log holds a secret',
  },
  {
    number: 19,
    text: 'Files are for their owner alone whatever the umask; no file is written through a link',
    beyond: 'macOS and Windows',
  },
  {
    number: 20,
    text: 'The keychain holds one item, of at most 512 bytes',
    beyond: 'macOS and Windows',
  },
  {
    number: 21,
    text: 'A keychain that is locked, silent, empty or strange changes nothing and makes no new key',
  },
  {
    number: 22,
    text: 'Without a keychain a passphrase is required; there is no way to keep keys in the open',
  },
  {
    number: 23,
    text: 'Costs of a passphrase outside floor and ceiling are refused before they are paid',
  },
  {
    number: 24,
    text: 'A wrong passphrase has one answer, waits, is written down, and raises an alert the fifth time',
  },
  {
    number: 25,
    text: 'Every primitive gives what its published vectors say',
  },
  {
    number: 26,
    text: 'Sealed orders and backups agree with published vectors and with second implementations',
  },
  {
    number: 27,
    text: 'No changed bit of a header, a record or a backup is accepted',
  },
  {
    number: 28,
    text: 'Nothing that was cut short or made longer is accepted',
  },
  {
    number: 29,
    text: 'Nothing is accepted in another place: record, row, vault, environment, build, or time',
  },
  {
    number: 30,
    text: 'Unknown formats and lower suites are refused',
  },
  {
    number: 31,
    text: 'A wrong key gives no plaintext, and is told by the commitment first',
  },
  {
    number: 32,
    text: 'No salt or nonce comes twice; chance comes from the system alone',
  },
  {
    number: 33,
    text: 'Node and a second implementation agree on random inputs',
  },
  {
    number: 34,
    text: 'No cryptographic call is used that Electron’s own crypto may lack',
    beyond: 'a current Electron',
  },
  {
    number: 35,
    text: 'Keys are spoken of at 80, 85 and 90 days; a rotation seals nothing anew that it need not',
  },
  {
    number: 36,
    text: 'A change of the vault that is cut off anywhere leaves one that opens, with everything in it',
  },
  {
    number: 37,
    text: 'A leaked key does nothing from its report on, offline and after a restart too',
  },
  {
    number: 38,
    text: 'Development and product open nothing of each other',
  },
  {
    number: 39,
    text: 'A key that may withdraw is refused',
  },
  {
    number: 40,
    text: 'Whatever happens on the way of an order, its key is executed once at most, or the order stays unknown until it is settled',
  },
  { number: 41, text: 'The same key with other terms is refused here; clicks at once make one order' },
  { number: 42, text: 'A changed byte of a signed request is refused by the gateway' },
  { number: 43, text: 'No body is sent over a connection that cannot be trusted, whatever the environment says' },
  {
    number: 44,
    text: 'An exchange is never asked more than its budget in any window, nor while it wants to be left alone',
  },
  {
    number: 45,
    text: 'Any change of the audit log is found and located; a program of its own verifies an export',
  },
  {
    number: 46,
    text: 'Each use of a secret is on the disk before the secret is used',
  },
  {
    number: 47,
    text: 'Full disk, I/O error, read-only or short write at any write: refused or wholly done, and nothing is lost',
    long: 'npm run torture -- storage',
  },
  {
    number: 48,
    text: 'SQLite runs with the settings that were asked for, on STRICT tables; every old schema opens; sound after each crash',
    beyond: 'macOS and Windows',
    long: 'npm run torture -- kills',
  },
]
