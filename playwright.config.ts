// End-to-end tests. Each opens the real app with a profile of its own; there is no web server to start.

import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: 1,
  // A test that passes on the second try hides a fault; so there is no second try.
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
})
