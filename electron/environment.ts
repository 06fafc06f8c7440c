// Environment variables that could change what the packaged app does. A stranger's shell profile must not steer it.

const STEERING = [
  // Certificates and checks of TLS, and a file that session keys would be written to.
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SSLKEYLOGFILE',
  // Code or options for Node and Electron; the workers inherit them even where a fuse stops the main process.
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_DEBUG',
  'NODE_V8_COVERAGE',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_RENDERER_URL',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_OVERRIDE_DIST_PATH',
]

/** The app's own switches, for development and tests only. */
const OWN = /^PRELIST_/

/** Deletes them from `env` when the app is packaged; from source they stay, because a developer sets them on purpose. */
export function blankEnvironment(env: NodeJS.ProcessEnv, isPackaged: boolean): void {
  if (!isPackaged) return
  for (const name of Object.keys(env)) {
    if (STEERING.includes(name) || OWN.test(name)) delete env[name]
  }
}
