// Sources that need the trader's key: it goes in once, travels in one header to one host, and is in nothing that comes out.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { CATALOG } from '../../../../shared/catalog/catalog.ts'
import type { Source, SourceId } from '../../../../shared/sources/sources.ts'
import { ADDRESS, gecko, metrics, otherState } from '../../../sources/others.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

const KEY = otherState().key
const HEADERS = ['x-cg-demo-api-key', 'x-cg-pro-api-key', 'x-api-key'] as const

/** Coins of the catalogue. */
const WITH_CONTRACT = CATALOG.filter(({ contracts }) => contracts !== undefined).length

async function openedDesk(): Promise<SourceDesk> {
  const desk = await startSourceDesk({ secretStore: memoryStore(), kdf: KDF_FLOOR })
  await desk.ok('vault.create', {})
  await desk.ok('coins.save', { coinId: 'dolomite', contracts: [{ chain: 'ethereum', address: ADDRESS }] })
  return desk
}

async function keyed(desk: SourceDesk, source: SourceId, more: object = {}): Promise<Source> {
  await desk.ok('sources.save', { source, enabled: true, apiKey: KEY, ...more })
  return desk.ok('sources.refresh', { source })
}

const sourceOf = async (desk: SourceDesk, source: SourceId) =>
  (await desk.ok('sources.list', {})).find((each) => each.source === source)

