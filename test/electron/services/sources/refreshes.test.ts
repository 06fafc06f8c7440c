// What a refresh asks of each source and what it keeps of the answers, over a real store.

import { expect, it } from 'vitest'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import type { MetricsPath, PublicMarket, ReadKind, Reads } from '../../../../electron/ports/market-data.ts'
import type { AccountMatches } from '../../../../electron/services/markets/asset-matches.ts'
import { dayOf, fieldsOf, gradesIn, gradesOf } from '../../../../electron/services/sources/grades.ts'
import { KEPT } from '../../../../electron/services/sources/kept-values.ts'
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
    announcements: { refresh: async () => {} },
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
  ...{ opensAt: null, closesAt: null, contracts: null },
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

const address = (at: number) => `0x${at.toString(16).padStart(40, '0')}`
const contractsOf = (...numbers: number[]) =>
  numbers.map((at) => ({ chain: 'ethereum', address: address(at) })) as Coin['contracts']
const named = (at: number, price: string) => ({ name: `ethereum:${address(at)}`, price, confidence: null, at: null })

it('DefiLlama: of a coin with several contracts the first with a price counts, whatever order it answers in', async () => {
  // So many that the contracts of the coin stand on both sides of a border between two questions.
  const others = Array.from({ length: 49 }, (_, at) => ({ id: `other-${at}`, contracts: contractsOf(100 + at) }))
  const coins = [...others, { id: 'several', contracts: contractsOf(1, 2, 3) }]
  const rows = [named(3, '3'), named(2, '2'), named(1, '1')]
  const answer = ({ names }: { names: string[] }) => rows.filter(({ name }) => names.includes(name))
  const { refreshes, store, asked } = desk({ 'llama-prices': answer }, coins)
  const price = () => store.value(KEPT.contractPrice, 'defillama', 'several')?.value
  expect(refreshes.cost('defillama')).toBe(2)
  await refreshes.run('defillama')
  expect(asked).toHaveLength(2)
  expect(price()).toMatchObject({ price: '1' })
  rows.pop()
  await refreshes.run('defillama')
  expect(price()).toMatchObject({ price: '2' })
})

it('DefiLlama: a question that did not come leaves the prices of its coins, and keeps the others', async () => {
  const coins = Array.from({ length: 60 }, (_, at) => ({ id: `c-${at}`, contracts: contractsOf(at + 1) }))
  let price = '1'
  const { refreshes, store } = desk(
    {
      'llama-prices': ({ names }) =>
        price === '2' && names.length < 50
          ? reason('SOURCE_FAILED', { status: 500 })
          : coins.map((_, at) => named(at + 1, price)).filter(({ name }) => names.includes(name)),
    },
    coins,
  )
  await refreshes.run('defillama')
  price = '2'
  await refreshes.run('defillama')
  const kept = (id: string) => store.value(KEPT.contractPrice, 'defillama', id)?.value
  expect([kept('c-0'), kept('c-59')]).toMatchObject([{ price: '2' }, { price: '1' }])
})

it('CoinGecko: more coins than one question takes are asked for in several, and counted so', async () => {
  const { refreshes, store, asked } = desk({})
  const at = new Date(NOW).toISOString()
  for (let coin = 0; coin < 251; coin++) store.saveRemoteId('coingecko', `c-${coin}`, `g-${coin}`, 'contract', at)
  await refreshes.run('coingecko')
  const ids = asked.flatMap(([kind, of]) => (kind === 'gecko-markets' ? [(of as { ids: string[] }).ids.length] : []))
  expect(ids).toEqual([250, 1])
  expect(refreshes.cost('coingecko')).toBe(2)
})

const graded = (fields: Record<string, string>) => [
  { tokenId: '7', symbol: 'PEAQ', fields: { TOKEN_ID: '7', ...fields } },
]

it('Token Metrics: grades that did not come stay, and no path dates the grade of another', async () => {
  const rows: Partial<Record<MetricsPath, Record<string, string> | null>> = {
    'tm-grade': { TM_GRADE: '71', DATE: '2026-11-22' },
    'fundamental-grade': { FUNDAMENTAL_GRADE: '64', DATE: '2026-11-01' },
    'technology-grade': { TECHNOLOGY_GRADE: '55', DATE: '2026-10-01' },
    'trading-signals': { TRADING_SIGNAL: '1', DATE: '2026-11-23' },
  }
  const { refreshes, store } = desk({
    'metrics-rows': ({ path }) => {
      const fields = rows[path]
      return fields === null ? reason('SOURCE_FAILED', { status: 500 }) : graded(fields ?? {})
    },
  })
  store.saveRemoteId('token-metrics', 'peaq', '7', 'contract', new Date(NOW).toISOString())
  const shown = () => {
    const kept = store.value(KEPT.grades, 'token-metrics', 'peaq')
    const { at = null, receivedAt = '' } = kept ?? {}
    const source = 'token-metrics'
    return gradesOf('7', fieldsOf(gradesIn(kept?.value)), { source, at, receivedAt })
  }
  const all = { tmGrade: '71', fundamental: '64', technology: '55', tradingSignal: 1, at: '2026-11-22T00:00:00.000Z' }
  await refreshes.run('token-metrics')
  expect(shown()).toMatchObject(all)
  rows['tm-grade'] = { TM_GRADE: '80', DATE: '2026-11-24 00:00:00' }
  rows['technology-grade'] = null
  await refreshes.run('token-metrics')
  expect(shown()).toMatchObject({ ...all, tmGrade: '80', at: '2026-11-24T00:00:00.000Z' })
})

it('Token Metrics: grades that an earlier version kept are read, and give way', () => {
  const flat = { TOKEN_ID: '7', TM_GRADE: '71', FUNDAMENTAL_GRADE: '64', DATE: '2026-11-22' }
  expect(fieldsOf(gradesIn(flat))).toEqual(flat)
  expect(gradesIn(null)).toEqual({})
  expect(gradesIn({ 'tm-grade': { TM_GRADE: '1' } })).toEqual({ 'tm-grade': { TM_GRADE: '1' } })
})

it.each([
  ['2026-11-22', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22 13:00:00', '2026-11-22T13:00:00.000Z'],
  ['2026-11-22T13:00:00', '2026-11-22T13:00:00.000Z'],
  ['2026-11-22T13:00:00.000Z', '2026-11-22T13:00:00.000Z'],
  ['2026-11-22T13:00:00+02:00', '2026-11-22T11:00:00.000Z'],
  ['2026-02-31T99:00', null],
  ['soon', null],
])('Token Metrics: the day %s is read in UTC wherever the machine stands', (text, expected) => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'America/New_York'
  try {
    expect(dayOf({ DATE: text })).toBe(expected)
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
