// What CoinGecko is asked for, by the plan of the key, and what its codes mean.

import { expect, it } from 'vitest'
import { startSource } from '../../../sources/server.ts'
import { startData, USE } from './data-kit.ts'

it.each([
  ['demo', '365'],
  ['pro', 'max'],
] as const)('the whole history with a %s key is %s days: a Demo key has no more', async (plan, days) => {
  const server = await startSource(() => ({ body: '[]' }))
  const of = { id: 'dolomite', range: 'max' } as const
  await startData().read({ source: 'coingecko', plan, host: server.url, kind: 'gecko-chart', of }, USE)
  expect(server.requests.map(({ query }) => query.get('days'))).toEqual([days])
})

it.each([
  [10_005, 'SOURCE_NOT_IN_PLAN'],
  [10_012, 'SOURCE_NOT_IN_PLAN'],
  [10_002, 'SOURCE_KEY_REFUSED'],
])('code %d under a status of 401 is %s', async (code, expected) => {
  const body = {
    error: { status: { error_code: code, error_message: 'Your request exceeds the allowed time range.' } },
  }
  const server = await startSource(() => ({ status: 401, body }))
  const read = { source: 'coingecko', plan: 'demo', host: server.url, kind: 'gecko-usage', of: {} } as const
  const answer = await startData().read(read, USE)
  expect(answer).toMatchObject({ ok: false, trouble: { kind: 'refused', why: { code: expected } } })
})
