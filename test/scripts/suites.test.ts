// The suites of `npm test`: what each one's place in the row stands for.

import { expect, it } from 'vitest'
import { SUITES } from '../../scripts/suites/suites.mjs'

it('compares the table of requirements with the reports of the suites before it, last of all', () => {
  expect(SUITES.map(({ name }) => name).slice(-3)).toEqual(['unit and integration', 'end-to-end', 'requirements'])
  expect(SUITES.at(-1)?.args.slice(1)).toEqual(['--check'])
})