/** Everything that the key could have got into: answers, events, files. */
function everything(desk: SourceDesk, heard: readonly unknown[]): string {
  const files = ['prelist.sqlite', 'prelist.sqlite-wal', 'logs/prelist.log'].map((name) => {
    try {
      return readFileSync(path.join(desk.dataDir, name)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [JSON.stringify(heard), ...files].join('\n')
}

it('CoinGecko: figures of a coin by its contract, with the key in its header alone and in nothing that comes out', async () => {
  const desk = await openedDesk()
  const heard: unknown[] = []
  for (const event of ['sources.changed', 'quotes.changed', 'audit.changed'])
    desk.backend.on(event, (told) => heard.push(told))
  const source = await keyed(desk, 'coingecko')
  expect(source).toMatchObject({ hasKey: true, key: { source: 'vault', keyEnd: '0001', place: null }, lastError: null })
  expect(source.attribution).toEqual({
    text: { code: 'ATTRIBUTION', params: { name: 'CoinGecko', as: 'provided' } },
    url: 'https://www.coingecko.com',
  })

  const { quote, facts } = await desk.ok('quotes.get', { coinId: 'dolomite' })
  expect(quote).toMatchObject({ price: '0.123456789012345678', source: 'coingecko', basis: 'confirmed-id' })
  expect(quote).toMatchObject({ change24h: '-0.035', marketCap: '12345678.9', at: '2026-11-23T11:59:30.000Z' })
  expect(facts).toMatchObject({
    rank: 700,
    fullyDilutedValue: null,
    volume24h: '1000000',
    circulatingSupply: '100000000',
  })
  expect(facts).toMatchObject({
    maxSupply: null,
    categories: ['DeFi'],
    links: [{ kind: 'site', url: 'https://dolomite.io/' }],
  })
  expect(await desk.ok('history.get', { coinId: 'dolomite', range: '7d' })).toMatchObject({
    source: 'coingecko',
    problem: null,
  })

  const { requests } = desk.servers.coingecko
  expect(requests.length).toBeGreaterThan(3)
  expect(requests.every(({ headers }) => headers['x-cg-demo-api-key'] === KEY)).toBe(true)
  const others = Object.entries(desk.servers).filter(([name]) => name !== 'coingecko')
  expect(
    others.flatMap(([, server]) => server.requests).filter(({ headers }) => HEADERS.some((name) => headers[name])),
  ).toEqual([])
  expect(
    Object.values(desk.servers)
      .flatMap((server) => server.requests.map(({ url }) => url))
      .join(),
  ).not.toContain(KEY)
  heard.push(await desk.ok('audit.list', {}), await desk.ok('sources.list', {}))
  expect(everything(desk, heard)).not.toContain(KEY)
  expect(JSON.stringify(heard)).toContain('"key-used"')
})

it('a source that sends the key back does not get it shown', async () => {
  const desk = await openedDesk()
  const { coingecko } = desk.servers
  coingecko.always = { kind: 'reply', status: 401, body: { error: `Invalid key ${KEY} was sent` } }
  const source = await keyed(desk, 'coingecko')
  expect(source.lastError?.code).toBe('SOURCE_KEY_REFUSED')
  expect(JSON.stringify(source)).toContain('Invalid key')
  expect(everything(desk, [source])).not.toContain(KEY)
})

it('a locked vault keeps the key, and the source is not asked', async () => {
  const desk = await openedDesk()
  await keyed(desk, 'coingecko')
  const before = desk.asked()
  await desk.ok('vault.lock', {})
  await desk.ok('sources.refresh', { source: 'coingecko' })
  expect(desk.asked()).toEqual(before)
  expect(await desk.code('sources.save', { source: 'coingecko', enabled: true, apiKey: KEY })).toBe('VAULT_LOCKED')
  expect(await desk.ok('quotes.get', { coinId: 'dolomite' })).toMatchObject({ quote: { source: 'coingecko' } })
})

it('a Pro key at the Demo host is said as such, and works once the plan is said', async () => {
  const desk = await openedDesk()
  desk.servers.coingecko.handle = gecko(otherState(), 'pro')
  const wrong = await keyed(desk, 'coingecko')
  expect(wrong.lastError).toEqual({ code: 'SOURCE_OTHER_PLAN', params: { plan: 'pro' } })
  const right = await keyed(desk, 'coingecko', { plan: 'pro' })
  expect(right).toMatchObject({ plan: 'pro', lastError: null })
  // Its own word on what is used counts.
  expect(right.budget).toMatchObject({ perMinute: 500, perMonth: 500_000, countedHere: false })
  expect(right.budget.usedThisMonth).toBeGreaterThanOrEqual(1_200)
})

it.each(['v2', 'v3'] as const)(
  'Token Metrics %s: grades by its own id, beside the published score and never in its place',
  async (style) => {
    const desk = await openedDesk()
    desk.servers['token-metrics'].handle = metrics({ ...otherState(), style, ambiguous: false })
    const source = await keyed(desk, 'token-metrics')
    const { grades } = await desk.ok('quotes.get', { coinId: 'dolomite' })
    expect(grades).toMatchObject({ source: 'token-metrics', remoteId: '3988', tmGrade: '71.25', fundamental: '64' })
    expect(grades).toMatchObject({ technology: '55', signal: 'Buy', momentum: 'Holding Steady', tradingSignal: -1 })
    expect(grades).toMatchObject({ fundamentalClass: 'emerging', at: '2026-11-23T00:00:00.000Z', url: null })
    expect(grades?.parts).toEqual([{ name: 'ACTIVITY_SCORE', value: '40' }])
    const coin = await desk.ok('coins.get', { coinId: 'dolomite' })
    expect(coin.score).toEqual((await desk.ok('coins.list', {})).find(({ id }) => id === 'dolomite')?.score)
    expect(JSON.stringify(coin)).not.toContain('71.25')

    // One call for each name and four for the grades; counted here, with the sum that it comes to.
    const used = WITH_CONTRACT + 4
    expect(desk.asked()['token-metrics']).toBe(used)
    expect(source.budget).toMatchObject({ perMonth: 50, usedThisMonth: used, countedHere: true })
    expect(source.budget.arithmetic).toEqual({
      code: 'BUDGET_OF_MONTH',
      params: { perMonth: 50, perRefresh: 4, refreshes: 12, counted: 'here' },
    })
    await desk.restart({ secretStore: memoryStore() })
    expect((await sourceOf(desk, 'token-metrics'))?.budget.usedThisMonth).toBe(used)
  },
)

it('Token Metrics: where only the older version answers it is found out once, and never asked in the newer one again', async () => {
  const desk = await openedDesk()
  const server = desk.servers['token-metrics']
  server.handle = metrics({ ...otherState(), style: 'v2', ambiguous: false, only: 'v2' })
  await keyed(desk, 'token-metrics')
  const asked = () => server.requests.map(({ path: asked }) => asked)
  const grades = ['/v2/tm-grade', '/v2/fundamental-grade', '/v2/technology-grade', '/v2/trading-signals']
  expect(asked()).toEqual(['/v3/tokens', ...Array.from({ length: WITH_CONTRACT }, () => '/v2/tokens'), ...grades])
  expect((await desk.ok('quotes.get', { coinId: 'dolomite' })).grades).toMatchObject({ tmGrade: '71.25' })
  expect((await sourceOf(desk, 'token-metrics'))?.budget.usedThisMonth).toBe(asked().length)
})

it('Token Metrics: the other version is looked for again when the one that answered has nothing more', async () => {
  const desk = await openedDesk()
  const server = desk.servers['token-metrics']
  server.handle = metrics({ ...otherState(), style: 'v2', ambiguous: false, only: 'v2' })
  await keyed(desk, 'token-metrics')
  server.handle = metrics({ ...otherState(), style: 'v3', ambiguous: false, only: 'v3' })
  desk.clock.advance(61_000)
  await desk.ok('sources.refresh', { source: 'token-metrics' })
  expect((await desk.ok('quotes.get', { coinId: 'dolomite' })).grades).toMatchObject({ tmGrade: '71.25' })
  server.requests.length = 0
  desk.clock.advance(61_000)
  await desk.ok('sources.refresh', { source: 'token-metrics' })
  expect(server.requests.map(({ path: asked }) => asked.slice(0, 4))).toEqual(['/v3/', '/v3/', '/v3/', '/v3/'])
})

it.each([
  ['two', '71.25', 5],
  ['same', '5', 5],
] as const)(
  'Token Metrics: pages that are %s: the newest row counts, and each page in the sum',
  async (pages, grade, cost) => {
    const desk = await openedDesk()
    const server = desk.servers['token-metrics']
    server.handle = metrics({ ...otherState(), style: 'v3', ambiguous: false, pages })
    const { budget } = await keyed(desk, 'token-metrics')
    expect((await desk.ok('quotes.get', { coinId: 'dolomite' })).grades).toMatchObject({ tmGrade: grade })
    const asked = server.requests.filter(({ path: asked }) => asked.endsWith('/tm-grade'))
    expect(asked.map(({ query }) => query.get('page'))).toEqual(['1', '2'])
    expect(budget.arithmetic?.params).toMatchObject({ perMonth: 50, perRefresh: cost, refreshes: 10 })
  },
)

it.each(['v2', 'v3'] as const)(
  'Token Metrics %s: its price is asked for only where the month bears a refresh a day',
  async (style) => {
    const desk = await openedDesk()
    const server = desk.servers['token-metrics']
    server.handle = metrics({ ...otherState(), style, ambiguous: false })
    await keyed(desk, 'token-metrics', { perMonth: 149 })
    const prices = () => server.requests.filter(({ path: asked }) => asked.endsWith('/price')).length
    expect(prices()).toBe(0)
    expect((await desk.ok('quotes.get', { coinId: 'dolomite' })).quote).toBeNull()
    desk.clock.advance(61_000)
    const { budget } = await keyed(desk, 'token-metrics', { perMonth: 150 })
    expect(prices()).toBe(1)
    expect(budget.arithmetic?.params).toMatchObject({ perMonth: 150, perRefresh: 5, refreshes: 30 })
    const { quote } = await desk.ok('quotes.get', { coinId: 'dolomite' })
    expect(quote).toMatchObject({ price: '0.125', currency: 'USD', source: 'token-metrics', basis: 'confirmed-id' })
    expect(quote).toMatchObject({ venue: null, at: null, simulated: false })
  },
)

it('Token Metrics: two tokens at one address are none, and the same ticker alone is said as such', async () => {
  const desk = await openedDesk()
  desk.servers['token-metrics'].handle = metrics({ ...otherState(), style: 'v3', ambiguous: true })
  await keyed(desk, 'token-metrics')
  const { grades, silent } = await desk.ok('quotes.get', { coinId: 'dolomite' })
  expect(grades).toBeNull()
  expect(silent).toContainEqual({ source: 'token-metrics', why: { code: 'SOURCE_KNOWS_NOT', params: {} } })
  const peaq = await desk.ok('quotes.get', { coinId: 'peaq' })
  expect(peaq.silent).toContainEqual({
    source: 'token-metrics',
    why: { code: 'SOURCE_KNOWS_TICKER_ONLY', params: { ticker: 'PEAQ' } },
  })
})

it('Token Metrics: one token at the addresses of several coins is none of them for certain', async () => {
  const desk = await openedDesk()
  const server = desk.servers['token-metrics']
  server.handle = metrics({ ...otherState(), style: 'v3', ambiguous: false })
  await keyed(desk, 'token-metrics')
  const graded = async () => (await desk.ok('quotes.get', { coinId: 'dolomite' })).grades?.tmGrade ?? null
  expect(await graded()).toBe('71.25')
  server.handle = metrics({ ...otherState(), style: 'v3', ambiguous: false, deaf: true })
  await desk.ok('coins.save', { coinId: 'ola', contracts: [{ chain: 'ethereum', address: `0x${'ab'.repeat(20)}` }] })
  desk.clock.advance(61_000)
  await desk.ok('sources.refresh', { source: 'token-metrics' })
  // What it told before goes as well: nobody can say of which coin it was.
  expect(await graded()).toBeNull()
  expect((await desk.ok('quotes.get', { coinId: 'ola' })).grades).toBeNull()
})

it('Token Metrics: a coin that it does not have is looked for once in thirty days', async () => {
  const desk = await openedDesk()
  const server = desk.servers['token-metrics']
  server.handle = () => ({ status: 200, body: { success: true, message: 'ok', length: 0, data: [] } })
  await keyed(desk, 'token-metrics')
  const looked = () => server.requests.filter(({ path: asked }) => asked.endsWith('/tokens')).length
  const after = async (days: number) => {
    desk.clock.jump(days * 86_400_000)
    desk.clock.advance(61_000)
    await desk.ok('sources.refresh', { source: 'token-metrics' })
    return looked()
  }
  // In both versions, as nobody knows yet which one answers this key; what one minute does not bear is asked in the next.
  const once = await after(0)
  expect(once).toBeGreaterThanOrEqual(2 * WITH_CONTRACT)
  expect(await after(29)).toBe(once)
  expect(await after(1)).toBeGreaterThan(once)
})

it('Token Metrics: the fiftieth call of a month is the last, whatever is pressed', async () => {
  const desk = await openedDesk()
  await keyed(desk, 'token-metrics')
  for (let press = 0; press < 15; press++) {
    desk.clock.advance(61_000)
    await desk.ok('sources.refresh', { source: 'token-metrics' })
  }
  expect(desk.asked()['token-metrics']).toBe(50)
  expect((await sourceOf(desk, 'token-metrics'))?.budget.usedThisMonth).toBe(50)
})

it('Token Metrics: the version that is chosen by hand is asked, and no other, until it is taken back', async () => {
  const desk = await openedDesk()
  const server = desk.servers['token-metrics']
  server.handle = metrics({ ...otherState(), style: 'v2', ambiguous: false })
  await keyed(desk, 'token-metrics')
  const versions = async (plan: 'auto' | 'v3' | 'v2') => {
    server.requests.length = 0
    const saved = await desk.ok('sources.save', { source: 'token-metrics', enabled: true, plan })
    expect(saved).toMatchObject({ plan, lastError: null, hasKey: true })
    desk.clock.advance(61_000)
    await desk.ok('sources.refresh', { source: 'token-metrics' })
    return [...new Set(server.requests.map(({ path: asked }) => asked.split('/')[1]))]
  }
  expect(await versions('v2')).toEqual(['v2'])
  // It answers with nothing: that is said nowhere as grades, and the other one is not asked for them.
  server.handle = metrics({ ...otherState(), style: 'v2', ambiguous: false, only: 'v2' })
  expect(await versions('v3')).toEqual(['v3'])
  expect((await desk.ok('quotes.get', { coinId: 'dolomite' })).grades).toMatchObject({ tmGrade: '71.25' })
  expect(await versions('auto')).toEqual(['v3', 'v2'])
  const wrong = desk.backend.call('sources.save', { source: 'token-metrics', enabled: true, plan: 'demo' })
  expect(await wrong).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  const other = desk.backend.call('sources.save', { source: 'coingecko', enabled: true, plan: 'v3' })
  expect(await other).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
})

it.each([
  ['day', { dailyRemaining: 0, dailyUsed: 400 }],
  ['month', { monthlyRemaining: 0, monthlyUsed: 10_000 }],
])(
  'CryptoRank: with the credits of its %s used up it is asked nothing more, and that is told',
  async (period, credits) => {
    const desk = await openedDesk()
    const server = desk.servers.cryptorank
    const { handle } = server
    server.handle = (request) => {
      const { body } = handle(request)
      return { body: { ...(body as object), credits: { ...(body as { credits: object }).credits, ...credits } } }
    }
    await keyed(desk, 'cryptorank')
    expect(server.requests).toHaveLength(1)
    for (let press = 0; press < 5; press++) {
      desk.clock.advance(30 * 60_000)
      await desk.ok('sources.refresh', { source: 'cryptorank' })
    }
    expect(server.requests).toHaveLength(1)
    const { budget } = (await sourceOf(desk, 'cryptorank')) ?? expect.unreachable()
    const { perDay, usedToday, perMonth, usedThisMonth } = budget
    expect(period === 'day' ? [usedToday, perDay] : [usedThisMonth, perMonth]).toEqual(
      period === 'day' ? [400, 400] : [10_000, 10_000],
    )
  },
)

it('CryptoRank: what is used is what its status says', async () => {
  const desk = await openedDesk()
  const { budget } = await keyed(desk, 'cryptorank')
  expect(budget).toMatchObject({ perMinute: 20, perDay: 400, perMonth: 10_000, usedToday: 12, usedThisMonth: 300 })
  expect(budget.countedHere).toBe(false)
})

it('a key kept elsewhere is fetched at each use, and one that came with a backup only once it is entered here', async () => {
  process.env['PRELIST_TEST_KEY'] = KEY
  const desk = await openedDesk()
  const reference = { kind: 'environment', apiKey: 'PRELIST_TEST_KEY' }
  await desk.ok('sources.save', { source: 'coingecko', enabled: true, reference })
  const source = await desk.ok('sources.refresh', { source: 'coingecko' })
  delete process.env['PRELIST_TEST_KEY']
  expect(source.lastError).toBeNull()
  expect(source.key).toEqual({ source: 'environment', keyEnd: null, place: 'PRELIST_TEST_KEY', isConfirmed: true })
  expect(
    await desk.code('sources.save', {
      source: 'coingecko',
      enabled: true,
      reference: { kind: 'environment', apiKey: KEY },
    }),
  ).toBe('BAD_INPUT')
  expect(await desk.ok('sources.save', { source: 'coingecko', enabled: true, reference: null })).toMatchObject({
    hasKey: false,
    key: null,
  })
  expect(await desk.code('sources.refresh', { source: 'coingecko' })).toBe('NOT_ALLOWED')
})
