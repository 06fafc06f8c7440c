// One market whose row is in no document costs only itself: every other one of the list is read on, with its stage of now, and
// has its price. Tried with rows and fields that nobody gave, at the five exchanges and one of the others.

import { expect, test } from 'vitest'
import type { Draft } from '../../../shared/order.ts'
import { FAKES } from '../../exchanges/all.ts'
import type { VenueReply, VenueRequest } from '../../exchanges/server.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

type Row = Record<string, unknown>
type Body = Record<string, unknown>

interface Place {
  path: RegExp
  /** The body with the rows changed; each row comes with what stands for its name. */
  rows: (body: Body, change: (row: unknown, name?: string) => unknown[]) => Body
}

const listIn =
  (...path: string[]): Place['rows'] =>
  (body, change) => {
    const [name = '', ...more] = path
    const inner = body[name]
    return {
      ...body,
      [name]:
        more.length > 0 ? listIn(...more)(inner as Body, change) : (inner as unknown[]).flatMap((row) => change(row)),
    }
  }
const inResult: Place['rows'] = (body, change) => ({
  ...body,
  result: Object.fromEntries(
    Object.entries(body['result'] as Row).flatMap(([name, row]) =>
      change(row, name).map((each, at) => [at === 0 ? name : `${name}${at}`, each]),
    ),
  ),
})
const plain: Place['rows'] = (body, change) =>
  Array.isArray(body) ? (body.flatMap((row) => change(row)) as unknown as Body) : body

const MARKETS: Readonly<Record<string, Place>> = {
  binance: { path: /\/api\/v3\/exchangeInfo$/, rows: listIn('symbols') },
  mexc: { path: /\/api\/v3\/exchangeInfo$/, rows: listIn('symbols') },
  kraken: { path: /\/public\/AssetPairs$/, rows: inResult },
  coinbase: { path: /\/brokerage\/(market\/)?products$/, rows: listIn('products') },
  bybit: { path: /\/v5\/market\/instruments-info$/, rows: listIn('result', 'list') },
  okx: { path: /\/public\/instruments$/, rows: listIn('data') },
}
const TICKERS: Readonly<Record<string, Place>> = {
  binance: { path: /\/ticker\/24hr$/, rows: plain },
  mexc: { path: /\/ticker\/24hr$/, rows: plain },
  kraken: { path: /\/public\/Ticker$/, rows: inResult },
  coinbase: { path: /\/best_bid_ask$/, rows: listIn('pricebooks') },
  bybit: { path: /\/v5\/market\/tickers$/, rows: listIn('result', 'list') },
  okx: { path: /\/market\/tickers$/, rows: listIn('data') },
}
const HALTED: Readonly<Record<string, object>> = {
  binance: { status: 'BREAK' },
  mexc: { status: '2' },
  kraken: { status: 'maintenance' },
  coinbase: { trading_disabled: true },
  bybit: { status: 'Delivering' },
  okx: { state: 'suspend' },
}

const ODD: unknown[] = [null, -1, '', 'constructor', 'NaN', true, { a: 1 }, [null]]
const isMove = (row: unknown, name = '') => name.includes('MOVE') || JSON.stringify(row).includes('MOVE')

/** What may stand in place of a row: something else altogether, or the row with one field gone or odd. */
function hostile(row: Row): [string, unknown][] {
  const whole = ODD.map((odd): [string, unknown] => [`row ${JSON.stringify(odd)}`, odd])
  const fields = Object.keys(row).flatMap((name): [string, unknown][] => {
    const { [name]: _gone, ...rest } = row
    return [
      [`without ${name}`, rest],
      ...ODD.map((odd): [string, unknown] => [`${name} ${JSON.stringify(odd)}`, { ...row, [name]: odd }]),
    ]
  })
  return [...whole, ...fields]
}

/** Runs the rows through `path` one by one; answers with those after which `look` found something wrong. */
async function tried(
  venue: string,
  place: Place,
  look: (desk: Awaited<ReturnType<typeof startVenueDesk>>, at: number) => Promise<boolean>,
): Promise<{ tried: number; wrong: string[] }> {
  const fake = FAKES.find((each) => each.venue === venue)
  if (fake === undefined) throw new Error(venue)
  const desk = await startVenueDesk(fake)
  await desk.ok('settings.save', { autoLockMinutes: null })
  let row: Row | null = null
  let instead: [string, unknown][] | null = null
  desk.venue.rewrite = (request: VenueRequest, reply: VenueReply): VenueReply => {
    if (!place.path.test(request.path) || reply.status !== 200) return reply
    const body = place.rows(reply.body as Body, (each, name) => {
      if (!isMove(each, name)) return [each]
      row ??= each as Row
      return instead === null ? [each] : instead.map(([, odd]) => odd)
    })
    return { status: 200, body }
  }
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  const cases = hostile(row ?? {})
  const wrong: string[] = []
  // All of them in one list, twice. Where that costs anything each is tried alone: a hundred rows with one id, as of
  // Coinbase's products that are no spot, are more than a list that is odd in one row.
  instead = cases
  if ((await look(desk, 0)) && (await look(desk, 1))) return { tried: cases.length, wrong }
  for (const [at, each] of cases.entries()) {
    instead = [each]
    if (!(await look(desk, at))) wrong.push(each[0])
  }
  return { tried: cases.length, wrong }
}

const draftOf = (desk: Awaited<ReturnType<typeof startVenueDesk>>): Promise<Draft> =>
  desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })

test.each(Object.entries(MARKETS))(
  'a row of the list of markets: %s',
  async (venue, place) => {
    const result = await tried(venue, place, async (desk, at) => {
      // A list that was not read leaves the one before: so its words change with each.
      desk.engine.manners.words = { 'PEAQ/USDT': at % 2 === 0 ? (HALTED[venue] ?? {}) : {} }
      await desk.pass(61_000)
      const { stage } = await draftOf(desk)
      return stage === (at % 2 === 0 ? 'halted' : 'trading')
    })
    expect(result.tried).toBeGreaterThan(50)
    expect(result.wrong).toEqual([])
  },
  120_000,
)

test.each(Object.entries(TICKERS))(
  'a row of the prices: %s',
  async (venue, place) => {
    const result = await tried(venue, place, async (desk, at) => {
      desk.engine.manners.prices = { 'PEAQ/USDT': 2 + (at % 5) / 10 }
      await desk.pass(3_000)
      return (await draftOf(desk)).quote?.last === String(2 + (at % 5) / 10)
    })
    expect(result.tried).toBeGreaterThan(20)
    expect(result.wrong).toEqual([])
  },
  120_000,
)

test.each(['mexc', 'coinbase'])('a market that is listed twice counts once, and costs no price: %s', async (venue) => {
  const desk = await startVenueDesk(FAKES.find((each) => each.venue === venue) as (typeof FAKES)[number])
  const place = MARKETS[venue]
  desk.venue.rewrite = ({ path }, reply) =>
    place?.path.test(path) && reply.status === 200
      ? { status: 200, body: place.rows(reply.body as Body, (row) => [row, row]) }
      : reply
  await desk.pass(61_000)
  await draftOf(desk)
  desk.engine.manners.prices = { 'PEAQ/USDT': 2.5 }
  await desk.pass(3_000)
  expect((await draftOf(desk)).quote?.last).toBe('2.5')
})
