// What a refresh asks of each source and what it keeps of the answers, over a real store.

import { expect, it } from 'vitest'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import type { PublicMarket, ReadKind, Reads } from '../../../../electron/ports/market-data.ts'
import type { AccountMatches } from '../../../../electron/services/markets/asset-matches.ts'
import { createRefreshes } from '../../../../electron/services/sources/refreshes.ts'
import type { Asked, SourceClient } from '../../../../electron/services/sources/source-client.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

type Answers = { [K in ReadKind]?: (of: Reads[K]['of']) => Reads[K]['row'][] | Reason }

function desk(answers: Answers, coins: Pick<Coin, 'id' | 'contracts'>[] = []) {
  const store = createSourceStore(openTestDatabase())
  const clock = makeAppClock(NOW)
  const asked: [ReadKind, unknown][] = []
  const lists = { markets: [] as PublicMarket[], forgotten: 0 }
  const ask = async <K extends ReadKind>(_: string, kind: K, of: Reads[K]['of']): Promise<Asked<Reads[K]['row']>> => {
    asked.push([kind, of])
    const came = answers[kind]?.(of) ?? []
    if (!Array.isArray(came)) return { ok: false, why: came, unasked: false }
    return { ok: true, rows: came, at: null, receivedAt: new Date(clock.now()).toISOString() }
  }
  const of = (base: string) => ({ owner: { id: base.toLowerCase() } }) as ReturnType<AccountMatches['of']>
  const refreshes = createRefreshes({
    ...{ store, clock, requests: { told: () => {} }, client: { ask, problem: () => null } as SourceClient },
    lists: {
      markets: async () => lists.markets,
      forget: () => {
        lists.forgotten += 1
      },
    },
    coins: { list: () => coins as Coin[] },
    assets: { at: () => ({ of }) as AccountMatches, bases: () => ['PEAQ', 'NEW'] },
  })
  return { store, clock, asked, lists, refreshes }
}

const market = (base: string, stage: PublicMarket['stage']): PublicMarket => ({
  ...{ id: `${base}-USDT`, market: `${base}/USDT`, base, quote: 'USDT', stage },
  ...{ opensAt: null, closesAt: null, contract: null },
})

it('asks for no ticker of a market that has no price yet, or no more', async () => {
  const { refreshes, asked, lists } = desk({})
  for (const stage of ['announced', 'pre-launch', 'delisted'] as const) {
    lists.markets = [market('PEAQ', 'trading'), market('NEW', stage)]
    await refreshes.run('okx')
    expect(asked.pop()).toEqual(['tickers', { markets: [{ id: 'PEAQ-USDT', market: 'PEAQ/USDT' }] }])
    lists.markets = [market('NEW', stage)]
    await refreshes.run('okx')
    expect(asked).toEqual([])
  }
})

it('gives a list up where a question was refused, once in ten minutes, and for no other failure', async () => {
  let why = reason('SOURCE_FAILED', { status: 500 })
  const { refreshes, lists, clock } = desk({ tickers: () => why })
  lists.markets = [market('PEAQ', 'trading')]
  await refreshes.run('kraken')
  expect(lists.forgotten).toBe(0)
  why = reason('SOURCE_REFUSED', { status: 200, words: 'EQuery:Unknown asset pair' })
  await refreshes.run('kraken')
  await refreshes.run('kraken')
  expect(lists.forgotten).toBe(1)
  clock.advance(600_000)
  await refreshes.run('kraken')
  expect(lists.forgotten).toBe(2)
})
