// The security requirements that the tests answer for. A test names the ones it proves by `[R<number>]` in its title.

export interface Requirement {
  number: number
  text: string
  /** What the tests of this repository cannot reach: it stays "not run" until a machine has it. */
  beyond?: 'a real Electron' | 'macOS and Windows'
  /** The long run that says the same in greater numbers. */
  long?: string
}

export const REQUIREMENTS: readonly Requirement[] = [
  {
    number: 1,
    text: 'Every window has exactly the web preferences that were written down; the source holds no way around them',
    beyond: 'a real Electron',
  },
  { number: 2, text: 'The sandbox is on for all windows before the app is ready', beyond: 'a real Electron' },
  {
    number: 3,
    text: 'Pages come from a fixed map under our own scheme; a file, a path or another address is never served',
    beyond: 'a real Electron',
  },
  { number: 4, text: 'Every answer to the page carries the one content security policy, and it has no weak spot' },
  { number: 5, text: 'No text, typed or stored, becomes a script, an element or a request' },
  { number: 6, text: 'Every permission and every device is denied', beyond: 'a real Electron' },
  {
    number: 7,
    text: 'No navigation, redirect, window, frame, download or dropped link leaves the page of the app',
    beyond: 'a real Electron',
  },
  { number: 8, text: 'Nothing is opened in another program but fixed https addresses chosen by name' },
  { number: 9, text: 'Every operation checks frame, origin, size, rate and shape; a refused caller is written down' },
  { number: 10, text: 'The page finds the listed functions and nothing else of the shell', beyond: 'a real Electron' },
  {
    number: 11,
    text: 'No generated message crashes, changes a prototype or state when refused, or comes back in an error',
    long: 'npm run torture -- messages',
  },
  { number: 12, text: 'The built page holds no Node, no Electron, no evaluation of text, no key' },
  { number: 13, text: 'Every fuse is set; the wire is read back', beyond: 'a real Electron' },
  {
    number: 14,
    text: 'Developer tools, remote debugging and inspection are off in the packaged app',
    beyond: 'a real Electron',
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
