// Environment variables that could change what the packaged app does. A stranger's shell profile must not steer it.

/**
 * Whole families, because the next version of Node or Electron may read a name that no list knows: options and code for
 * Node and Electron, which the workers inherit even where a fuse stops the main process, and the app's own switches,
 * which are for development and tests only.
 */
const FAMILIES = /^(NODE|ELECTRON|PRELIST)_/

/** Certificates, providers of ciphers, and a file that session keys would be written to. */
const STEERING = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'SSLKEYLOGFILE', 'OPENSSL_CONF', 'OPENSSL_MODULES']

/** Deletes them from `env` when the app is packaged; from source they stay, because a developer sets them on purpose. */
export function blankEnvironment(env: NodeJS.ProcessEnv, isPackaged: boolean): void {
  if (!isPackaged) return
  for (const name of Object.keys(env)) {
    // On Windows a name means the same in any case.
    const known = name.toUpperCase()
    if (FAMILIES.test(known) || STEERING.includes(known)) delete env[name]
  }
}
