// What runs in the browser: the end-to-end tests, and the tour, which takes pictures. Each file opens the real app with a
// profile of its own; there is no web server to start.

import { defineConfig } from 'playwright/test'
import { keepCompiled } from './test/support/compile-cache.ts'
import { keepTempInMemory } from './test/support/temp-place.ts'

keepTempInMemory()
keepCompiled()

// The runner colours its workers' output. Where the environment forbids colours as well, Node warns of that on the error
// output of every process, which some tests hold to be empty.
delete process.env['NO_COLOR']

export default defineConfig({
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  // Two, as in vitest.base.ts. Nothing is shared between them: each app has a profile, a browser folder, ports that the
  // system chose, and a keychain in memory or a session of its own.
  workers: 2,
  // A test that passes on the second try hides a fault; so there is no second try.
  retries: 0,
  timeout: 60_000,
  // As long as a step may take in open-app.ts: what never comes fails later, and a busy machine fails nothing.
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  testDir: 'test/e2e',
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    // In an old Electron alone: `npm run verify:electron -- --runtime old`.
    { name: 'shell', testDir: 'test/real-electron', timeout: 120_000 },
    { name: 'tour', testDir: 'test/tour', timeout: 180_000 },
  ],
})
