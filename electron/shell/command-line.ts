// Switches of the command line that open the packaged app to another program or take a protection away.

/** The part of Electron's command line that is needed here. */
interface CommandLine {
  removeSwitch(name: string): void
}

const STEERING = [
  // Whoever speaks to the page through one of these places orders as the trader does.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'auto-open-devtools-for-tabs',
  // Foreign code in the page or in its place.
  'load-extension',
  'js-flags',
  'enable-blink-features',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  // Protections of the page and its process.
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  // What the page shows, written to a file.
  'log-net-log',
  'ssl-key-log-file',
]

/**
 * Removes them from the browser's own command line when the app is packaged, so that they are ignored. Call before
 * `ready`, when none has been acted on yet, and after `enableSandbox`, which reads the command line anew.
 */
export function dropSteeringSwitches(commandLine: CommandLine, isPackaged: boolean): void {
  if (!isPackaged) return
  for (const name of STEERING) commandLine.removeSwitch(name)
}
