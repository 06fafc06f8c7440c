// Unit and integration tests: everything under test/ but the end-to-end files, which Playwright Test runs. `quick` needs no
// server, no second process and no large file, so a developer runs it all day; `integration` is the rest.

import { defineConfig } from 'vitest/config'
import { base, FAULT_COUNTS, NOT_HERE } from './vitest.base.ts'

/** Rules, shapes and views alone: below half a minute together. */
const QUICK = [
  'test/electron/{ipc,services}/**/*.test.ts',
  'test/{house,renderer,shared,styles}/**/*.test.{ts,tsx}',
  'test/scripts/{results,requirements,suites}.test.ts',
]

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    projects: [
      { extends: true, test: { name: 'quick', include: QUICK } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...NOT_HERE, ...QUICK],
          globalSetup: [FAULT_COUNTS],
        },
      },
    ],
  },
})
