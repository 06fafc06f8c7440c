// A request to a source from the gate to its answer, over a real store and a real gate.

import { expect, it } from 'vitest'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import type { MarketData, ReadAnswer } from '../../../../electron/ports/market-data.ts'
import type { KeyUse } from '../../../../electron/ports/vault.ts'
import { createRequestGate } from '../../../../electron/services/sources/request-gate.ts'
import { createSourceClient } from '../../../../electron/services/sources/source-client.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const USE: KeyUse = {
  ...{ from: 'reference', environment: 'live' },
  reference: { kind: 'environment', apiKey: 'A', apiSecret: 'A' },
}

it('a refusal of the old key that comes after the new one was put in does not rest the source', async () => {
  const store = createSourceStore(openTestDatabase())
  const clock = makeAppClock(Date.UTC(2026, 10, 23, 12))
  const requests = createRequestGate({ store, clock, changed: () => {} })
  const key = { source: 'environment', keyEnd: null, recordId: null, reference: null } as const
  store.save({ ...store.row('coingecko'), enabled: true, key })
  const under: ((answer: ReadAnswer<never>) => void)[] = []
  const client = createSourceClient({
    ...{ store, requests, clock, keys: { take: () => USE }, hostOf: () => null, isUnlocked: () => true },
    data: { read: () => new Promise((resolve) => under.push(resolve)) } as Pick<MarketData, 'read'>,
  })
  const refused = { why: reason('SOURCE_KEY_REFUSED', { words: null }), kind: 'refused', asked: null } as const
  const old = client.ask('coingecko', 'gecko-usage', {})
  requests.renewed('coingecko')
  under[0]?.({ ok: false, trouble: refused })
  expect(await old).toMatchObject({ ok: false, unasked: false })
  expect(client.problem('coingecko')).toBeNull()
  const next = client.ask('coingecko', 'gecko-usage', {})
  under[1]?.({ ok: false, trouble: refused })
  await next
  expect(client.problem('coingecko')).toMatchObject({ code: 'SOURCE_RESTS' })
})
