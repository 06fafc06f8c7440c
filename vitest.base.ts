// What every run of Vitest shares: the fakes of Electron, traffic to this machine alone, and what a test may take.

import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'vitest/config'
import { keepCompiled } from './test/support/compile-cache.ts'
import { keepTempInMemory } from './test/support/temp-place.ts'

keepTempInMemory()
keepCompiled()

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const NOT_HERE = ['test/{e2e,real-electron,tour}/**', 'node_modules/**']

/** Adds up over all files how often each fault of an order was shown. */
export const FAULT_COUNTS = at('./test/support/fault-counts.ts')

export const base = {
  // Importing the real ones would start a download.
  resolve: {
    alias: [
      { find: /^electron$/, replacement: at('./test/fakes/electron.ts') },
      { find: /^electron-store$/, replacement: at('./test/fakes/electron-store.ts') },
    ],
  },
  test: {
    environment: 'node',
    exclude: NOT_HERE,
    setupFiles: [at('./test/support/loopback-only.ts'), at('./test/renderer/answer-words-loaded.ts')],
    // The test client seals with WebCrypto, so that it shares no cipher with the app; Node calls that one experimental.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Two cores: more workers only make the timing tests slower.
    maxWorkers: 2,
    // Not a measure of speed: many of these tests take seconds alone, and several times that beside other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
} satisfies ViteUserConfig
