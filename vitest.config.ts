// Unit and integration tests: everything under test/ but the end-to-end files, which Playwright Test runs.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fake = (name: string) => fileURLToPath(new URL(`./test/fakes/${name}`, import.meta.url))

export default defineConfig({
  // Importing the real ones would start a download.
  resolve: {
    alias: [
      { find: /^electron$/, replacement: fake('electron.ts') },
      { find: /^electron-store$/, replacement: fake('electron-store.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    setupFiles: [fileURLToPath(new URL('./test/support/loopback-only.ts', import.meta.url))],
    globalSetup: [fileURLToPath(new URL('./test/support/fault-counts.ts', import.meta.url))],
    // The test client seals with WebCrypto, so that it shares no cipher with the app; Node calls that one experimental.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Two cores: more workers only make the timing tests slower.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    passWithNoTests: false,
  },
})
