// Which coin a market is of, by the contracts that exchanges name in public: over real HTTP, each in its own words for chains.

import { expect, it } from 'vitest'
import type { ListingMatch } from '../../../../shared/markets/listing.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { until } from '../../../support/until.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

const OURS = `0x${'AbCd'.repeat(10)}`
const THEIRS = '0x0000000000000000000000000000000000000009'
const SOLANA = `So${'1ana'.repeat(10)}`
const MINUTE = 60_000

const ASSETS = {
  gate: '/api/v4/spot/currencies',
  kucoin: '/api/v3/currencies',
  bitget: '/api/v2/spot/public/coins',
} as const

/** Each exchange's own word for a chain. */
const WORDS: Readonly<Record<string, { ethereum: string; base: string; solana: string }>> = {
  gate: { ethereum: 'ETH', base: 'BASEEVM', solana: 'SOL' },
  kucoin: { ethereum: 'eth', base: 'base', solana: 'sol' },
  bitget: { ethereum: 'ERC20', base: 'BASE', solana: 'SOL' },
  mexc: { ethereum: '', base: '', solana: '' },
}

const handleOf = (venue: string, chains: [string, string][]) => VENUE_HANDLES[venue]?.({ ...venueState(), chains })

/** What the exchange says of PEAQ/USDT and the trader's own coin of that ticker, once its source is on. */
async function opened(venue: SourceId, chains: [string, string][]) {
  const desk = await startSourceDesk()
  desk.servers[venue].handle = handleOf(venue, chains) ?? expect.unreachable()
  const { id } = await desk.ok('coins.save', {
    ...{ name: 'Peaq of mine', ticker: 'PEAQ', contracts: [{ chain: 'Ethereum', address: OURS }] },
  })
  const matchNow = async () =>
    (await desk.ok('listings.list', { coinId: id })).find((row) => row.venue === venue)?.match ?? null
  let changes = 0
  desk.backend.on('coins.changed', () => void changes++)
  /** Waits until it is so; the test's own limit ends it. */
  const matches = async (wanted: ListingMatch): Promise<ListingMatch> => {
    for (;;) {
      const before = changes
      if ((await matchNow()) === wanted) return wanted
      await until(() => changes > before)
    }
  }
  return { desk, matches }
}

const assetReads = ({ servers }: SourceDesk, venue: keyof typeof ASSETS) =>
  servers[venue].requests.filter(({ path }) => path === ASSETS[venue]).length

it.each(['gate', 'kucoin', 'bitget'] as const)(
  '%s: its list of currencies says which coin a market is of, on whichever chain, and is not read before its source is on',
  { timeout: 60_000 },
  async (venue) => {
    const words = WORDS[venue] ?? expect.unreachable()
    const { desk, matches } = await opened(venue, [
      [words.solana, SOLANA],
      [words.ethereum, OURS.toLowerCase()],
    ])
    desk.clock.advance(5 * MINUTE)
    expect(desk.asked()).toEqual({})
    await desk.ok('sources.save', { source: venue, enabled: true })
    expect(await matches('contract')).toBe('contract')
    expect(assetReads(desk, venue)).toBe(1)
    // The token of that name is another one hours later.
    desk.servers[venue].handle = handleOf(venue, [[words.ethereum, THEIRS]]) ?? expect.unreachable()
    for (let turn = 0; turn < 8; turn += 1) {
      desk.clock.advance(60 * MINUTE)
      await desk.ok('sources.refresh', { source: venue })
    }
    desk.clock.advance(2 * MINUTE)
    expect(await matches('refused')).toBe('refused')
  },
)

it('MEXC: the address of its list of markets, without a chain, is one of several', { timeout: 60_000 }, async () => {
  const { desk, matches } = await opened('mexc', [['', OURS]])
  await desk.ok('sources.save', { source: 'mexc', enabled: true })
  expect(await matches('contract')).toBe('contract')
})

it('another contract on another chain, and a chain of which nothing is known, are a question still', {
  timeout: 60_000,
}, async () => {
  const { desk, matches } = await opened('gate', [['BASEEVM', THEIRS]])
  await desk.ok('sources.save', { source: 'gate', enabled: true })
  await until(() => assetReads(desk, 'gate') > 0)
  expect(await matches('ticker')).toBe('ticker')
})

it('a list of currencies that does not come costs nothing but itself', { timeout: 60_000 }, async () => {
  const { desk, matches } = await opened('gate', [['ETH', OURS]])
  const { handle } = desk.servers.gate
  desk.servers.gate.handle = (request) => {
    const isCut = request.path === ASSETS.gate
    return isCut ? { body: '[{"currency":"PEAQ","chains":[{"name":"ETH"' } : handle(request)
  }
  await desk.ok('sources.save', { source: 'gate', enabled: true })
  await until(() => assetReads(desk, 'gate') > 0)
  expect(await matches('ticker')).toBe('ticker')
  const [row] = (await desk.ok('listings.list', {})).filter(({ venue }) => venue === 'gate')
  expect(row).toMatchObject({ market: 'PEAQ/USDT', stage: 'trading' })
})
