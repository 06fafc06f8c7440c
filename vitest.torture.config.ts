// The long runs of `npm run torture`: the same kind of tests as everywhere, in numbers that `npm test` has no time for.

import { defineConfig } from 'vitest/config'
import { base, FAULT_COUNTS } from './vitest.base.ts'

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    globalSetup: [FAULT_COUNTS],
    include: ['test/torture/**/*.torture.ts'],
    testTimeout: 7_200_000,
    fileParallelism: false,
  },
})
