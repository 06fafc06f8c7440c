// The suites of `npm test`: what each one's place in the row stands for.

import { expect, it } from 'vitest'
import { SUITES, suitesFor } from '../../scripts/suites/suites.mjs'

it('compares the table of requirements with the reports of the suites before it, last of all', () => {
  expect(SUITES.map(({ name }) => name).slice(-3)).toEqual(['unit and integration', 'end-to-end', 'requirements'])
  expect(SUITES.at(-1)?.args.slice(1)).toEqual(['--check'])
})

it('runs every suite, or each named file in the suite that it belongs to', () => {
  expect(suitesFor([])).toBe(SUITES)
  const named = suitesFor(['test/e2e/orders/mode.test.ts', 'test/shared/tick.test.ts'])
  expect(named.map(({ name }) => name)).toEqual(['unit and integration', 'end-to-end'])
  expect(named.map(({ args }) => args.filter((arg) => arg.startsWith('test/')))).toEqual([
    ['test/shared/tick.test.ts'],
    ['test/e2e/orders/mode.test.ts'],
  ])
  expect(suitesFor(['tick']).map(({ name }) => name)).toEqual(['unit and integration'])
})
