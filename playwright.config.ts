// End-to-end tests. Each opens the real app with a profile of its own; there is no web server to start.

import { defineConfig } from 'playwright/test'

// The runner colours its workers' output. Where the environment forbids colours as well, Node warns of that on the error
// output of every process, which some tests hold to be empty.
delete process.env['NO_COLOR']

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
