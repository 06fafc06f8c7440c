// Unit and integration tests: everything under test/ but the end-to-end files, which Playwright Test runs. `quick` needs no
// server, no second process and no large file, so a developer runs it all day.

import { defineConfig } from 'vitest/config'
import { testFiles } from './test/support/test-files.ts'
import { base, FAULT_COUNTS } from './vitest.base.ts'

const { quick, exchanges, integration } = testFiles(import.meta.dirname)

// Loading the app anew for each file would take longer than most of them run; files that change their process are elsewhere.
const together = { isolate: false, restoreMocks: true }
const globalSetup = [FAULT_COUNTS]

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    projects: [
      { extends: true, test: { name: 'quick', include: quick, ...together } },
      { extends: true, test: { name: 'exchanges', include: exchanges, globalSetup, ...together } },
      { extends: true, test: { name: 'integration', include: integration, globalSetup } },
    ],
  },
})
