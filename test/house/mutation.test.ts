// Mutation testing keeps its word: the whole core, every kind of break, and a limit below which it fails.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import stryker from '../../stryker.config.mjs'
import { ROOT } from './planted.ts'

const VENUES = ['binance', 'kraken', 'coinbase', 'bybit', 'okx'].map((venue) => `shared/venues/${venue}.ts`)
const SERVICES = ['answers', 'reconcile', 'checks/order-check'].map(
  (service) => `electron/services/orders/${service}.ts`,
)
const CORE = ['shared/order-states.ts', 'shared/venues/record.ts', ...VENUES, ...SERVICES]

test('the core is broken as whole files, and at least nine of ten breaks must be noticed', () => {
  expect(CORE.filter((file) => !stryker.mutate.includes(file))).toEqual([])
  expect(stryker.mutate.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  expect(stryker.thresholds.break).toBeGreaterThanOrEqual(90)
})

test('no kind of break is left out', () => {
  const ways = ['mutator', 'ignoreStatic', 'ignorers', 'inPlace', 'incremental']
  expect(Object.keys(stryker).filter((option) => ways.includes(option))).toEqual([])
})
