// A source that takes a request and never answers: it is given 20 seconds, not one less and not one more.

import { expect, it } from 'vitest'
import { createKeyedRequests } from '../../../../electron/adapters/market-data/keyed-requests.ts'
import { createPlainRequests } from '../../../../electron/adapters/market-data/plain-requests.ts'
import { startSource } from '../../../sources/server.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { listOf } from './data-kit.ts'

const LOST = { code: 'NO_ANSWER_IN_TIME' }

/** What is said of the request, and after how many milliseconds; the clock stands still but for what is given here. */
async function outcomeOf(ask: (url: string, clock: ReturnType<typeof makeAppClock>) => Promise<unknown>) {
  const source = await startSource(() => ({ body: {} }))
  source.always = { kind: 'hang' }
  const clock = makeAppClock()
  let told: unknown = null
  const asked = ask(source.url, clock).then((outcome) => {
    told = outcome
  })
  await expect.poll(() => source.requests.length).toBe(1)
  await clock.sleeping(20_000)
  clock.advance(19_999)
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toBeNull()
  clock.advance(1)
  await asked
  return told
}

it('one without a key', async () => {
  const told = await outcomeOf((url, clock) => createPlainRequests(clock).ask(listOf('okx', url)))
  expect(told).toMatchObject({ kind: 'failed', asked: null, why: LOST })
})

it('one with a key', async () => {
  const told = await outcomeOf((host, clock) =>
    createKeyedRequests(clock).ask(
      { source: 'coingecko', plan: 'demo', host, path: '/coins/list', maxBytes: 1_000 },
      'key-0001',
      () => null,
    ),
  )
  expect(told).toMatchObject({ phase: 'lost', sent: 'whole', detail: LOST })
})
